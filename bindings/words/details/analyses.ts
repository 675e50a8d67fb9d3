/** What warnings say about tests, predictions, margins, weak identification and simulations. */
import type { Nothing } from './linear.js';

export interface HausmanWarnings {
  'singular-difference': {
    readonly rank: number;
    readonly coefficients: number;
    /** The covariance: V(b) - V(B), or that of the differences. */
    readonly of: 'difference' | 'differences';
  };
  'indefinite-difference': { readonly negative: number };
  'few-added-moments': { readonly added: number; readonly rank: number };
  'not-compared': { readonly names: readonly string[] };
}

export interface PostestimationWarnings {
  'level-residuals': Nothing;
  'effects-not-split': { readonly effects: number };
  /** Columns of the rows, or fitted values only. */
  'rows-in-differences': { readonly of: 'columns' | 'fitted' };
  'rows-of-means': Nothing;
  'no-leverage': {
    readonly reason: 'instruments' | 'random' | 'between' | 'several-effects' | 'perfect-fit';
  };
  'no-standard-errors': Nothing;
  'without-effects': Nothing;
  'no-moderator': { readonly of: string; readonly variable: string };
  'omitted-in-effect': { readonly of: string; readonly omitted: readonly string[] };
  'held-fixed': { readonly of: string; readonly others: readonly string[] };
}

export interface SimulationWarnings {
  'rejected-process': { readonly p: number };
  'no-effect-variance': Nothing;
}

export interface WeakWarnings {
  'unsettled-projection': {
    readonly score: string;
    readonly coefficient: string;
    readonly starts: number;
    readonly added: number;
  };
  'dependent-moments': { readonly moments: number; readonly rank: number };
  'powerless-s': {
    readonly clusters: number;
    readonly critical: number;
    readonly df: number;
    readonly sets: readonly ('projected' | 'concentrated')[];
  };
  'no-conditional-rank': { readonly clusters: number; readonly moments: number };
}
