/**
 * Iterative refinement of least squares in doubled precision. Given a triangle R with X = Q R approximately,
 *
 *   r := y - X b,   b := b + R^-1 R'^-1 X'r
 *
 * where r and X'r are accumulated in doubled precision from the data with the low words of computed columns, and b is
 * held in doubled precision.
 *
 * Decision: Björck (1967) refines b and r together and needs Q, a copy of the data, because he rounds X'r to working
 * precision. With X'r in doubled precision R suffices: R'^-1 X'X R^-1 = I + E with E of size condition times eps. Each
 * step therefore gains as many digits as one of his, down to a relative error of condition times eps^2. The seminormal
 * equations in plain doubles would lose the square of the condition (Björck 1987).
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

/** A correction is at most this times the condition number, relative to the correction before, 2^-46. */
const CONTRACTION: f64 = 1.4210854715202004e-14;


@unmanaged
export class Refinement {
  /** f64, k: coefficients of the scaled columns in doubled precision, X'r and what is solved from it. */
  high: usize;
  low: usize;
  change: usize;
  /** f64, ROWS: residuals of a block. */
  residual: usize;
  residualLow: usize;
  /** k doubled numbers: X'r. */
  sums: usize;
  /** f64, 2 k: high and low words of the coefficients before the last change. */
  before: usize;
  /** Steps taken, squared size of the last change, and the largest quotient of two changes in a row. */
  steps: i32;
  size: f64;
  contraction: f64;
}

/**
 * Refines the coefficients `b` of the scaled columns (k doubles) and fills the model's params,
 * residuals and rss. `r` is k x k, the upper triangle of the scaled columns.
 */
export function refine(model: LinearModel, block: RowBlock, r: usize, b: usize): Status {
  const scope = mark();
  const state = openRefinement(model, b);
  if (exhausted()) return Status.OutOfMemory;
  do {
    sweep(model, block, state);
  } while (!endSweep(model, state, r));
  scaleParams(model, block, state);
  model.rss = 0;
  finishRows(model, state);
  release(scope);
  return Status.Ok;
}

/** The state of a refinement that starts at `b`, in memory of the caller's scope. */
export function openRefinement(model: LinearModel, b: usize): Refinement {
  const k = model.k;
  const state = changetype<Refinement>(alloc(offsetof<Refinement>()));
  const low = allocZeroed(doubles(k));
  const change = alloc(doubles(k));
  const residual = alloc(doubles(ROWS));
  const residualLow = alloc(doubles(ROWS));
  const sums = allocZeroed(usize(k) << 4);
  const before = alloc(doubles(2 * k));
  if (exhausted()) return state;
  state.high = b;
  state.low = low;
  state.change = change;
  state.residual = residual;
  state.residualLow = residualLow;
  state.sums = sums;
  state.before = before;
  state.steps = 0;
  state.size = Infinity;
  state.contraction = min<f64>(1, CONTRACTION * model.condition);
  return state;
}

/** Changes the coefficients after all rows were swept; returns true if that was the last change. */
export function endSweep(model: LinearModel, state: Refinement, r: usize): bool {
  const k = model.k;
  for (let j = 0; j < k; ++j) set(state.change, j, high(v128.load(state.sums + (usize(j) << 4))));
  memory.fill(state.sums, 0, usize(k) << 4);
  dtrsv(Upper, Trans, k, r, k, state.change);
  const size = ddot(k, state.change, state.change);
  const shrinking = size < 0.25 * state.size;
  if (!shrinking) memory.fill(state.change, 0, doubles(k));
  dtrsv(Upper, NoTrans, k, r, k, state.change);
  state.size = size;
  memory.copy(state.before, state.high, doubles(k));
  memory.copy(state.before + doubles(k), state.low, doubles(k));
  const final = correct(k, state, state.contraction);
  return final || !shrinking || ++state.steps == MAX_STEPS;
}

/** Computes residuals of the rows at the current coefficients; sums += X'r. */
export function sweep(model: LinearModel, block: RowBlock, state: Refinement): void {
  const k = model.k;
  const unscale = 1 / get(block.scales, k);
  for (let more = nextRows(block, model, true); more; more = nextRows(block, model, false)) {
    residuals(k, block, state, state.high, state.low);
    storeResiduals(model, block, state, unscale);
    for (let j = 0; j < k; ++j) {
      const part = dotDoubled(
        block.length,
        entry(block.values, ROWS, 0, j),
        lowWords(block, j),
        state.residual,
        state.residualLow,
      );
      const sum = state.sums + (usize(j) << 4);
      v128.store(sum, add(v128.load(sum), part));
    }
  }
}

/** Residuals at the coefficients before the last change, for rows whose residuals were not kept. */
export function repeatResiduals(model: LinearModel, block: RowBlock, state: Refinement): void {
  const k = model.k;
  const unscale = 1 / get(block.scales, k);
  for (let more = nextRows(block, model, true); more; more = nextRows(block, model, false)) {
    residuals(k, block, state, state.before, state.before + doubles(k));
    storeResiduals(model, block, state, unscale);
  }
}

function storeResiduals(
  model: LinearModel,
  block: RowBlock,
  state: Refinement,
  unscale: f64,
): void {
  const to = model.residuals + doubles(block.start);
  for (let i = 0; i < block.nrows; ++i) set(to, i, unscale * get(state.residual, i));
}

/** Residuals of one block at the coefficients `highs` and `lows`. */
function residuals(k: i32, block: RowBlock, state: Refinement, highs: usize, lows: usize): void {
  const length = block.length;
  const low = lowWords(block, k);
  memory.copy(state.residual, entry(block.values, ROWS, 0, k), doubles(length));
  if (low == 0) memory.fill(state.residualLow, 0, doubles(length));
  else memory.copy(state.residualLow, low, doubles(length));
  for (let j = 0; j < k; ++j) {
    const coefficient = doubled(highs, lows, j);
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

/** Params, and the last change, in the units of the data. */
export function scaleParams(model: LinearModel, block: RowBlock, state: Refinement): void {
  const k = model.k;
  const unscale = 1 / get(block.scales, k);
  for (let j = 0; j < k; ++j) {
    const factor = get(block.scales, j) * unscale;
    set(model.params, j, get(state.high, j) * factor);
    set(state.change, j, get(state.change, j) * factor);
  }
}

/** Residuals of the rows after the last change, and their part of rss. */
export function finishRows(model: LinearModel, state: Refinement): void {
  const n = model.n;
  for (let start = 0; start < n; start += ROWS) {
    const length = min(ROWS, n - start);
    const rows = model.residuals + doubles(start);
    for (let j = 0; j < model.k; ++j) {
      daxpy(length, -get(state.change, j), entry(model.x, n, start, j), rows);
    }
    model.rss += ddot(length, rows, rows);
  }
}
