/**
 * One bootstrap replicate of a dynamic panel model from its weighted sums; no row is touched.
 *
 *   fast      U'U = S1, V = U'^-1 [A s];  R'R = V'V;  b = R^-1 (R'^-1 V's)      the same with S2
 *   careful   the Moore-Penrose whitener and pivoted QR of the single fit, when S1 or S2 is singular
 *             in the resample or V'V too ill-conditioned for its Cholesky factor
 *
 * Both weighting matrices are recomputed: S1 = sum w_i G_i, and S2 = sum w_i g_i g_i' with
 * g_i = b_i - A_i b1. The last pivot of the augmented V'V is the square root of the objective.
 */
import { doubles, entry, get, getInt, set } from '../../memory/layout';
import { DpdDesign } from '../../memory/dpd-records';
import { BootstrapPlan } from '../../memory/records';
import { Status } from '../../status';
import { UNITS } from '../../random/weights';
import { padded, panelCount, triangleEntry, triangleSize, unpack } from '../../blas/panels';
import { dpotrf, dtrsmPanels } from '../../lapack/dpotrf';
import { exhausted } from '../../memory/arena';
import { dsyrkPanels } from '../../moments/gram';
import { solveStep } from '../../moments/step';
import { factorize } from '../../moments/whitener';
import { BATCH_ROWS, Blocks, openBlocks } from './blocks';
import { openModel, sampleStatus } from './model';

/** Smallest share of a column of V that V'V may keep for the fast road: cond(V) below about 1e4. */
const FAST_TOLERANCE: f64 = 1e-8;

/** Set in a status when the Moore-Penrose inverse was used; the low bits are the status. */
export const SINGULAR: i32 = 256;

/**
 * Prepares a bootstrap of `steps` (1 or 2) steps in the arena. `moments`, the sum of the moments at the
 * estimate, recentres them; 0 leaves them as they are.
 */
export function dpd_prepare(designAt: usize, steps: i32, moments: usize, planAt: usize): Status {
  const design = changetype<DpdDesign>(designAt);
  const plan = changetype<BootstrapPlan>(planAt);
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const model = openModel(design, 0);
  if (exhausted()) return Status.OutOfMemory;
  const status = sampleStatus(model);
  if (status != Status.Ok) return status;
  const blocks = openBlocks(model, steps, moments);
  if (exhausted()) return Status.OutOfMemory;
  plan.nunits = blocks.nunits;
  plan.ncolumns = blocks.columns.ncolumns;
  plan.columns = blocks.columns.panels;
  plan.width = blocks.k + 1;
  plan.state = changetype<usize>(blocks);
  plan.refit = refit.index;
  plan.draw = UNITS;
  return Status.Ok;
}

/** Estimates one replicate: `counts` per unit, `sums` of the distinct columns (then a 0). */
function refit(state: usize, counts: usize, sums: usize, out: usize): i32 {
  const blocks = changetype<Blocks>(state);
  const triangle = triangleSize(blocks.n);
  gather(blocks, 0, triangle, sums, blocks.sum);
  const moments = 4 * padded(blocks.n) * panelCount(blocks.k + 1);
  gather(blocks, triangle, moments, sums, blocks.raw);
  shiftOutcome(blocks);
  const first = solve(blocks, out);
  if ((first & ~SINGULAR) != Status.Ok || blocks.steps == 1) {
    set(out, blocks.k, NaN);
    return first;
  }
  sumMoments(blocks, counts, out);
  return solve(blocks, out) | (first & SINGULAR);
}

/** elements[i] := factor x sum of its column. */
function gather(blocks: Blocks, first: i32, count: i32, sums: usize, out: usize): void {
  let source = blocks.columns.source + (usize(first) << 2);
  let factor = blocks.columns.factor + (usize(first) << 3);
  const end = out + doubles(count);
  for (; out < end; out += 8) {
    const sum = load<f64>(sums + (usize(load<i32>(source)) << 3));
    store<f64>(out, load<f64>(factor) * sum);
    source += 4;
    factor += 8;
  }
}

/** Recentring: subtracts nunits times the centre from the outcome's moments. */
function shiftOutcome(blocks: Blocks): void {
  const rows = padded(blocks.n);
  let to = blocks.raw + doubles(4 * rows * (blocks.k >> 2) + (blocks.k & 3));
  for (let l = 0; l < blocks.n; ++l) {
    store<f64>(to, load<f64>(to) - get(blocks.shift, l));
    to += 32;
  }
}

