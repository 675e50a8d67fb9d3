/**
 * Variance components at the estimates. With u(it) = y(it) - x(it)'b on the n(i) rows of unit i,
 *
 *   s2       = sum (u(it) - u(i.))^2 / sum (n(i) - 1)
 *   s2(eta)  = sum (u(i.) - u(..))^2 / (N - 1) - s2 mean(1 / n(i)),    at least 0
 *
 * as in Swamy and Arora (1972), who use least squares residuals.
 */
import { unsimulated } from '../../../words/errors/analysis/simulations.js';
import type { DynamicSample } from '../../../models/dynamic/design/design.js';
import { cannotSimulate } from './errors.js';
import type { ByName } from '../../../results/common.js';

export interface Components {
  /** u(it) minus the mean of its unit (nrows), NaN in rows outside the estimate. */
  readonly residuals: Float64Array;
  /** The constant; in a model without one, the mean of u(i.) over units. */
  readonly intercept: number;
  readonly effectVariance: number;
  readonly errorVariance: number;
  /** Error variance of each unit (nunits); the common variance for a unit with one row. */
  readonly unitVariances: Float64Array;
}

/** @throws InputError `cannot-simulate` if every unit has one row, or if all residuals are 0 */
export function componentsOf(sample: DynamicSample, params: ByName): Components {
  const { nunits, unitStart, constant } = sample.design;
  const residuals = residualsOf(sample, params);
  const unitVariances = new Float64Array(nunits).fill(NaN);
  const means: number[] = [];
  let [squares, spare, inverses] = [0, 0, 0];
  for (let unit = 0; unit < nunits; unit++) {
    const unitResiduals = residuals.subarray(unitStart[unit], unitStart[unit + 1]);
    const { mean, count } = meanOf(unitResiduals);
    if (count === 0) continue;
    let sum = 0;
    for (let row = 0; row < unitResiduals.length; row++) {
      unitResiduals[row]! -= mean;
      if (!Number.isNaN(unitResiduals[row]!)) sum += unitResiduals[row]! ** 2;
    }
    means.push(mean);
    inverses += 1 / count;
    squares += sum;
    spare += count - 1;
    if (count > 1) unitVariances[unit] = sum / (count - 1);
  }
  const errorVariance = squares / spare;
  if (!(errorVariance > 0)) {
    throw cannotSimulate(unsimulated['error-variance']({ errorVariance, single: spare === 0 }));
  }
  const { mean } = meanOf(means);
  const between = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1);
  return {
    residuals,
    intercept: constant ? params._cons! : mean,
    effectVariance: Math.max(0, between - (errorVariance * inverses) / means.length) || 0,
    errorVariance,
    unitVariances: unitVariances.map((variance) =>
      Number.isNaN(variance) ? errorVariance : variance,
    ),
  };
}

/** y - x'b: the unit effect and the error of each row of the estimate. */
function residualsOf({ design }: DynamicSample, params: ByName): Float64Array {
  const { vars, nrows, complete, constant } = design;
  const residuals = vars.slice(0, nrows);
  design.params.forEach((name, j) => {
    const value = params[name];
    if (value === undefined) throw cannotSimulate(unsimulated.coefficient({ name }));
    const isConstant = constant && j + 1 === design.params.length;
    const column = vars.subarray((j + 1) * nrows, (j + 2) * nrows);
    for (let row = 0; row < nrows; row++)
      residuals[row]! -= isConstant ? value : value * column[row]!;
  });
  return residuals.map((u, row) => (complete[row] === 0 ? NaN : u));
}

/** The mean of the values that are not missing. */
function meanOf(values: ArrayLike<number>): { mean: number; count: number } {
  let [sum, count] = [0, 0];
  for (let i = 0; i < values.length; i++) {
    if (Number.isNaN(values[i]!)) continue;
    sum += values[i]!;
    count++;
  }
  return { mean: sum / count, count };
}

/**
 * Within units and over rows that have both variables (nrows each): the least squares slope of x on z, and the variance
 * of x. Both are 0 if nothing varies.
 */
export function withinMoments(
  x: Float64Array,
  z: Float64Array,
  unitStart: Int32Array,
): { readonly slope: number; readonly variance: number } {
  let [xz, zz, xx, spare] = [0, 0, 0, 0];
  for (let unit = 0; unit + 1 < unitStart.length; unit++) {
    const rows = Array.from(
      { length: unitStart[unit + 1]! - unitStart[unit]! },
      (_, i) => unitStart[unit]! + i,
    ).filter((row) => !Number.isNaN(x[row]! + z[row]!));
    const [xMean, zMean] = [x, z].map((column) => meanOf(rows.map((row) => column[row]!)).mean);
    for (const row of rows) {
      const [a, b] = [x[row]! - xMean!, z[row]! - zMean!];
      xz += a * b;
      zz += b * b;
      xx += a * a;
    }
    spare += Math.max(0, rows.length - 1);
  }
  return { slope: zz > 0 ? xz / zz : 0, variance: spare > 0 ? xx / spare : 0 };
}
