/** A sample whose labels can be permuted. */
import type { Pair } from '../difference.js';
import type { LabelExchange } from './exchange.js';

/** t of a difference and its error; undefined where a group cannot be estimated. */
export interface Statistic {
  readonly t: number;
  readonly stdError: number;
}

/** A sample whose labels are permuted, and the pairs it serves. */
export interface Permutable {
  readonly pairs: readonly Pair[];
  readonly exchange: LabelExchange;
  readonly observed: Int32Array;
  /** The statistics of the pairs under some labels. */
  statistics(labels: Int32Array): (Statistic | undefined)[];
}

/** Undefined if the difference or its error is not finite, as with an error of 0. */
export function statisticOf(t: number, stdError: number): Statistic | undefined {
  return Number.isFinite(t) ? { t, stdError } : undefined;
}
