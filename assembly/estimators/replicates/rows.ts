/**
 * The rows of a linear estimate in the orthonormal basis of the sample, and their sums by unit. The kept columns of the
 * rows, after weights and absorbed effects and in the order of `iv/basis.ts`, are
 *
 *   [W Z X1 e] = Q R,      G_g = sum of q_i q_i' over the rows of unit g,      sum_g G_g = I
 *
 * where e is the residual of the estimate. A resample with weights w has G* = sum_g w_g G_g, and
 *
 *   G* = U'U,   R* = U R
 *
 * is the triangle of the resampled rows, which holds all second moments that an estimator needs. G* is near I whatever
 * the condition of the data, so its Cholesky factor loses no digits. Because e takes the place of the outcome, a
 * replicate estimates the change from the estimate.
 *
 * Least squares are the case without endogenous regressors.
 */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt, set } from '../../memory/layout';
import { IvDesign } from '../../memory/instrument-records';
import { LinearDesign } from '../../memory/records';
import { Resampling } from '../../memory/resampling-records';
import { Status } from '../../status';
import { daxpy } from '../../blas/level1';
import { panelCount, rectanglePanel } from '../../blas/panels';
import { invertTriangle } from '../../linear/inverse-root';
import { LinearModel } from '../../linear/linear';
import { BLOCK, WhitenedRows, openWhitened, whitenRows } from '../../covariance/rows/whitened';
import { openBasis } from '../iv/basis';
import { IvTask, openTask } from '../iv/task';

/** Sums of a unit after its products: rows; levels of the effect; and, with a constant and effects, its moments. */
export const ROWS: i32 = 0;
export const LEVELS: i32 = 1;
export const WEIGHT: i32 = 2;
export const MOMENTS: i32 = 3;

/** A column of Q shorter than this share of its variable is rounding error: the other columns explain the variable. */
const EXPLAINED: f64 = 1e-13;


@unmanaged
export class Resample {
  task: IvTask;
  resampling: Resampling;
  /** Columns of Q, and coefficients. */
  width: i32;
  k: i32;
  /** True if the only sums are those of the regressors' columns of Q. */
  linear: bool;
  /** True if unit means determine the constant, because effects are absorbed with it. */
  means: bool;
  /** Sums of a unit: products of Q in order (0,0) (0,1) (1,1) (0,2) ..., then those numbered above. */
  nsums: i32;
  /** f64: the sums in panels of nunits rows. */
  sums: usize;
}

/** Returns the number of the product of columns a <= b. */
// @ts-ignore: decorator
@inline
export function productOf(a: i32, b: i32): i32 {
  return ((b * (b + 1)) >> 1) + a;
}

/** Number of the sum `which` after the products. */
export function extraOf(state: Resample, which: i32): i32 {
  return productOf(0, state.width) + which;
}

/** Address of sum c of unit g. */
export function unitSum(state: Resample, c: i32, g: i32): usize {
  return sumIn(unitSums(state, g), state.resampling.nunits, c);
}

/** Returns the address of the sums of unit g. */
// @ts-ignore: decorator
@inline
export function unitSums(state: Resample, g: i32): usize {
  return state.sums + (usize(g) << 5);
}

/** Returns the address of sum c among the sums of a unit, one of `units`. */
// @ts-ignore: decorator
@inline
export function sumIn(sums: usize, units: i32, c: i32): usize {
  return rectanglePanel(sums, units, c >> 2) + doubles(c & 3);
}

/** h := G_g v. */
export function multiplyUnit(sample: Resample, g: i32, v: usize, h: usize): void {
  const width = sample.width;
  const units = sample.resampling.nunits;
  const sums = unitSums(sample, g);
  for (let b = 0; b < width; ++b) {
    const right = get(v, b);
    let rowSum: f64 = 0;
    for (let a = 0; a < b; ++a) {
      const value = load<f64>(sumIn(sums, units, productOf(a, b)));
      rowSum += value * get(v, a);
      set(h, a, get(h, a) + value * right);
    }
    set(h, b, rowSum + load<f64>(sumIn(sums, units, productOf(b, b))) * right);
  }
}

