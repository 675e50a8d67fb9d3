/** Least squares by the core, their arrays read back. */
import { linearDesign, linearFit } from '../../../bindings/generated/records.js';
import { wrap, type Dense } from '../dense.js';
import {
  core,
  doubles,
  get,
  integers,
  read,
  record,
  writeOptions,
  type Options,
} from '../linear-design.js';

export interface Sample {
  readonly x: Dense;
  readonly y: Dense;
  /** Rounding errors of both. */
  readonly xLow?: Dense;
  readonly yLow?: Dense;
  /** 1 analytic, 2 frequency, 3 probability. */
  readonly weights?: { readonly type: number; readonly values: readonly number[] };
  /** Whether the last column is the constant. */
  readonly intercept?: boolean;
  readonly clusters?: readonly (readonly number[])[];
}

export interface Fit {
  readonly status: number;
  /** The numbers of the record. */
  readonly numbers: Readonly<Record<string, number>>;
  readonly params: Dense;
  readonly residuals: Dense;
  readonly bread: Dense;
  readonly vcov: Dense;
  /** The coefficients of the columns that equal each column to leave out. */
  readonly dependence: Dense;
}

/** Estimates a sample. */
export function fitOf(sample: Sample, options: Options = { kind: 'unadjusted' }): Fit {
  const start = core.mark();
  const { x, y, xLow, yLow, weights, clusters = [] } = sample;
  const [n, k] = [x.rows, x.columns];
  const put = (matrix: Dense | undefined) => (matrix ? doubles(matrix.values) : 0);
  const design = record(linearDesign, {
    nrows: n,
    nregressors: k,
    intercept: Number(sample.intercept ?? false),
    x: put(x),
    y: put(y),
    xLow: put(xLow),
    yLow: put(yLow),
    weightType: weights?.type ?? 0,
    weights: weights ? doubles(weights.values) : 0,
    nclusterings: clusters.length,
    clusters: integers(clusters.flat()),
    clusterCounts: integers(clusters.map((labels) => Math.max(...labels) + 1)),
  });
  const fit = record(linearFit, {});
  const status = core.ols_fit(design, writeOptions(options), fit);
  const numbers = read(linearFit, fit);
  const matrix = (field: string, rows: number, columns: number) =>
    wrap(rows, columns, get(numbers[field]!, rows * columns));
  const result = {
    status,
    numbers,
    params: matrix('params', k, 1),
    residuals: matrix('residuals', n, 1),
    bread: matrix('bread', k, k),
    vcov: matrix('vcov', k, k),
    dependence: wrap(k, k, get(numbers['dependence']!, k * k)),
  };
  core.release(start);
  return result;
}
