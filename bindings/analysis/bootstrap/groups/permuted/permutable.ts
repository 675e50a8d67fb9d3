/** A sample whose labels can be permuted. */
import type { Pair } from '../difference.js';
import type { LabelExchange, LabelledRows } from './exchange.js';

/** t of a difference and the standard error; undefined if a group cannot be estimated. */
export interface Statistic {
  readonly t: number;
  readonly stdError: number;
}

/** Computes the statistics of the pairs for given labels. */
export type Statistics = (labels: Int32Array) => readonly (Statistic | undefined)[];

/** A sample whose labels are permuted, as plain data, with the pairs that it tests. */
export interface Permutable<Sample> {
  readonly pairs: readonly Pair[];
  readonly sample: Sample;
  /** The rows or units of the sample, with their original labels. */
  readonly rows: LabelledRows;
  readonly exchange: LabelExchange;
}

/** Undefined if the difference or its t is not finite, for example because its error is 0. */
export function statisticOf(t: number, stdError: number): Statistic | undefined {
  return Number.isFinite(t) ? { t, stdError } : undefined;
}
