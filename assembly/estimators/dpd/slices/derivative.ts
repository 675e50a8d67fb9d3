/**
 * Half the derivative of sum g_i g_i' a with respect to the parameters (Windmeijer, 2005), from slices of rows. With z,
 * x, e the instruments, regressors and residual of a row, i its unit and Q_i = Z_i'X_i,
 *
 *   sum (s_i Q_i + g_i c_i') = sum z (s_i x + e c_i)',   s_i = a'g_i = sum u e,  c_i = Q_i'a = sum u x,  u = z'a
 *
 * The outcome is included in x, so s_i is the product of c_i with (-b, 1).
 */
import { addressOf, get, getInt, set, setFour } from '../../../memory/layout';
import { padded, panelCount, rectanglePanel } from '../../../blas/panels';
import { enterResiduals, multiplySlice, multiplyVector } from './moments';
import {
  Slices,
  columnCount,
  instrumentBytes,
  sliceColumns,
  sliceData,
  sliceInstruments,
  sliceResiduals,
  sliceRows,
  sliceUnits,
} from './slices';

/** derivative (K columns of padded(L)) += the derivative at `params`; a has padded(L) doubles. */
export function addSliceDerivative(
  slices: Slices,
  params: usize,
  a: usize,
  derivative: usize,
): void {
  for (let c = 0; c < slices.nchunks; ++c) {
    enterResiduals(slices, c, params);
    memory.fill(slices.c, 0, usize(slices.width * slices.nunits) << 5);
    for (let r = 0; r < slices.count; ++r) {
      projectInstruments(slices, r, a);
      addToUnits(slices, r);
    }
    multiplyVector(slices.nunits, slices.width, slices.c, slices.contrast, slices.s);
    for (let r = 0; r < slices.count; ++r) {
      combineRows(slices, r);
      multiplySlice(slices, r, slices.model.k, slices.v, derivative, padded(slices.model.n));
    }
  }
}

/** slices.products := u of slice r. */
function projectInstruments(slices: Slices, r: i32, a: usize): void {
  const columns = columnCount(slices, r);
  const names = sliceColumns(slices, r);
  const v = slices.moments;
  memory.fill(v, 0, instrumentBytes(slices, r));
  for (let c = 0; c < columns; ++c) set(v, c, get(a, getInt(names, c)));
  multiplyVector(
    sliceRows(slices, r),
    panelCount(columns),
    sliceInstruments(slices, r),
    v,
    slices.products,
  );
}

/** Adds to c of each unit the rows [x y] of slice r times slices.products. */
export function addToUnits(slices: Slices, r: i32): void {
  const rows = sliceRows(slices, r);
  const units = sliceUnits(slices, r);
  const u = slices.products;
  for (let q = 0; q < slices.width; ++q) {
    let x = rectanglePanel(sliceData(slices, r), rows, q);
    const c = rectanglePanel(slices.c, slices.nunits, q);
    for (let i = 0; i < rows; ++i) {
      const to = c + (usize(getInt(units, i)) << 5);
      const weight = v128.load_splat<f64>(addressOf(u, i));
      setFour(
        to,
        f64x2.add(v128.load(to), f64x2.mul(weight, v128.load(x))),
        f64x2.add(v128.load(to, 16), f64x2.mul(weight, v128.load(x, 16))),
      );
      x += 32;
    }
  }
}

/** Computes V of slice r. */
function combineRows(slices: Slices, r: i32): void {
  const rows = sliceRows(slices, r);
  const units = sliceUnits(slices, r);
  const e = sliceResiduals(slices, r);
  for (let q = 0; q < slices.width; ++q) {
    let x = rectanglePanel(sliceData(slices, r), rows, q);
    let v = rectanglePanel(slices.v, rows, q);
    const c = rectanglePanel(slices.c, slices.nunits, q);
    for (let i = 0; i < rows; ++i) {
      const unit = getInt(units, i);
      const from = c + (usize(unit) << 5);
      const s = v128.load_splat<f64>(addressOf(slices.s, unit));
      const residual = v128.load_splat<f64>(addressOf(e, i));
      const low = f64x2.add(f64x2.mul(s, v128.load(x)), f64x2.mul(residual, v128.load(from)));
      const high = f64x2.add(
        f64x2.mul(s, v128.load(x, 16)),
        f64x2.mul(residual, v128.load(from, 16)),
      );
      setFour(v, low, high);
      x += 32;
      v += 32;
    }
  }
}
