/** What warnings say about composite indices. */
import type { Nothing } from './linear.js';

export interface IndexWarnings {
  'no-score': { readonly without: number; readonly rows: number };
  'ln-periods': Nothing;
  'zero-score': { readonly rows: number };
  'low-kmo': { readonly kmo: number };
  'tied-components': { readonly components: readonly number[] };
}
