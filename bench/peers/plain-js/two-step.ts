/**
 * Two-step GMM from unit blocks under integer weights w: the core's algorithm in plain typed arrays.
 *
 *   S1 = sum w G      beta1 minimises m' S1^-1 m      m = sum w (b - A beta)
 *   g  = sqrt(w) (b - A beta1)      S2 = sum g g'      beta2 minimises m' S2^-1 m      J = its minimum
 */
import type { Blocks } from './blocks.js';
import { dot, factorise } from './cholesky.js';

/** Buffers of one replicate, made once and used for all. */
export interface Workspace {
  /** Units with a positive weight. */
  readonly active: Int32Array;
  readonly sums: Float64Array;
  /** (l + k + 1) x l: the weight matrix, then X'Z and y'Z. */
  readonly matrix: Float64Array;
  /** (k + 1) x k: normal equations of the whitened moments. */
  readonly normal: Float64Array;
  /** Moments of four units. */
  readonly g: Float64Array;
  readonly beta1: Float64Array;
  readonly beta2: Float64Array;
}

export function createWorkspace({ n, k, l, width }: Blocks): Workspace {
  return {
    active: new Int32Array(n),
    sums: new Float64Array(width),
    matrix: new Float64Array((l + k + 1) * l),
    normal: new Float64Array((k + 1) * k),
    g: new Float64Array(4 * l),
    beta1: new Float64Array(k),
    beta2: new Float64Array(k),
  };
}

/** Fills `beta1` and `beta2` of the workspace; returns J, or NaN when a weight matrix is singular. */
export function twoStep(blocks: Blocks, weights: Float64Array, work: Workspace): number {
  const { k, l, moments, place } = blocks;
  const { sums, matrix, active, beta1, beta2 } = work;
  let count = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) active[count++] = i;
  weightedSums(blocks, weights, work, count);
  matrix.fill(0, 0, l * l);
  for (let p = 0; p < moments; p++) matrix[place[p]!] = sums[p]!;
  matrix.set(sums.subarray(moments), l * l);
  if (!factorise(matrix, l + k + 1, l) || !solve(work, beta1, k, l)) return NaN;
  matrix.fill(0, 0, l * l);
  addMoments(blocks, weights, work, count);
  matrix.set(sums.subarray(moments), l * l);
  if (!factorise(matrix, l + k + 1, l) || !solve(work, beta2, k, l)) return NaN;
  return criterion(work, k, l);
}

/** sums = sum of w times the rows of the table, four units at a time. */
function weightedSums(
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
function addMoments(
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
 * Adds the outer products of four vectors of length l to the lower triangle of the matrix, two rows at
 * a time; of the upper triangle it writes only the entry beside a diagonal one, which nothing reads.
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
    // with k odd the last partner is y'Z, times 0
    const second = c + 1 < k ? root * beta[c + 1]! : 0;
    const row = x + c * l;
    for (let s = 0; s < l; s++) g[s]! -= first * table[row + s]! + second * table[row + l + s]!;
  }
}

/** Least squares of the whitened y'Z on the whitened X'Z, which stand below the factor. */
function solve({ matrix, normal }: Workspace, beta: Float64Array, k: number, l: number): boolean {
  for (let r = 0; r <= k; r++) {
    for (let s = 0; s <= Math.min(r, k - 1); s++) {
      normal[r * k + s] = dot(matrix, (l + r) * l, (l + s) * l, l);
    }
  }
  if (!factorise(normal, k + 1, k)) return false;
  for (let r = k - 1; r >= 0; r--) {
    let value = normal[k * k + r]!;
    for (let s = r + 1; s < k; s++) value -= normal[s * k + r]! * beta[s]!;
    beta[r] = value / normal[r * k + r]!;
  }
  return true;
}

/** Squared length of the whitened moments at beta2. */
function criterion({ matrix, beta2 }: Workspace, k: number, l: number): number {
  let total = 0;
  for (let s = 0; s < l; s++) {
    let moment = matrix[(l + k) * l + s]!;
    for (let c = 0; c < k; c++) moment -= beta2[c]! * matrix[(l + c) * l + s]!;
    total += moment * moment;
  }
  return total;
}
