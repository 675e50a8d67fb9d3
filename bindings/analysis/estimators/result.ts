/** The result of an estimator of arrays: that of the formula, with its numbers by position and by row. */
import type { Matrix } from '../../core/linalg/matrix.js';
import type { FitResult } from '../../results/fit.js';

/** Estimates in the order of the columns, for linear algebra; NaN for a column that others explain. */
export interface FitArrays {
  /** Coefficients (k). */
  readonly params: Float64Array;
  /** Standard errors (k). */
  readonly stdErrors: Float64Array;
  /** Coefficients over standard errors (k). */
  readonly statistics: Float64Array;
  /** Two-sided p-values of the hypotheses that a coefficient is 0 (k). */
  readonly pValues: Float64Array;
  /** Lower and upper ends of the intervals (k x 2). */
  readonly confInt: Matrix;
  /** Covariance of the estimates (k x k). */
  readonly vcov: Matrix;
}

/** What results of arrays have besides. These keys are not enumerable, so JSON and copies have the other keys only. */
export interface OfArrays {
  /** The regressors in the order of their columns, with `_cons` at its place. */
  readonly names: readonly string[];
  /** `params`, `stdErrors` and the other numbers by name once more, by position in `names`. */
  readonly arrays: FitArrays;
}

/** A result of arrays has the shape of the same estimator's result of a formula. */
export type ArrayFit<Result extends FitResult = FitResult> = Result & OfArrays;

/** A regression of arrays, with a number for each row. */
export type ArrayRegression<Result extends FitResult = FitResult> = ArrayFit<Result> & {
  /** y - X b (nobs). */
  readonly residuals: Float64Array;
  /** X b (nobs). */
  readonly fitted: Float64Array;
  /**
   * The result itself.
   *
   * @deprecated Read its keys directly: they are those of a formula's result.
   */
  readonly result: FitResult;
};

/** Adds the numbers by position, which are arranged when they are read. */
export function withArrays<Result extends FitResult>(
  result: FitResult,
  names: readonly string[],
): ArrayFit<Result> {
  let arranged: FitArrays | undefined;
  return Object.defineProperties(result, {
    names: { value: names },
    arrays: { get: () => (arranged ??= arraysOf(result, names)) },
  }) as FitResult as ArrayFit<Result>;
}

/** Adds the numbers of the rows too. */
export function regressionOf<Result extends FitResult>(
  result: FitResult,
  names: readonly string[],
  y: Float64Array,
  residuals: Float64Array,
): ArrayRegression<Result> {
  Object.defineProperty(result, 'result', { value: result });
  const rows = { residuals, fitted: difference(y, residuals) };
  return Object.assign(withArrays<Result>(result, names), rows) as ArrayRegression<Result>;
}

function arraysOf(result: FitResult, names: readonly string[]): FitArrays {
  const { vcov, confInt } = result;
  const place = (name: string) => vcov.names.indexOf(name);
  const list = (values: Readonly<Record<string, number>>) =>
    Float64Array.from(names, (name) => values[name] ?? NaN);
  const k = names.length;
  const matrix = (cols: number, columns: readonly (readonly (number | undefined)[])[]) => ({
    data: Float64Array.from(columns.flat(), (value) => value ?? NaN),
    rows: k,
    cols,
  });
  return {
    params: list(result.params),
    stdErrors: list(result.stdErrors),
    statistics: list(result.statistics),
    pValues: list(result.pValues),
    confInt: matrix(
      2,
      [0, 1].map((end) => names.map((name) => confInt[name]?.[end])),
    ),
    vcov: matrix(
      k,
      names.map((a) => names.map((b) => vcov.values[place(b)]?.[place(a)])),
    ),
  };
}

/** A separate function, because V8 discards the compiled loop of a longer function when the loop ends. */
function difference(y: Float64Array, residuals: Float64Array): Float64Array {
  const fitted = new Float64Array(y.length);
  for (let i = 0; i < fitted.length; ++i) fitted[i] = y[i]! - residuals[i]!;
  return fitted;
}