/** y := the first q rows of G x, the products of G in their order. */
export function multiplyLeading(q: i32, width: i32, sums: usize, x: usize, y: usize): void {
  for (let a = 0; a < q; ++a) {
    let sum: f64 = 0;
    for (let b = 0; b < width; ++b) {
      sum += get(sums, productOf(min(a, b), max(a, b))) * get(x, b);
    }
    set(y, a, sum);
  }
}

/** Fills a state whose task has its options and fit, and whose resampling is set. */
export function openResample(state: Resample, design: IvDesign): Status {
  const task = state.task;
  const rows = changetype<LinearDesign>(design.rows);
  const absorbs = task.options.panel != 0;
  state.k = design.nendogenous + design.nexogenous;
  state.means = absorbs && design.constant >= 0;
  const raw = state.means ? rawSums(state, rows) : 0;
  if (exhausted()) return Status.OutOfMemory;
  let status = openTask(task, design);
  if (status == Status.Ok) status = openBasis(task.sample, task.basis);
  if (status != Status.Ok) return status;
  state.width = task.basis.width;
  state.nsums = extraOf(state, state.means ? MOMENTS + state.k + 1 : WEIGHT);
  if (state.linear) state.nsums = state.k;
  const units = state.resampling.nunits;
  state.sums = allocMatrix(units, 4 * panelCount(state.nsums));
  if (exhausted()) return Status.OutOfMemory;
  if (raw != 0) {
    const first = extraOf(state, WEIGHT);
    for (let c = 0; c < state.k + 2; ++c) {
      for (let g = 0; g < units; ++g) {
        store<f64>(unitSum(state, first + c, g), load<f64>(entry(raw, units, g, c)));
      }
    }
  }
  if (!state.linear) countUnits(state);
  return addRows(state);
}

/** Returns nunits x (k + 2) sums of weights, of the regressors, and of the outcome, before any transformation. */
function rawSums(state: Resample, design: LinearDesign): usize {
  const units = state.resampling.nunits;
  const n = design.nrows;
  const sums = allocMatrix(units, state.k + 2);
  if (sums == 0) return 0;
  for (let i = 0; i < n; ++i) {
    const g = getInt(state.resampling.units, i);
    const weight = design.weights == 0 ? 1 : get(design.weights, i);
    for (let c = 0; c < state.k + 2; ++c) {
      let value: f64 = 1;
      if (c == state.k + 1) value = get(design.y, i);
      else if (c > 0) value = load<f64>(entry(design.x, n, i, c - 1));
      const to = entry(sums, units, g, c);
      store<f64>(to, load<f64>(to) + weight * value);
    }
  }
  return sums;
}

function countUnits(state: Resample): void {
  const resampling = state.resampling;
  const rows = extraOf(state, ROWS);
  for (let i = 0; i < state.task.sample.model.n; ++i) {
    const to = unitSum(state, rows, getInt(resampling.units, i));
    store<f64>(to, load<f64>(to) + 1);
  }
  if (resampling.levels == 0) return;
  const levels = extraOf(state, LEVELS);
  for (let g = 0; g < resampling.nunits; ++g) {
    store<f64>(unitSum(state, levels, g), f64(getInt(resampling.levels, g)));
  }
}

