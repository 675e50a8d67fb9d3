/** What warnings say about instruments and moments, of equations with instruments and of dynamic panels. */
import type { Nothing } from './linear.js';

/** Instrument columns of a dynamic panel, and their rank. */
interface InstrumentRank {
  readonly columns: number;
  readonly rank: number;
}

/** Instruments that were left out. */
interface DroppedInstruments {
  readonly dropped: readonly string[];
  readonly instruments: number;
}

/** A change that leaves fewer instruments: collapsed ones, windows of so many lags, or both. */
export interface InstrumentReduction {
  readonly columns: number;
  readonly collapse?: boolean;
  readonly lags?: number;
}

interface ManyInstruments {
  readonly instruments: number;
  readonly units: number;
  readonly ratio: number;
  readonly grade: 'moderate' | 'high' | 'more than units';
  /** Columns that a change of the model would leave. */
  readonly reductions: readonly InstrumentReduction[];
}

export interface InstrumentWarnings {
  'collinear-instruments': InstrumentRank | DroppedInstruments;
  'singular-weighting': {
    readonly rank: number;
    readonly of: number;
    /** What uses the generalised inverse: the estimates of a dynamic panel or its Hansen test; absent for moments. */
    readonly used?: 'estimates' | 'hansen';
  };
  'negative-r2': Nothing;
  'no-diagnostics':
    | { readonly reason: 'perfect-fit' | 'none-endogenous' | 'explained-exactly' }
    | { readonly reason: 'few-rows'; readonly rows: number; readonly columns: number };
  'partial-first-stage': { readonly endogenous: string };
}

/** Those that only models of first stages have. */
export type FirstStageWarnings = Pick<InstrumentWarnings, 'no-diagnostics' | 'partial-first-stage'>;

export interface DynamicWarnings {
  'collinear-time-effects': { readonly names: readonly string[] };
  'no-transformed-rows': Nothing;
  'not-converged': { readonly steps: number; readonly search: boolean };
  'uncorrected-two-step': Nothing;
  'fewer-components': {
    readonly wanted: number;
    readonly components: number;
    readonly columns: number;
  };
  'many-instruments': ManyInstruments;
  'too-many-instruments': ManyInstruments;
  'hansen-without-power': { readonly p: number; readonly moreThanUnits: boolean };
  'outside-bounds': {
    readonly name: string;
    readonly estimate: number;
    readonly within: number;
    readonly pooled: number;
  };
  'regressor-without-instruments': {
    readonly names: readonly string[];
    readonly columns: readonly string[];
    /** Columns of the outcome among them. */
    readonly outcome: readonly string[];
  };
}
