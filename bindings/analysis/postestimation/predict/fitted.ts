/** Fitted values with standard errors by the delta method. */
import type { Engine } from '../../../core/engine/engine.js';
import { criticalValue } from '../../../core/numerics/inference.js';
import type { MeanFunction } from '../../../models/protocol.js';
import type { FitResult } from '../../../results/fit.js';

export interface Regressors {
  /** Rows to predict. */
  readonly rows: Int32Array;
  /** Regressors by the names of their coefficients; the constant is not among them. */
  readonly columns: ReadonlyMap<string, Float64Array>;
  /** The sum of the absorbed effects of each row. */
  readonly effect: Float64Array | undefined;
  /** The mean of the outcome at x'b, if it is not x'b. */
  readonly mean?: MeanFunction | undefined;
}

const identity: MeanFunction = { mean: (eta) => eta, slope: () => 1 };

/** Predictions that include effects have no standard error; see `meaningWarnings`. */
export function fittedColumns(
  engine: Engine,
  fit: FitResult,
  { rows, columns, effect, mean = identity }: Regressors,
  { interval, level }: { readonly interval: 'confidence' | 'prediction'; readonly level: number },
): Readonly<Record<string, Float64Array>> {
  const { names, values } = fit.vcov;
  const valueOf = (name: string, row: number) =>
    name === '_cons' ? 1 : (columns.get(name)?.[row] ?? NaN);
  const half = criticalValue(engine, level, { statistic: fit.statistic, df: fit.dfResid });
  const errorVariance = interval === 'prediction' ? fit.sigma2 : 0;
  const empty = () => new Float64Array(rows.length);
  const [fitted, stdError, low, high] = [empty(), empty(), empty(), empty()];
  rows.forEach((row, i) => {
    const x = names.map((name) => valueOf(name, row));
    const eta = names.reduce((sum, name, j) => sum + fit.params[name]! * x[j]!, effect?.[row] ?? 0);
    fitted[i] = mean.mean(eta);
    const variance = quadratic(values, x) * mean.slope(eta) ** 2;
    stdError[i] = Math.sqrt(variance);
    const width = half * Math.sqrt(variance + errorVariance);
    low[i] = fitted[i]! - width;
    high[i] = fitted[i]! + width;
  });
  return effect === undefined ? { fitted, stdError, low, high } : { fitted };
}

/** x' V x. */
function quadratic(v: readonly (readonly number[])[], x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const row = v[i]!;
    let along = 0;
    for (let j = 0; j < x.length; j++) along += row[j]! * x[j]!;
    sum += x[i]! * along;
  }
  return sum;
}
