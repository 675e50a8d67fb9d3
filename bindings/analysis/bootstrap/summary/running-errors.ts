/**
 * Standard errors while replicates arrive. Sums run over the replicates in the order of their numbers, so neither
 * chunks nor workers change a standard error or a decision. Let d be the distance of a replicate from the estimate,
 * which keeps the sums from cancelling. Let m be the mean of d, and M2 and M4 its second and fourth central sums:
 *
 *   M2 = sum d^2 - n m^2,  M4 = sum d^4 - 4 m sum d^3 + 6 m^2 sum d^2 - 3 n m^4
 *   standard error sqrt(M2 / (n - 1)), of which the Monte Carlo error is se sqrt((n M4 / M2^2 - 1) / (4 n))
 *
 * The final summary computes the same numbers, up to rounding, in two passes in the core.
 */
import { ReplicateStatus } from '../../../generated/codes.js';
import type { FitResult } from '../../../results/fit.js';
import type { Replicates } from '../replicates.js';

/** Replicates between two checks of the precision. */
const STRIDE = 1000;
/** Number of values per parameter: n and the sums of d, d^2, d^3 and d^4. */
const SUMS = 5;

/** Replicates in the form of a `Chunk`. */
export interface Rows {
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array;
  readonly statuses: Int32Array;
}

export interface RunningErrors {
  /** Adds the next replicates by number. */
  take(rows: Rows): void;
  /** Returns the standard errors by parameter; NaN before the second replicate. */
  stdErrors(): number[];
  monteCarloErrors(): number[];
  /** Number of replicates at which the required precision was first reached; undefined before. */
  readonly enough: number | undefined;
}

/** Makes the running sums. Without `precision` they never report that it was reached. */
export function observe(
  estimates: readonly number[],
  width: number,
  precision: number | undefined,
): RunningErrors {
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
        if (sums.every((sum) => isPrecise(sum, precision))) enough = done;
      }
    },
    stdErrors: () => sums.map((sum) => errorsOf(sum)[0]),
    monteCarloErrors: () => sums.map((sum) => errorsOf(sum)[1]),
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

/** Returns the number of replicates at which a precision was first reached. */
export function firstEnough(
  { params }: FitResult,
  { width, values, statuses, completed, numbers }: Replicates,
  precision: number | undefined,
): number | undefined {
  const whole = numbers.length > 0 && numbers.at(-1) === completed - 1;
  if (precision === undefined || !whole) return undefined;
  const runningErrors = observe(Object.values(params), width, precision);
  runningErrors.take({ first: 0, count: completed, values, statuses });
  return runningErrors.enough;
}
