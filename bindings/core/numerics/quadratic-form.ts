/** g' A^+ g for a small symmetric matrix A, with counts of A's eigenvalues. */
export interface QuadraticForm {
  readonly value: number;
  /** Number of nonzero eigenvalues of A, scaled to a unit diagonal. */
  readonly rank: number;
  /** Number of negative eigenvalues; a covariance matrix has none. */
  readonly negative: number;
}

type Matrix = readonly (readonly number[])[];

/** An eigenvalue below this share of the largest counts as 0. */
const tolerance = 1e-12;

/**
 * Convergence is quadratic: six to ten sweeps are enough. In a singular matrix rounding errors may keep the rotations
 * going.
 */
const maxSweeps = 30;

/**
 * g' D^-1 C^+ D^-1 g for A = D C D (q x q), D = diag(`scales`) and C^+ the Moore-Penrose inverse. By default the
 * scales are the square roots of A's diagonal. Scaling makes the rank independent of the units of measurement.
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
 * Eigenvalues and eigenvectors (columns) by Jacobi's cyclic rotations: accurate to rounding for the few rows of a
 * test (Golub and Van Loan, Matrix Computations, 8.5).
 */
export function symmetricEigen(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const a = matrix.map((row) => [...row]);
  const vectors = a.map((_, i) => a.map((__, j) => Number(i === j)));
  for (let sweep = 0, rotated = true; rotated && sweep < maxSweeps; ++sweep) {
    rotated = false;
    for (let p = 0; p < a.length; ++p) {
      for (let q = p + 1; q < a.length; ++q) {
        if (rotate(a, vectors, p, q)) rotated = true;
      }
    }
  }
  return { values: a.map((row, i) => row[i]!), vectors };
}

/** Rotates a[p][q] to zero; false if it is negligible next to the diagonal. */
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
