/** 2SLS and two-step GMM with clusters in plain JavaScript, from inverses of cross-products. */
import { dot, inverse } from './least-squares.js';

export interface InstrumentedRows {
  readonly n: number;
  readonly y: Float64Array;
  /** Regressors and instruments (exogenous regressors among them), column by column. */
  readonly x: readonly Float64Array[];
  readonly z: readonly Float64Array[];
  readonly cluster: Float64Array;
  readonly nclusters: number;
}

type Matrix = number[][];

/** Coefficients and clustered standard errors; the second step uses the clustered weight of the first. */
export function instrumented(rows: InstrumentedRows, steps: 1 | 2) {
  const { x, y, z } = rows;
  const zx = z.map((a) => x.map((b) => dot(a, b)));
  const zy = z.map((a) => dot(a, y));
  let weight = inverse(z.map((a) => z.map((b) => dot(a, b))));
  let params = solve(weight, zx, zy).params;
  if (steps === 2) {
    weight = inverse(clusterMeat(rows, params));
    params = solve(weight, zx, zy).params;
  }
  const { map } = solve(weight, zx, zy);
  const variance = product(product(map, clusterMeat(rows, params)), transposed(map));
  return { params, stdErrors: variance.map((row, j) => Math.sqrt(row[j]!)) };
}

/** b = P z'y with P = (x'z W z'x)^-1 x'z W. */
function solve(weight: Matrix, zx: Matrix, zy: readonly number[]) {
  const weighted = product(transposed(zx), weight);
  const map = product(inverse(product(weighted, zx)), weighted);
  return { map, params: map.map((row) => dot(row, zy)) };
}

function clusterMeat({ n, x, y, z, cluster, nclusters }: InstrumentedRows, b: readonly number[]) {
  const e = y.slice();
  x.forEach((column, j) => {
    for (let i = 0; i < n; i++) e[i]! -= column[i]! * b[j]!;
  });
  const sums = z.map((column) => {
    const sum = new Float64Array(nclusters);
    for (let i = 0; i < n; i++) sum[cluster[i]!]! += column[i]! * e[i]!;
    return sum;
  });
  return sums.map((a) => sums.map((c) => dot(a, c)));
}

function product(a: Matrix, b: Matrix): Matrix {
  const columns = transposed(b);
  return a.map((row) => columns.map((column) => dot(row, column)));
}

function transposed(a: Matrix): Matrix {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}
