import type { Telling } from '../../words/phrase.js';
import type { AuditField } from './audit.js';

/** The place of a number in a printed table. */
export interface PrintedPlace {
  readonly table: string;
  readonly column: string;
  /** The coefficient or the variable; absent for statistics of a whole column. */
  readonly row?: string;
  readonly field?: AuditField;
  readonly stat?: string;
  readonly printed: string;
}

/** A printed number and the recomputed one. */
export interface ComparedNumber extends PrintedPlace {
  /** In full precision; stars are texts. */
  readonly recomputed: number | string;
  readonly verdict: 'equal' | 'differs';
  /** Printed minus recomputed, in units of the last printed digit; absent for stars and for bounds such as `<0.001`. */
  readonly units?: number;
  /** True if the number was truncated or rounded up instead of rounded to nearest. */
  readonly cut?: true;
  /** The place of the recomputed number: its table, and the column from 1. */
  readonly of: { readonly table: string; readonly column: number };
}

/** A printed number without a recomputed one. */
export interface UnmatchedNumber extends PrintedPlace {
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

/** Printed numbers compared with recomputed ones. */
export interface PrintedComparison {
  readonly kind: 'printed-comparison';
  readonly compared: readonly ComparedNumber[];
  readonly unmatched: readonly UnmatchedNumber[];
  readonly equal: number;
  readonly differs: number;
}
