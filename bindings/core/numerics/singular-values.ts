import { dot } from './householder.js';

export interface SingularValues {
  /** In descending order. */
  readonly values: readonly number[];
  /** Left singular vectors times their singular values, in the same order. */
  readonly scaledLeft: readonly (readonly number[])[];
  readonly right: readonly (readonly number[])[];
}

const maxSweeps = 60;

/**
 * Singular values and vectors of a matrix given by its columns, by one-sided Jacobi rotations (Hestenes 1958; Golub
 * and Van Loan, Matrix Computations, 8.6). Small singular values keep their relative accuracy.
 */
export function singularValues(columns: readonly (readonly number[])[]): SingularValues {
  const left = columns.map((column) => [...column]);
  const right = columns.map((_, j) => columns.map((__, i) => Number(i === j)));
  for (let sweep = 0, rotated = true; rotated && sweep < maxSweeps; ++sweep) {
    rotated = false;
    for (let p = 0; p < left.length; ++p) {
      for (let q = p + 1; q < left.length; ++q)
        if (orthogonalize(left, right, p, q)) rotated = true;
    }
  }
  const lengths = left.map((column) => Math.sqrt(dot(column, column)));
  const order = lengths.map((_, j) => j).sort((i, j) => lengths[j]! - lengths[i]! || i - j);
  return {
    values: order.map((j) => lengths[j]!),
    scaledLeft: order.map((j) => left[j]!),
    right: order.map((j) => right[j]!),
  };
}

/** Rotates columns p and q until they are orthogonal; false if they already are. */
function orthogonalize(left: number[][], right: number[][], p: number, q: number): boolean {
  const [pp, qq, pq] = [dot(left[p]!, left[p]!), dot(left[q]!, left[q]!), dot(left[p]!, left[q]!)];
  if (!(Math.abs(pq) > 4 * Number.EPSILON * Math.sqrt(pp * qq))) return false;
  const half = (qq - pp) / (2 * pq);
  const t = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const c = 1 / Math.sqrt(1 + t * t);
  for (const vectors of [left, right]) {
    const [x, y] = [vectors[p]!, vectors[q]!];
    vectors[p] = x.map((xi, i) => c * (xi - t * y[i]!));
    vectors[q] = y.map((yi, i) => c * (yi + t * x[i]!));
  }
  return true;
}
