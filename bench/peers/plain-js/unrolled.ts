/** The sums of a replicate unrolled by hand: four units at a time, two rows or coefficients at a time. */
import type { Blocks } from './blocks.js';
import type { Workspace } from './workspace.js';

/** sums = sum of w times the rows of the table, four units at a time. */
export function weightedSums(
  { table, width }: Blocks,
  weights: Float64Array,
  { active, sums }: Workspace,
  count: number,
): void {
  sums.fill(0);
  let i = 0;
  for (; i + 3 < count; i += 4) {
    const a = active[i]!;
    const b = active[i + 1]!;
    const c = active[i + 2]!;
    const d = active[i + 3]!;
    const wa = weights[a]!;
    const wb = weights[b]!;
    const wc = weights[c]!;
    const wd = weights[d]!;
    for (let p = 0; p < width; p++) {
      sums[p]! +=
        wa * table[a * width + p]! +
        wb * table[b * width + p]! +
        wc * table[c * width + p]! +
        wd * table[d * width + p]!;
    }
  }
  for (; i < count; i++) {
    const w = weights[active[i]!]!;
    const row = active[i]! * width;
    for (let p = 0; p < width; p++) sums[p]! += w * table[row + p]!;
  }
}

/** Adds sum g g' to the lower triangle of the matrix. */
export function addMoments(
  blocks: Blocks,
  weights: Float64Array,
  { active, matrix, g, beta1 }: Workspace,
  count: number,
): void {
  const { l } = blocks;
  for (let i = 0; i < count; i += 4) {
    g.fill(0);
    for (let u = 0; u < 4 && i + u < count; u++) {
      unitMoments(blocks, active[i + u]!, weights, beta1, g.subarray(u * l));
    }
    addOuterProducts(matrix, g, l);
  }
}

/**
 * Adds the outer products of four vectors of length l to the lower triangle of the matrix, two rows at a time. It also
 * writes the entries next to the diagonal in the upper triangle, which are never read.
 */
function addOuterProducts(matrix: Float64Array, g: Float64Array, l: number): void {
  let r = 0;
  for (; r + 1 < l; r += 2) {
    const a = g[r]!;
    const b = g[l + r]!;
    const c = g[2 * l + r]!;
    const d = g[3 * l + r]!;
    const nextA = g[r + 1]!;
    const nextB = g[l + r + 1]!;
    const nextC = g[2 * l + r + 1]!;
    const nextD = g[3 * l + r + 1]!;
    const row = r * l;
    for (let s = 0; s <= r + 1; s++) {
      const p = g[s]!;
      const q = g[l + s]!;
      const t = g[2 * l + s]!;
      const u = g[3 * l + s]!;
      matrix[row + s]! += a * p + b * q + c * t + d * u;
      matrix[row + l + s]! += nextA * p + nextB * q + nextC * t + nextD * u;
    }
  }
  for (let s = 0; r < l && s <= r; s++) {
    for (let u = 0; u < 4; u++) matrix[r * l + s]! += g[u * l + r]! * g[u * l + s]!;
  }
}

/** g = sqrt(w) (b - A beta) of one unit, two coefficients at a time. */
function unitMoments(
  { table, width, moments, k, l }: Blocks,
  unit: number,
  weights: Float64Array,
  beta: Float64Array,
  g: Float64Array,
): void {
  const x = unit * width + moments;
  const y = x + k * l;
  const root = Math.sqrt(weights[unit]!);
  for (let s = 0; s < l; s++) g[s] = root * table[y + s]!;
  for (let c = 0; c < k; c += 2) {
    const first = root * beta[c]!;
    // if k is odd, the last coefficient is paired with y'Z times 0
    const second = c + 1 < k ? root * beta[c + 1]! : 0;
    const row = x + c * l;
    for (let s = 0; s < l; s++) g[s]! -= first * table[row + s]! + second * table[row + l + s]!;
  }
}
