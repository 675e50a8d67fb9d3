/** The sums of a replicate as in the formulas: one unit, row and column at a time. */
import type { Blocks } from './blocks.js';
import { SINGULAR } from './cholesky.js';
import type { Workspace } from './workspace.js';

/** sums = sum of w times the rows of the table. */
export function weightedSums(
  { table, width }: Blocks,
  weights: Float64Array,
  { active, sums }: Workspace,
  count: number,
): void {
  sums.fill(0);
  for (let i = 0; i < count; i++) {
    const w = weights[active[i]!]!;
    const row = active[i]! * width;
    for (let p = 0; p < width; p++) sums[p]! += w * table[row + p]!;
  }
}

/** Adds sum g g', g = sqrt(w) (b - A beta), to the lower triangle of the matrix. */
export function addMoments(
  { table, width, moments, k, l }: Blocks,
  weights: Float64Array,
  { active, matrix, g, beta1 }: Workspace,
  count: number,
): void {
  for (let i = 0; i < count; i++) {
    const x = active[i]! * width + moments;
    const root = Math.sqrt(weights[active[i]!]!);
    for (let s = 0; s < l; s++) {
      let moment = table[x + k * l + s]!;
      for (let c = 0; c < k; c++) moment -= beta1[c]! * table[x + c * l + s]!;
      g[s] = root * moment;
    }
    for (let r = 0; r < l; r++) {
      const left = g[r]!;
      for (let s = 0; s <= r; s++) matrix[r * l + s]! += left * g[s]!;
    }
  }
}

/** As in `cholesky.ts`, by inner products of rows. */
export function factorise(m: Float64Array, rows: number, l: number): boolean {
  for (let j = 0; j < l; j++) {
    const diagonal = m[j * l + j]!;
    for (let i = j; i < rows; i++) {
      let sum = m[i * l + j]!;
      for (let p = 0; p < j; p++) sum -= m[i * l + p]! * m[j * l + p]!;
      if (i > j) m[i * l + j] = sum / m[j * l + j]!;
      else if (sum > SINGULAR * diagonal) m[j * l + j] = Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}
