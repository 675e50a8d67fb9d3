/**
 * Standard errors while replicates come in, from sums over the replicates in the order of their numbers,
 * so that they, and what is decided by them, depend neither on chunks nor on workers. With d the distance
 * of a replicate from the estimate, which keeps the sums from cancelling, and m, M2, M4 the mean and the
 * second and fourth sums of powers about it:
 *
 *   M2 = sum d^2 - n m^2,  M4 = sum d^4 - 4 m sum d^3 + 6 m^2 sum d^2 - 3 n m^4
 *   standard error sqrt(M2 / (n - 1)), of which the Monte Carlo error is se sqrt((n M4 / M2^2 - 1) / (4 n))
 *
 * The summary at the end has the same numbers to rounding, from two passes in the core.
 */
import { ReplicateStatus } from '../../generated/codes.js';
/** Replicates between two looks at the precision. */
const STRIDE = 1000;
/** n and the sums of d to d^4. */
const SUMS = 5;

/** Replicates as `Chunk` has them. */
export interface Rows {
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array;
  readonly statuses: Int32Array;
}

export interface Running {
  /** Adds the next replicates by number. */
  take(rows: Rows): void;
  /** By parameter; NaN before the second replicate. */
  stdErrors(): number[];
  monteCarloErrors(): number[];
  /** Replicates after which the precision was reached first; undefined before. */
  readonly enough: number | undefined;
}

/** `precision` undefined asks for none. */
export function observe(
  estimates: readonly number[],
  width: number,
  precision: number | undefined,
): Running {
  const sums = estimates.map(() => new Float64Array(SUMS));
  let enough: number | undefined;
  const addRow = (values: Float64Array, start: number) => {
    for (let j = 0; j < sums.length; ++j) add(sums[j]!, values[start + j]! - estimates[j]!);
  };
  return {
    take({ first, count, values, statuses }) {
      for (let i = 0; i < count; ++i) {
        if ((statuses[i]! & ReplicateStatus.bits) === 0) addRow(values, i * width);
        const done = first + i + 1;
        if (precision === undefined || enough !== undefined || done % STRIDE !== 0) continue;
        if (sums.every((own) => isPrecise(own, precision))) enough = done;
      }
    },
    stdErrors: () => sums.map((own) => errorsOf(own)[0]),
    monteCarloErrors: () => sums.map((own) => errorsOf(own)[1]),
    get enough() {
      return enough;
    },
  };
}

function add(sums: Float64Array, d: number): void {
  if (Number.isNaN(d)) return;
  const square = d * d;
  sums[0]! += 1;
  sums[1]! += d;
  sums[2]! += square;
  sums[3]! += square * d;
  sums[4]! += square * square;
}

function isPrecise(sums: Float64Array, precision: number): boolean {
  const [stdError, monteCarloError] = errorsOf(sums);
  return monteCarloError <= precision * stdError;
}

function errorsOf([n, d1, d2, d3, d4]: Float64Array): [stdError: number, monteCarloError: number] {
  if (n! < 2) return [NaN, NaN];
  const mean = d1! / n!;
  const square = mean * mean;
  const second = Math.max(0, d2! - n! * square);
  const fourth = d4! - 4 * mean * d3! + 6 * square * d2! - 3 * n! * square * square;
  const kurtosis = second > 0 ? (n! * fourth) / (second * second) : 0;
  const stdError = Math.sqrt(second / (n! - 1));
  return [stdError, stdError * Math.sqrt(Math.max(0, kurtosis - 1) / (4 * n!))];
}
