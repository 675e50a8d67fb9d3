/** Small matrices by rows. */

/** The inverse by Gauss and Jordan with partial pivoting; undefined if the matrix is singular. */
export function inverse(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const n = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let j = 0; j < n; j++) {
    const sizes = rows.slice(j).map((row) => Math.abs(row[j]!));
    const pivot = j + sizes.indexOf(Math.max(...sizes));
    if (!(Math.abs(rows[pivot]![j]!) > 1e-12 * Math.abs(matrix[pivot]![pivot]!))) return undefined;
    [rows[j], rows[pivot]] = [rows[pivot]!, rows[j]!];
    const head = rows[j]![j]!;
    rows[j] = rows[j]!.map((value) => value / head);
    rows.forEach((row, i) => {
      if (i !== j) rows[i] = row.map((value, k) => value - row[j]! * rows[j]![k]!);
    });
  }
  return rows.map((row) => row.slice(n));
}

export function times(matrix: readonly (readonly number[])[], x: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, value, j) => sum + value * x[j]!, 0));
}
