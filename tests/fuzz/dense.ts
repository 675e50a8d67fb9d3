/** Matrices as lists of rows: plain algebra for restatements of estimators. */
export type Matrix = readonly (readonly number[])[];

export function transpose(a: Matrix): Matrix {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}

export function multiply(a: Matrix, b: Matrix): Matrix {
  const columns = transpose(b);
  return a.map((row) =>
    columns.map((column) => row.reduce((sum, x, i) => sum + x * column[i]!, 0)),
  );
}

/** Gauss-Jordan elimination with pivots by row, after rows and columns are scaled to a unit diagonal. */
export function inverse(a: Matrix): Matrix {
  const scales = a.map((row, i) => Math.sqrt(Math.abs(row[i]!)) || 1);
  const n = a.length;
  const work = a.map((row, i) => [
    ...row.map((value, j) => value / scales[i]! / scales[j]!),
    ...row.map((_, j) => (i === j ? 1 : 0)),
  ]);
  for (let k = 0; k < n; k++) {
    const best = work
      .slice(k)
      .reduce((top, row, i) => (Math.abs(row[k]!) > Math.abs(work[top]![k]!) ? k + i : top), k);
    [work[k], work[best]] = [work[best]!, work[k]!];
    const pivot = work[k]![k]!;
    work[k] = work[k]!.map((value) => value / pivot);
    for (let i = 0; i < n; i++) {
      const factor = work[i]![k]!;
      if (i !== k) work[i] = work[i]!.map((value, j) => value - factor * work[k]![j]!);
    }
  }
  return work.map((row, i) => row.slice(n).map((value, j) => value / scales[i]! / scales[j]!));
}
