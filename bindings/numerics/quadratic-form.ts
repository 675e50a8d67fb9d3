/** g' A^+ g of a small symmetric matrix, with what its eigenvalues say about A. */
export interface QuadraticForm {
  readonly value: number;
  /** Eigenvalues, of A scaled to a unit diagonal, that are not 0. */
  readonly rank: number;
  /** Those of them below 0: with any, A is no covariance matrix. */
  readonly negative: number;
}

type Matrix = readonly (readonly number[])[];

/** Share of the largest eigenvalue below which one counts as 0. */
const tolerance = 1e-12;

/** Convergence is quadratic: six to ten sweeps do. A singular matrix may leave rounding errors to turn. */
const mostSweeps = 30;

/**
 * The quadratic form with the Moore-Penrose inverse of A (q x q) after scaling: A = D C D, where D holds
 * `scales`, square roots of A's diagonal when not given. Scaling makes the rank independent of the units.
 */
export function quadraticForm(
  g: readonly number[],
  a: Matrix,
  scales: readonly number[] = a.map((row, i) => Math.sqrt(Math.abs(row[i]!))),
): QuadraticForm {
  const inverses = scales.map((scale) => (scale > 0 ? 1 / scale : 0));
  const scaled = a.map((row, i) => row.map((x, j) => x * inverses[i]! * inverses[j]!));
  const { values, vectors } = symmetricEigen(scaled);
  const largest = Math.max(0, ...values.map(Math.abs));
  const used = values.map((value) => Math.abs(value) > tolerance * largest);
  let sum = 0;
  values.forEach((value, j) => {
    if (!used[j]) return;
    const along = g.reduce((s, x, i) => s + x * inverses[i]! * vectors[i]![j]!, 0);
    sum += (along * along) / value;
  });
  return {
    value: sum,
    rank: used.filter(Boolean).length,
    negative: values.filter((value, j) => used[j] && value < 0).length,
  };
}

/**
 * Eigenvalues and eigenvectors (columns) by Jacobi's cyclic rotations: exact to rounding for the handful
 * of rows a test has (Golub and Van Loan, Matrix Computations, 8.5).
 */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => Number(i === j)));
  for (let sweep = 0, rotated = true; rotated && sweep < mostSweeps; ++sweep) {
    rotated = false;
    for (let p = 0; p < a.length; ++p) {
      for (let q = p + 1; q < a.length; ++q) {
        if (rotate(a, vectors, p, q)) rotated = true;
      }
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** Makes a[p][q] zero, unless it is negligible beside the diagonal. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): boolean {
  const off = a[p]![q]!;
  const size = Math.sqrt(Math.abs(a[p]![p]! * a[q]![q]!));
  if (!(Math.abs(off) > Number.EPSILON * size)) return false;
  const half = (a[q]![q]! - a[p]![p]!) / (2 * off);
  const t = (half >= 0 ? 1 : -1) / (Math.abs(half) + Math.sqrt(1 + half * half));
  const c = 1 / Math.sqrt(1 + t * t);
  const s = t * c;
  for (const row of a) turn(row, p, q, c, s);
  for (let j = 0; j < a.length; ++j) {
    const x = a[p]![j]!;
    const y = a[q]![j]!;
    a[p]![j] = c * x - s * y;
    a[q]![j] = s * x + c * y;
  }
  a[p]![q] = 0;
  a[q]![p] = 0;
  for (const row of vectors) turn(row, p, q, c, s);
  return true;
}

function turn(row: number[], p: number, q: number, c: number, s: number): void {
  const x = row[p]!;
  const y = row[q]!;
  row[p] = c * x - s * y;
  row[q] = s * x + c * y;
}