/** One GMM step with weight `sum`^-1; parameters and objective to `out`. */
function solve(blocks: Blocks, out: usize): i32 {
  const k = blocks.k;
  const n = blocks.n;
  const whitener = blocks.whitener;
  const status = factorize(whitener, blocks.sum);
  if (status != Status.Ok) return status;
  if (whitener.singular) return carefulSolve(blocks, out) | SINGULAR;
  const rows = padded(n);
  memory.copy(blocks.whitened, blocks.raw, doubles(4 * rows * panelCount(k + 1)));
  dtrsmPanels(n, whitener.factor, whitener.reciprocals, k + 1, blocks.whitened);
  memory.fill(blocks.small, 0, doubles(triangleSize(k + 1)));
  dsyrkPanels(k + 1, rows, rows, blocks.whitened, blocks.small);
  if (dpotrf(k + 1, k, FAST_TOLERANCE, blocks.small, blocks.reciprocals, 0, 0) != 0) {
    return carefulSolve(blocks, out);
  }
  for (let j = k - 1; j >= 0; --j) {
    let value = load<f64>(triangleEntry(blocks.small, j, k));
    for (let i = j + 1; i < k; ++i) {
      value -= load<f64>(triangleEntry(blocks.small, j, i)) * get(out, i);
    }
    const reciprocal = get(blocks.reciprocals, j);
    if (reciprocal == 0) return carefulSolve(blocks, out);
    set(out, j, value * reciprocal);
  }
  const last = load<f64>(triangleEntry(blocks.small, k, k));
  set(out, k, last * last);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function carefulSolve(blocks: Blocks, out: usize): i32 {
  const k = blocks.k;
  const n = blocks.n;
  unpack(n, k + 1, blocks.raw, padded(n), blocks.dense, n);
  const status = solveStep(blocks.step, blocks.whitener, k, blocks.dense);
  if (status != Status.Ok) return status;
  memory.copy(out, blocks.step.params, doubles(k));
  set(out, k, blocks.step.objective);
  return finite(k, out) ? Status.Ok : Status.Overflow;
}

function finite(k: i32, x: usize): bool {
  let sum: f64 = 0;
  for (let j = 0; j < k; ++j) sum += get(x, j);
  return sum - sum == 0;
}

/** sum := S2 = sum w_i g_i g_i' over the units drawn, BATCH_ROWS of them at a time. */
function sumMoments(blocks: Blocks, counts: usize, params: usize): void {
  const n = blocks.n;
  const stride = doubles((blocks.k + 1) * padded(n));
  memory.fill(blocks.sum, 0, doubles(triangleSize(n)));
  let waiting = 0;
  let unit = blocks.moments;
  for (let i = 0; i < blocks.nunits; ++i) {
    const count = getInt(counts, i);
    if (count > 0) {
      unitMoments(blocks, unit, params, sqrt<f64>(f64(count)), blocks.rows + doubles(4 * waiting));
      if (++waiting == BATCH_ROWS) {
        dsyrkPanels(n, waiting, BATCH_ROWS, blocks.rows, blocks.sum);
        waiting = 0;
      }
    }
    unit += stride;
  }
  if (waiting > 0) dsyrkPanels(n, waiting, BATCH_ROWS, blocks.rows, blocks.sum);
}

/** One row of the moment panels: weight (b_i - A_i b). */
function unitMoments(blocks: Blocks, unit: usize, params: usize, weight: f64, to: usize): void {
  const k = blocks.k;
  const stride = doubles(padded(blocks.n));
  const scale = f64x2.splat(weight);
  const outcome = unit + usize(k) * stride;
  for (let at: usize = 0; at < stride; at += 32) {
    let low = v128.load(outcome + at);
    let high = v128.load(outcome + at, 16);
    let column = unit + at;
    for (let j = 0; j < k; ++j) {
      const b = v128.load_splat<f64>(params + doubles(j));
      low = f64x2.sub(low, f64x2.mul(b, v128.load(column)));
      high = f64x2.sub(high, f64x2.mul(b, v128.load(column, 16)));
      column += stride;
    }
    v128.store(to, f64x2.mul(scale, low));
    v128.store(to, f64x2.mul(scale, high), 16);
    to += usize(BATCH_ROWS) << 5;
  }
}
