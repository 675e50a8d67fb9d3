/** CV2 and CV3 in plain arithmetic: a power of I - H_gg from its eigenvectors, one cluster after another. */
import { plainInverse } from './plain-ols.js';

export interface Sample {
  readonly y: readonly number[];
  /** Clusters. */
  readonly g: readonly number[];
  /** Columns; a constant comes last. */
  readonly x: readonly (readonly number[])[];
  readonly w: readonly number[] | undefined;
}

type Matrix = readonly (readonly number[])[];

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * b[i]!, 0);

/** Standard errors of the columns and the constant; CV3 has the factor (G - 1) / G. */
export function correctedErrors({ y, g, x, w }: Sample, kind: 'CV2' | 'CV3'): number[] {
  const roots = y.map((_, i) => Math.sqrt(w?.[i] ?? 1));
  const rows = y.map((_, i) => [...x.map((column) => column[i]!), 1].map((v) => v * roots[i]!));
  const outcome = y.map((value, i) => value * roots[i]!);
  const columns = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
  const bread = plainInverse(columns.map((a) => columns.map((b) => dot(a, b))));
  const moments = columns.map((column) => dot(column, outcome));
  const beta = bread.map((row) => dot(row, moments));
  const residuals = outcome.map((value, i) => value - dot(rows[i]!, beta));
  const labels = [...new Set(g)];
  const changes = labels.map((label) => {
    const members = g.flatMap((value, i) => (value === label ? [i] : []));
    const part = members.map((i) => rows[i]!);
    const hat = part
      .map((a) => bread.map((row) => dot(row, a)))
      .map((a) => part.map((b) => dot(a, b)));
    const rest = hat.map((row, i) => row.map((value, j) => Number(i === j) - value));
    const corrected = inversePower(rest, kind === 'CV2' ? 0.5 : 1).map((row) =>
      dot(
        row,
        members.map((i) => residuals[i]!),
      ),
    );
    const score = columns.map((_, j) =>
      dot(
        part.map((row) => row[j]!),
        corrected,
      ),
    );
    return bread.map((row) => dot(row, score));
  });
  const factor = kind === 'CV2' ? 1 : (labels.length - 1) / labels.length;
  return bread.map((_, j) => {
    const change = changes.map((each) => each[j]!);
    return Math.sqrt(factor * dot(change, change));
  });
}

/** The power -p of a symmetric matrix without its eigenvalues of at most 1e-10, by Jacobi rotations of both sides. */
function inversePower(matrix: Matrix, p: number): number[][] {
  const n = matrix.length;
  const a = matrix.map((row) => [...row]);
  const v = matrix.map((row, i) => row.map((_, j) => Number(i === j)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) annihilate(a, v, i, j);
  }
  const powers = a.map((row, l) => (row[l]! > 1e-10 ? row[l]! ** -p : 0));
  return v.map((left) =>
    v.map((right) =>
      dot(
        left,
        right.map((value, l) => value * powers[l]!),
      ),
    ),
  );
}

/** Rotates rows and columns i and j of a so that their common element is 0, and the columns of v along. */
function annihilate(a: number[][], v: number[][], i: number, j: number): void {
  if (a[i]![j] === 0) return;
  const angle = 0.5 * Math.atan2(2 * a[i]![j]!, a[j]![j]! - a[i]![i]!);
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const turn = (x: number, y: number): [number, number] => [c * x - s * y, s * x + c * y];
  for (const row of [...a, ...v]) [row[i], row[j]] = turn(row[i]!, row[j]!);
  const [first, second] = [a[i]!, a[j]!];
  a[i] = first.map((value, l) => turn(value, second[l]!)[0]);
  a[j] = first.map((value, l) => turn(value, second[l]!)[1]);
}
