/** Least squares in plain JavaScript: normal equations and Cholesky on typed arrays. */

export interface Rows {
  readonly n: number;
  readonly k: number;
  /** n x k, column-major, and n. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export interface LeastSquares {
  readonly params: Float64Array;
  /** Standard errors by HC1. */
  readonly stdErrors: Float64Array;
}

/** Coefficients and HC1 standard errors. */
export function leastSquares({ n, k, x, y }: Rows): LeastSquares {
  const columns = Array.from({ length: k }, (_, j) => x.subarray(j * n, (j + 1) * n));
  const bread = inverse(columns.map((a) => columns.map((b) => dot(a, b))));
  const moments = columns.map((a) => dot(a, y));
  const params = Float64Array.from(bread, (row) => dot(row, moments));
  const squares = y.slice();
  columns.forEach((column, j) => {
    for (let i = 0; i < n; i++) squares[i]! -= column[i]! * params[j]!;
  });
  for (let i = 0; i < n; i++) squares[i]! *= squares[i]!;
  const meat = columns.map((a) => columns.map((b) => weightedDot(a, b, squares)));
  const variances = bread.map((row) =>
    dot(
      row,
      meat.map((line) => dot(line, row)),
    ),
  );
  const stdErrors = Float64Array.from(variances, (v) => Math.sqrt((v * n) / (n - k)));
  return { params, stdErrors };
}

/** Inner product. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function weightedDot(a: Float64Array, b: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += weights[i]! * a[i]! * b[i]!;
  return sum;
}

/** Inverse of a positive definite matrix: L L' = A, then L^-1 column by column. */
export function inverse(a: readonly (readonly number[])[]): number[][] {
  const k = a.length;
  const factor = a.map((row) => [...row]);
  for (let j = 0; j < k; j++) {
    for (let i = j; i < k; i++) {
      for (let l = 0; l < j; l++) factor[i]![j]! -= factor[i]![l]! * factor[j]![l]!;
      if (i === j) factor[j]![j] = Math.sqrt(factor[j]![j]!);
      else factor[i]![j]! /= factor[j]![j]!;
    }
  }
  const solved = a.map((_, column) => {
    const z = a.map((_row, i) => Number(i === column));
    for (let i = 0; i < k; i++) {
      for (let l = 0; l < i; l++) z[i]! -= factor[i]![l]! * z[l]!;
      z[i]! /= factor[i]![i]!;
    }
    return z;
  });
  return solved.map((left) => solved.map((right) => dot(left, right)));
}