/** Adds the rows of Q, one block of rows after another. */
function addRows(state: Resample): Status {
  const width = state.width;
  const n = state.task.sample.model.n;
  const scope = mark();
  const block = openBlock(state);
  const columns = alloc(doubles(BLOCK * width));
  const row = alloc(doubles(width));
  if (exhausted() || changetype<usize>(block) == 0) return Status.OutOfMemory;
  for (let start = 0; start < n; start += BLOCK) {
    const count = min(BLOCK, n - start);
    for (let j = 0; j < width; ++j) {
      const from = addressOf(columnOf(state.task, j), start);
      memory.copy(entry(columns, BLOCK, 0, j), from, doubles(count));
    }
    whitenRows(block, count, columns, BLOCK);
    for (let i = 0; i < count; ++i) {
      const g = getInt(state.resampling.units, start + i);
      for (let j = 0; j < width; ++j) {
        set(
          row,
          j,
          load<f64>(rectanglePanel(block.panels, BLOCK, j >> 2) + doubles(4 * i + (j & 3))),
        );
      }
      if (state.linear) addColumns(state, g, row);
      else addProducts(state, g, row);
    }
  }
  release(scope);
  return Status.Ok;
}

function addColumns(state: Resample, g: i32, row: usize): void {
  for (let j = 0; j < state.k; ++j) {
    const to = unitSum(state, j, g);
    store<f64>(to, load<f64>(to) + get(row, j));
  }
}

function addProducts(state: Resample, g: i32, row: usize): void {
  const stride = usize(state.resampling.nunits) << 5;
  let panel = unitSums(state, g);
  let lane = 0;
  for (let b = 0; b < state.width; ++b) {
    const right = get(row, b);
    for (let a = 0; a <= b; ++a) {
      const to = addressOf(panel, lane);
      store<f64>(to, load<f64>(to) + get(row, a) * right);
      if (++lane < 4) continue;
      lane = 0;
      panel += stride;
    }
  }
}

/** Prepares the product of rows with R^-1; columns that others explain become 0. */
function openBlock(state: Resample): WhitenedRows {
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const root = alloc(doubles(state.width * state.width));
  if (exhausted() || !invertBasis(state, root)) return changetype<WhitenedRows>(0);
  model.k = state.width;
  model.root = root;
  return openWhitened(model);
}

/** root := R^-1, whose columns are 0 where others explain a column. Returns false when memory ends. */
export function invertBasis(state: Resample, root: usize): bool {
  const width = state.width;
  const r = alloc(doubles(width * width));
  if (r == 0) return false;
  memory.copy(r, state.task.basis.triangle, doubles(width * width));
  for (let j = 0; j < width; ++j) {
    if (isExplained(state, j)) store<f64>(entry(r, width, j, j), 1);
  }
  if (invertTriangle(width, r, root) != Status.Ok) return false;
  for (let j = 0; j < width; ++j) {
    if (isExplained(state, j)) memory.fill(entry(root, width, 0, j), 0, doubles(width));
  }
  return true;
}

/** q (n) := column a of Q, from the inverse of R. */
export function basisColumn(state: Resample, root: usize, a: i32, q: usize): void {
  const n = state.task.sample.model.n;
  memory.fill(q, 0, doubles(n));
  for (let j = 0; j <= a; ++j) {
    daxpy(n, load<f64>(entry(root, state.width, j, a)), columnOf(state.task, j), q);
  }
}

/** True if the columns before j explain it completely. */
function isExplained(state: Resample, j: i32): bool {
  const column = entry(state.task.basis.triangle, state.width, 0, j);
  let length: f64 = 0;
  for (let i = 0; i <= j; ++i) length += get(column, i) * get(column, i);
  return !(get(column, j) > EXPLAINED * sqrt<f64>(length));
}

/** Returns the address of a column of the rows by its position in the basis. */
function columnOf(task: IvTask, place: i32): usize {
  const sample = task.sample;
  const model = sample.model;
  const q = task.basis.q;
  if (place < q) return entry(task.basis.instruments, model.n, 0, place);
  if (place == task.basis.width - 1) return model.y;
  return entry(model.x, model.n, 0, place - q);
}

/** Returns the position of coefficient j in the basis. */
export function placeOf(state: Resample, j: i32): i32 {
  const endogenous = state.task.sample.nendogenous;
  return j < endogenous ? state.task.basis.q + j : j - endogenous;
}
