/**
 * Iterative refinement of least squares in doubled precision. Given a triangle R with X = Q R nearly,
 *
 *   r := y - X b,   b := b + R^-1 R'^-1 X'r
 *
 * where r and X'r are accumulated in doubled precision from the data with the low words of computed
 * columns, and b is held in doubled precision.
 *
 * Decision: Björck (1967) refines b and r together and needs Q, a copy of the data, because he rounds
 * X'r to working precision. With X'r in doubled precision R suffices: R'^-1 X'X R^-1 = I + E with E of the size
 * of condition times eps, so that each step removes as many digits as a step of his, down to a relative
 * error of condition times eps^2. The seminormal equations in plain doubles would lose the square
 * of the condition (Björck 1987).
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, set } from '../memory/layout';
import { add, high, low, widen } from '../arithmetic/dd';
import { daxpy, ddot } from '../blas/level1';
import { dtrsv } from '../blas/level2';
import { dotDoubled, doubled, normalize, setDoubled, subtractMultiple } from '../blas/doubled';
import { NoTrans, Trans, Upper } from '../blas/options';
import { Status } from '../status';
import { LinearModel } from './linear';
import { ROWS, RowBlock, lowWords, nextRows } from './row-block';

const MAX_STEPS: i32 = 10;

/** Coefficients are final when the next correction would change none by more than this share, 2^-60. */
const FINAL: f64 = 8.673617379884035e-19;

/** A correction is at most this times the condition of the size of the one before, 2^-46. */
const CONTRACTION: f64 = 1.4210854715202004e-14;


@unmanaged
class Refinement {
  /** f64, k: coefficients of the scaled columns in doubled precision, X'r and what is solved from it. */
  high: usize;
  low: usize;
  change: usize;
  /** f64, ROWS: residuals of a block. */
  residual: usize;
  residualLow: usize;
}

/**
 * Refines the coefficients `b` of the scaled columns (k doubles) and fills the model's params,
 * residuals and rss. `r` is k x k, the upper triangle of the scaled columns.
 */
export function refine(model: LinearModel, block: RowBlock, r: usize, b: usize): Status {
  const k = model.k;
  const scope = mark();
  const state = changetype<Refinement>(alloc(offsetof<Refinement>()));
  state.high = b;
  state.low = allocZeroed(doubles(k));
  state.change = alloc(doubles(k));
  state.residual = alloc(doubles(ROWS));
  state.residualLow = alloc(doubles(ROWS));
  const sums = alloc(usize(k) << 4);
  if (exhausted()) return Status.OutOfMemory;
  const contraction = min<f64>(1, CONTRACTION * model.condition);
  let before = Infinity;
  for (let step = 0; step < MAX_STEPS; ++step) {
    sweep(model, block, state, sums);
    dtrsv(Upper, Trans, k, r, k, state.change);
    const size = ddot(k, state.change, state.change);
    const shrinking = size < 0.25 * before;
    if (!shrinking) memory.fill(state.change, 0, doubles(k));
    dtrsv(Upper, NoTrans, k, r, k, state.change);
    if (correct(k, state, contraction) || !shrinking) break;
    before = size;
  }
  finish(model, block, state);
  release(scope);
  return Status.Ok;
}

/** Computes residuals at the current coefficients; change := X'r. `sums` holds k doubled numbers. */
function sweep(model: LinearModel, block: RowBlock, state: Refinement, sums: usize): void {
  const k = model.k;
  memory.fill(sums, 0, usize(k) << 4);
  const unscale = 1 / get(block.scales, k);
  for (let more = nextRows(block, model, true); more; more = nextRows(block, model, false)) {
    residuals(k, block, state);
    const to = model.residuals + doubles(block.start);
    for (let i = 0; i < block.nrows; ++i) set(to, i, unscale * get(state.residual, i));
    for (let j = 0; j < k; ++j) {
      const part = dotDoubled(
        block.length,
        entry(block.values, ROWS, 0, j),
        lowWords(block, j),
        state.residual,
        state.residualLow,
      );
      const sum = sums + (usize(j) << 4);
      v128.store(sum, add(v128.load(sum), part));
    }
  }
  for (let j = 0; j < k; ++j) set(state.change, j, high(v128.load(sums + (usize(j) << 4))));
}

/** Residuals of one block. */
function residuals(k: i32, block: RowBlock, state: Refinement): void {
  const length = block.length;
  const low = lowWords(block, k);
  memory.copy(state.residual, entry(block.values, ROWS, 0, k), doubles(length));
  if (low == 0) memory.fill(state.residualLow, 0, doubles(length));
  else memory.copy(state.residualLow, low, doubles(length));
  for (let j = 0; j < k; ++j) {
    const coefficient = doubled(state.high, state.low, j);
    const column = entry(block.values, ROWS, 0, j);
    subtractMultiple(
      length,
      coefficient,
      column,
      lowWords(block, j),
      state.residual,
      state.residualLow,
    );
  }
  normalize(length, state.residual, state.residualLow);
}

/** Adds the change to the coefficients; returns true if a further change would not show in a double. */
function correct(k: i32, state: Refinement, contraction: f64): bool {
  let final = true;
  for (let j = 0; j < k; ++j) {
    const change = get(state.change, j);
    const value = add(doubled(state.high, state.low, j), widen(change));
    setDoubled(state.high, state.low, j, value);
    if (contraction * abs(change) > FINAL * abs(high(value))) final = false;
  }
  return final;
}

/** Params in the units of the data, residuals after the last change, and rss. */
function finish(model: LinearModel, block: RowBlock, state: Refinement): void {
  const n = model.n;
  const k = model.k;
  const unscale = 1 / get(block.scales, k);
  for (let j = 0; j < k; ++j) {
    const factor = get(block.scales, j) * unscale;
    set(model.params, j, get(state.high, j) * factor);
    set(state.change, j, get(state.change, j) * factor);
  }
  model.rss = 0;
  for (let start = 0; start < n; start += ROWS) {
    const length = min(ROWS, n - start);
    const rows = model.residuals + doubles(start);
    for (let j = 0; j < k; ++j) {
      daxpy(length, -get(state.change, j), entry(model.x, n, start, j), rows);
    }
    model.rss += ddot(length, rows, rows);
  }
}
