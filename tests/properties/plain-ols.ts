/** Least squares in plain arithmetic, for comparisons. */

/** Solves A x = b by elimination with row exchanges. */
function solve(a: readonly (readonly number[])[], b: readonly number[]): number[] {
  const m = a.map((row, i) => [...row, b[i]!]);
  for (let p = 0; p < m.length; p++) {
    const best = m
      .slice(p)
      .reduce((top, row, i) => (Math.abs(row[p]!) > Math.abs(m[top]![p]!) ? p + i : top), p);
    [m[p], m[best]] = [m[best]!, m[p]!];
    for (let i = 0; i < m.length; i++) {
      if (i === p) continue;
      const factor = m[i]![p]! / m[p]![p]!;
      m[i] = m[i]!.map((value, c) => value - factor * m[p]![c]!);
    }
  }
  return m.map((row, i) => row[m.length]! / row[i]!);
}

/** t statistic of the first regressor with clusters, without a small-sample factor, in plain arithmetic. */
export function tStatistic(
  x: readonly (readonly number[])[],
  y: readonly number[],
  groups: readonly number[],
) {
  const k = x[0]!.length;
  const sum = (f: (row: number) => number) => y.reduce((total, _, row) => total + f(row), 0);
  const gram = Array.from({ length: k }, (_, a) =>
    Array.from({ length: k }, (__, b) => sum((row) => x[row]![a]! * x[row]![b]!)),
  );
  const moment = (values: readonly number[]) =>
    Array.from({ length: k }, (_, a) => sum((row) => x[row]![a]! * values[row]!));
  const b = solve(gram, moment(y));
  const e = y.map((value, row) => value - x[row]!.reduce((s, xa, a) => s + xa * b[a]!, 0));
  const influence = solve(gram, [1, ...Array<number>(k - 1).fill(0)]);
  const scores = new Map<number, number>();
  groups.forEach((g, row) => {
    const score = x[row]!.reduce((s, xa, a) => s + xa * influence[a]!, 0) * e[row]!;
    scores.set(g, (scores.get(g) ?? 0) + score);
  });
  const variance = [...scores.values()].reduce((s, value) => s + value * value, 0);
  return { t: b[0]! / Math.sqrt(variance), b, e };
}

/** The inverse, column by column. */
export function plainInverse(a: readonly (readonly number[])[]): number[][] {
  const columns = a.map((_, j) =>
    solve(
      a,
      a.map((__, i) => Number(i === j)),
    ),
  );
  return a.map((_, i) => columns.map((column) => column[i]!));
}
