/**
 * QR of a few columns by Householder reflections (Golub and Van Loan, Matrix Computations, 5.2), for the small matrices
 * of tests. Matrices with one row per observation are factored by the core.
 */
export interface Householder {
  /** Upper triangle R, row by row (k x k for k columns). */
  readonly triangle: readonly (readonly number[])[];
  /** Q'b; entries from k on are the part of b outside the span of the columns. */
  apply(b: readonly number[]): number[];
}

export type Vector = readonly number[];

/** I - 2 v v' / v'v for entries from a position on; these loops take most of the time of confidence sets. */
interface Reflection {
  readonly v: readonly number[];
  /** v'v. */
  readonly square: number;
}

/** Factors k columns of m >= k entries each. */
export function householder(columns: readonly (readonly number[])[]): Householder {
  const work = columns.map((column) => [...column]);
  const reflections = work.map((column, k) => {
    const reflection = reflectionOf(column, k);
    for (let j = k; j < work.length; ++j) reflect(work[j]!, reflection, k);
    return reflection;
  });
  return {
    triangle: work.map((_, i) => work.map((column, j) => (i <= j ? column[i]! : 0))),
    apply: (b) => {
      const image = [...b];
      reflections.forEach((reflection, k) => reflect(image, reflection, k));
      return image;
    },
  };
}

/** The reflection of x to (-+ |x|, 0, ..., 0)', x the entries of `column` from k on. */
function reflectionOf(column: readonly number[], k: number): Reflection {
  const v = column.slice(k);
  const length = norm(v);
  v[0]! += v[0]! < 0 ? -length : length;
  return { v, square: dot(v, v) };
}

function reflect(x: number[], { v, square }: Reflection, k: number): void {
  if (square === 0) return;
  let product = 0;
  for (let i = 0; i < v.length; ++i) product += v[i]! * x[k + i]!;
  const along = (2 * product) / square;
  for (let i = 0; i < v.length; ++i) x[k + i]! -= along * v[i]!;
}

export function dot(x: readonly number[], y: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; ++i) sum += x[i]! * y[i]!;
  return sum;
}

/** Euclidean length, without overflow. */
export function norm(x: readonly number[]): number {
  const largest = x.reduce((most, xi) => Math.max(most, Math.abs(xi)), 0);
  if (largest === 0) return 0;
  const scaled = x.map((xi) => xi / largest);
  return largest * Math.sqrt(dot(scaled, scaled));
}

/** Solves R x = b for an upper triangle R (rows); entries of b beyond the order of R are ignored. */
export function backSubstitute(
  triangle: readonly (readonly number[])[],
  b: readonly number[],
): number[] {
  const x = triangle.map((_, i) => b[i]!);
  for (let i = x.length - 1; i >= 0; --i) {
    for (let j = i + 1; j < x.length; ++j) x[i]! -= triangle[i]![j]! * x[j]!;
    x[i]! /= triangle[i]![i]!;
  }
  return x;
}

/** Solves R'x = b for an upper triangle R (rows). */
export function forwardSubstitute(
  triangle: readonly (readonly number[])[],
  b: readonly number[],
): number[] {
  const x = triangle.map((_, i) => b[i]!);
  for (let i = 0; i < x.length; ++i) {
    for (let j = 0; j < i; ++j) x[i]! -= triangle[j]![i]! * x[j]!;
    x[i]! /= triangle[i]![i]!;
  }
  return x;
}

/** Least squares of b on the columns: coefficients, residuals and residual sum of squares. */
export function leastSquares(columns: readonly (readonly number[])[], b: readonly number[]) {
  const { triangle, apply } = householder(columns);
  const image = apply(b);
  const params = backSubstitute(triangle, image);
  const residuals = b.map((bi, i) =>
    columns.reduce((rest, column, j) => rest - column[i]! * params[j]!, bi),
  );
  const rest = image.slice(columns.length);
  return { params, residuals, rss: dot(rest, rest) };
}

export function identity(order: number): number[][] {
  return Array.from({ length: order }, (_, i) =>
    Array.from({ length: order }, (__, j) => Number(i === j)),
  );
}
