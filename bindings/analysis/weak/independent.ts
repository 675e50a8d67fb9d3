export type Matrix = readonly (readonly number[])[];

/** Share of its variance that a row must keep, conditional on earlier rows. */
const tolerance = 1e-10;

/**
 * Rows of a covariance whose pivot in a Cholesky factorisation, in their order, exceeds the tolerance times their
 * variance. A conditional covariance is compared with the unconditional variances, which set the size of its rounding
 * errors.
 */
export function independent(
  covariance: Matrix,
  variances: readonly number[] = covariance.map((row, i) => row[i]!),
): number[] {
  const kept: number[] = [];
  const rows: number[][] = [];
  covariance.forEach((row, j) => {
    const column: number[] = [];
    kept.forEach((l, i) => {
      const known = rows[i]!;
      const rest = column.reduce((value, r, k) => value - known[k]! * r, row[l]!);
      column.push(rest / known[i]!);
    });
    const pivot = column.reduce((value, r) => value - r * r, row[j]!);
    if (!(pivot > tolerance * variances[j]!)) return;
    kept.push(j);
    rows.push([...column, Math.sqrt(pivot)]);
  });
  return kept;
}

export function pick(matrix: Matrix, kept: readonly number[]): number[][] {
  return kept.map((i) => kept.map((j) => matrix[i]![j]!));
}
