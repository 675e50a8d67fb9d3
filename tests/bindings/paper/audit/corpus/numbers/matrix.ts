/** Small matrices in plain arithmetic. */
export type Matrix = readonly (readonly number[])[];

/** Inverse by elimination with row exchanges. */
export function inverse(a: Matrix): number[][] {
  const k = a.length;
  const m = a.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  for (let p = 0; p < k; p++) {
    let best = p;
    for (let i = p; i < k; i++) if (Math.abs(m[i]![p]!) > Math.abs(m[best]![p]!)) best = i;
    [m[p], m[best]] = [m[best]!, m[p]!];
    const pivot = m[p]![p]!;
    m[p] = m[p]!.map((value) => value / pivot);
    for (let i = 0; i < k; i++) {
      const factor = m[i]![p]!;
      if (i !== p && factor !== 0) m[i] = m[i]!.map((value, c) => value - factor * m[p]![c]!);
    }
  }
  return m.map((row) => row.slice(k));
}

export function product(a: Matrix, b: Matrix): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, x, i) => sum + x * b[i]![j]!, 0)));
}

export function times(a: Matrix, x: readonly number[]): number[] {
  return a.map((row) => row.reduce((sum, value, i) => sum + value * x[i]!, 0));
}

/** X'WZ of rows. */
export function cross(x: Matrix, z: Matrix, weights?: readonly number[]): number[][] {
  const sums = x[0]!.map(() => z[0]!.map(() => 0));
  x.forEach((row, r) => {
    const w = weights?.[r] ?? 1;
    row.forEach((a, i) => {
      const line = sums[i]!;
      z[r]!.forEach((b, j) => (line[j]! += w * a * b));
    });
  });
  return sums;
}

export function transposed(a: Matrix): number[][] {
  return a[0]!.map((_, j) => a.map((row) => row[j]!));
}
