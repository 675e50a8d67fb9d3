/** The result of an estimator of arrays. */
import type { Matrix } from '../../core/linalg/matrix.js';
import type { Warning } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';

/** Estimates in the order of the columns. The constant is `_cons` at its position in `names`. */
export interface ArrayFit {
  readonly names: readonly string[];
  /** Coefficients (k); NaN for a column that is left out because others explain it. */
  readonly params: Float64Array;
  readonly stdErrors: Float64Array;
  /** Coefficients over standard errors. */
  readonly statistics: Float64Array;
  readonly pValues: Float64Array;
  /** Lower and upper ends of the intervals (k x 2). */
  readonly confInt: Matrix;
  /** Covariance of the estimates (k x k). */
  readonly vcov: Matrix;
  /** y - X b (nobs). */
  readonly residuals: Float64Array;
  /** X b (nobs). */
  readonly fitted: Float64Array;
  /** Positions of the columns that are left out. */
  readonly omitted: readonly number[];
  readonly nobs: number;
  readonly dfResid: number;
  readonly rss: number;
  readonly rsquared?: number | undefined;
  readonly warnings: readonly Warning[];
  /**
   * The same result as from a formula: tests, sample and covariance in words. The reports of the main entry point can
   * print it.
   */
  readonly result: FitResult;
}

/** Arranges a result in the order of the given columns. */
export function arrayFit(
  names: readonly string[],
  y: Float64Array,
  residuals: Float64Array,
  result: FitResult,
): ArrayFit {
  const k = names.length;
  const kept = new Map(result.vcov.names.map((name, i) => [name, i]));
  const list = (values: Readonly<Record<string, number>>) =>
    Float64Array.from(names, (name) => values[name] ?? NaN);
  const confInt = new Float64Array(2 * k);
  const vcov = new Float64Array(k * k).fill(NaN);
  names.forEach((name, j) => {
    const ends = result.confInt[name] ?? [NaN, NaN];
    confInt[j] = ends[0];
    confInt[k + j] = ends[1];
    const column = kept.get(name);
    if (column === undefined) return;
    names.forEach((other, i) => {
      const row = kept.get(other);
      if (row !== undefined) vcov[i + j * k] = result.vcov.values[row]![column]!;
    });
  });
  return {
    names,
    params: list(result.params),
    stdErrors: list(result.stdErrors),
    statistics: list(result.statistics),
    pValues: list(result.pValues),
    confInt: { data: confInt, rows: k, cols: 2 },
    vcov: { data: vcov, rows: k, cols: k },
    residuals,
    fitted: difference(y, residuals),
    omitted: names.flatMap((name, j) => (kept.has(name) ? [] : [j])),
    nobs: result.nobs,
    dfResid: result.dfResid,
    rss: result.rss ?? NaN,
    rsquared: result.rsquared,
    warnings: result.warnings,
    result,
  };
}

/** A separate function, because V8 discards the compiled loop of a longer function when the loop ends. */
function difference(y: Float64Array, residuals: Float64Array): Float64Array {
  const fitted = new Float64Array(y.length);
  for (let i = 0; i < fitted.length; ++i) fitted[i] = y[i]! - residuals[i]!;
  return fitted;
}
