/** A sample whose labels can be permuted. */
import type { Pair } from '../difference.js';
import type { LabelExchange, LabelledRows } from './exchange.js';

/** t of a difference and its error; undefined where a group cannot be estimated. */
export interface Statistic {
  readonly t: number;
  readonly stdError: number;
}

/** The statistics of the pairs under some labels. */
export type Statistics = (labels: Int32Array) => readonly (Statistic | undefined)[];

/** A sample whose labels are permuted, as plain data, and the pairs it serves. */
export interface Permutable<Sample> {
  readonly pairs: readonly Pair[];
  readonly sample: Sample;
  /** The rows or units with their labels in the sample. */
  readonly rows: LabelledRows;
  readonly exchange: LabelExchange;
}

/** Undefined if the difference or its error is not finite, as with an error of 0. */
export function statisticOf(t: number, stdError: number): Statistic | undefined {
  return Number.isFinite(t) ? { t, stdError } : undefined;
}
