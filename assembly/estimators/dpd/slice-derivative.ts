/**
 * Half the derivative of sum g_i g_i' a in the parameters (Windmeijer, 2005), from slices of rows. With z, x, e the
 * instruments, regressors and residual of a row, i its unit and Q_i = Z_i'X_i,
 *
 *   sum (s_i Q_i + g_i c_i') = sum z (s_i x + e c_i)',   s_i = a'g_i = sum u e,  c_i = Q_i'a = sum u x,  u = z'a
 */
import { alloc, allocMatrix, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, get, getInt, set } from '../../memory/layout';
import { padded, panelCount, rectanglePanel } from '../../blas/panels';
import { addDots, findResiduals, multiplySlice, setParams } from './slice-moments';
import {
  Slices,
  columnCount,
  enterChunk,
  sliceColumns,
  sliceData,
  sliceInstruments,
  sliceRows,
  sliceUnits,
} from './slices';

/** Scratch of a chunk. */
@unmanaged
class Weighted {
  /** f64, the rows of each slice: e and u. */
  residuals: usize;
  products: usize;
  /** f64, units: s_i; panels of units x (K + 1): c_i. */
  s: usize;
  c: usize;
  /** f64, panels of rows x (K + 1): V. */
  v: usize;
  /** f64, 4: elements of a. */
  a: usize;
}

/** derivative (K columns of padded(L)) += the derivative at `params`, a of padded(L); nothing when memory ends. */
export function addSliceDerivative(own: Slices, params: usize, a: usize, derivative: usize): void {
  const scope = mark();
  const rows = own.nunits;
  const work = changetype<Weighted>(alloc(offsetof<Weighted>()));
  if (exhausted()) return;
  work.residuals = allocMatrix(own.count, rows);
  work.products = allocMatrix(own.count, rows);
  work.s = alloc(doubles(rows));
  work.c = allocMatrix(own.width, 4 * rows);
  work.v = allocMatrix(own.width, 4 * rows);
  work.a = alloc(doubles(4));
  if (exhausted()) return;
  setParams(own, params);
  for (let chunk = 0; chunk < own.nchunks; ++chunk) {
    enterChunk(own, chunk);
    memory.fill(work.s, 0, doubles(rows));
    memory.fill(work.c, 0, usize(own.width * rows) << 5);
    for (let r = 0; r < own.count; ++r) if (columnCount(own, r) > 0) weighRows(own, r, a, work);
    for (let r = 0; r < own.count; ++r) {
      if (columnCount(own, r) == 0) continue;
      combineRows(own, r, work);
      multiplySlice(own, r, own.model.k, work.v, derivative, padded(own.model.n));
    }
  }
  release(scope);
}

/** e and u of slice r, and its share of s and c. */
function weighRows(own: Slices, r: i32, a: usize, work: Weighted): void {
  const rows = sliceRows(own, r);
  const units = sliceUnits(own, r);
  const e = at(work.residuals, r * own.nunits);
  const u = at(work.products, r * own.nunits);
  findResiduals(own, r, e);
  memory.fill(u, 0, doubles(rows));
  for (let q = 0; q < panelCount(columnCount(own, r)); ++q) {
    for (let j = 0; j < 4; ++j) {
      const place = 4 * q + j;
      const column = place < columnCount(own, r) ? getInt(sliceColumns(own, r), place) : -1;
      set(work.a, j, column < 0 ? 0 : get(a, column));
    }
    addDots(rows, rectanglePanel(sliceInstruments(own, r), rows, q), work.a, u);
  }
  for (let i = 0; i < rows; ++i) {
    const to = at(work.s, getInt(units, i));
    store<f64>(to, load<f64>(to) + get(u, i) * get(e, i));
  }
  for (let q = 0; q < own.width; ++q) {
    let x = rectanglePanel(sliceData(own, r), rows, q);
    const c = rectanglePanel(work.c, own.nunits, q);
    for (let i = 0; i < rows; ++i) {
      const to = c + (usize(getInt(units, i)) << 5);
      const weight = v128.load_splat<f64>(at(u, i));
      v128.store(to, f64x2.add(v128.load(to), f64x2.mul(weight, v128.load(x))));
      v128.store(to, f64x2.add(v128.load(to, 16), f64x2.mul(weight, v128.load(x, 16))), 16);
      x += 32;
    }
  }
}

/** V of slice r. */
function combineRows(own: Slices, r: i32, work: Weighted): void {
  const rows = sliceRows(own, r);
  const units = sliceUnits(own, r);
  const e = at(work.residuals, r * own.nunits);
  for (let q = 0; q < own.width; ++q) {
    let x = rectanglePanel(sliceData(own, r), rows, q);
    let v = rectanglePanel(work.v, rows, q);
    const c = rectanglePanel(work.c, own.nunits, q);
    for (let i = 0; i < rows; ++i) {
      const unit = getInt(units, i);
      const from = c + (usize(unit) << 5);
      const s = v128.load_splat<f64>(at(work.s, unit));
      const residual = v128.load_splat<f64>(at(e, i));
      const low = f64x2.add(f64x2.mul(s, v128.load(x)), f64x2.mul(residual, v128.load(from)));
      const high = f64x2.add(
        f64x2.mul(s, v128.load(x, 16)),
        f64x2.mul(residual, v128.load(from, 16)),
      );
      v128.store(v, low);
      v128.store(v, high, 16);
      x += 32;
      v += 32;
    }
  }
}
