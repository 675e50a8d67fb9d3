/**
 * Two-step GMM from unit blocks under integer weights w: the core's algorithm in plain typed arrays.
 *
 *   S1 = sum w G      beta1 minimises m' S1^-1 m      m = sum w (b - A beta)
 *   g  = sqrt(w) (b - A beta1)      S2 = sum g g'      beta2 minimises m' S2^-1 m      J = its minimum
 */
import type { Blocks } from './blocks.js';
import { dot } from './cholesky.js';
import type { Loops } from './loops.js';
import type { Workspace } from './workspace.js';

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
export function twoStep(
  blocks: Blocks,
  weights: Float64Array,
  work: Workspace,
  loops: Loops,
): number {
  const { weightedSums, addMoments, factorise } = loops;
  const { k, l, moments, place } = blocks;
  const { sums, matrix, active, beta1, beta2 } = work;
  let count = 0;
  for (let i = 0; i < weights.length; i++) if (weights[i]! > 0) active[count++] = i;
  weightedSums(blocks, weights, work, count);
  matrix.fill(0, 0, l * l);
  for (let p = 0; p < moments; p++) matrix[place[p]!] = sums[p]!;
  matrix.set(sums.subarray(moments), l * l);
  if (!factorise(matrix, l + k + 1, l) || !solve(work, beta1, [k, l], factorise)) return NaN;
  matrix.fill(0, 0, l * l);
  addMoments(blocks, weights, work, count);
  matrix.set(sums.subarray(moments), l * l);
  if (!factorise(matrix, l + k + 1, l) || !solve(work, beta2, [k, l], factorise)) return NaN;
  return criterion(work, k, l);
}

/** Least squares of the whitened y'Z on the whitened X'Z, which are stored below the factor. */
function solve(
  { matrix, normal }: Workspace,
  beta: Float64Array,
  [k, l]: readonly [number, number],
  factorise: Loops['factorise'],
): boolean {
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
