/**
 * Sums over the rows of slices (`slices.ts`), one chunk of units at a time. With Z_r, X_r, y_r of slice r, and z, e the
 * instruments and residual of a row,
 *
 *   Z'[X y] = sum Z_r'[X_r y_r]          g_i = sum z e over the rows of unit i, row i of a matrix G
 */
import { addressOf, doubles, entry, get, getInt, set, setFour } from '../../../memory/layout';
import { SET, TILE, narrowTile, tile } from '../../../blas/micro';
import { padded, panelCount, rectanglePanel } from '../../../blas/panels';
import { dsyrkPanels } from '../../../blas/gram';
import { enterChunk } from './chunks';
import {
  Slices,
  chunkStart,
  chunkUnits,
  columnCount,
  sliceColumns,
  sliceData,
  sliceInstruments,
  sliceResiduals,
  sliceRows,
  sliceUnits,
  sliceWeights,
} from './slices';

/** moments (L x (K + 1), column-major) += Z'[X y]. */
export function addProducts(slices: Slices, moments: usize): void {
  for (let c = 0; c < slices.nchunks; ++c) {
    enterChunk(slices, c);
    for (let r = 0; r < slices.count; ++r) {
      multiplySlice(slices, r, slices.model.k + 1, sliceData(slices, r), moments, slices.model.n);
    }
  }
}

/** out (L x columns, column-major with leading dimension lda) += Z_r'V, V in panels. */
export function multiplySlice(
  slices: Slices,
  r: i32,
  columns: i32,
  v: usize,
  out: usize,
  lda: i32,
): void {
  const rows = sliceRows(slices, r);
  const width = columnCount(slices, r);
  const instruments = sliceInstruments(slices, r);
  const names = sliceColumns(slices, r);
  for (let q = 0; q < panelCount(width); ++q) {
    for (let p = 0; p < panelCount(columns); ++p) {
      const left = rectanglePanel(instruments, rows, q);
      const right = rectanglePanel(v, rows, p);
      if (columns - 4 * p > 2) tile(SET, rows, left, right, TILE, 4);
      else narrowTile(rows, left, right, TILE);
      for (let i = 4 * q; i < min(width, 4 * q + 4); ++i) {
        const to = entry(out, lda, getInt(names, i), 0);
        for (let j = 4 * p; j < min(columns, 4 * p + 4); ++j) {
          const place = to + doubles(j * lda);
          store<f64>(place, load<f64>(place) + get(TILE, 4 * (i & 3) + (j & 3)));
        }
      }
    }
  }
}

/** Returns the sum of e^2 / w over the rows of one block of the stack, at `params`. */
export function squaredResiduals(slices: Slices, block: i32, params: usize): f64 {
  const periods = slices.model.design.nperiods;
  const weighted = slices.model.design.weights != 0;
  let squares: f64 = 0;
  for (let c = 0; c < slices.nchunks; ++c) {
    enterResiduals(slices, c, params);
    for (let r = block * periods; r < (block + 1) * periods; ++r) {
      const e = sliceResiduals(slices, r);
      const rows = sliceRows(slices, r);
      const weights = sliceWeights(slices, r);
      for (let i = 0; i < rows; ++i) {
        const square = get(e, i) * get(e, i);
        squares += weighted ? square / get(weights, i) : square;
      }
    }
  }
  return squares;
}

/**
 * Makes chunk c the current one and computes its residuals y - X b, unless they are in memory: one fit needs the same
 * ones up to three times.
 */
export function enterResiduals(slices: Slices, c: i32, params: usize): void {
  enterChunk(slices, c);
  if (!setParams(slices, params) && slices.residualChunk == c) return;
  slices.residualChunk = c;
  for (let r = 0; r < slices.count; ++r) {
    multiplyVector(
      sliceRows(slices, r),
      slices.width,
      sliceData(slices, r),
      slices.contrast,
      sliceResiduals(slices, r),
    );
  }
}

/**
 * slices.contrast := (-b, 1) followed by zeros; the product of a row with it is the residual. Returns false if it did
 * not change.
 */
function setParams(slices: Slices, params: usize): bool {
  const k = slices.model.k;
  let changed = false;
  for (let j = 0; j < k; ++j) {
    changed = changed || get(slices.contrast, j) != -get(params, j);
    set(slices.contrast, j, -get(params, j));
  }
  set(slices.contrast, k, 1);
  return changed;
}

/** out := the products of the rows of `count` panels with a vector. */
export function multiplyVector(rows: i32, count: i32, panels: usize, v: usize, out: usize): void {
  memory.fill(out, 0, doubles(rows));
  for (let q = 0; q < count; ++q) {
    addDots(rows, rectanglePanel(panels, rows, q), v + (usize(q) << 5), out);
  }
}

/**
 * out += the products of the rows of a panel with four doubles at v. Two rows at a time take two thirds of the time of
 * one at a time.
 */
export function addDots(rows: i32, panel: usize, v: usize, out: usize): void {
  const low = v128.load(v);
  const high = v128.load(v, 16);
  const end = panel + (usize(rows & ~1) << 5);
  for (; panel < end; panel += 64) {
    const x = f64x2.add(f64x2.mul(low, v128.load(panel)), f64x2.mul(high, v128.load(panel, 16)));
    const y = f64x2.add(
      f64x2.mul(low, v128.load(panel, 32)),
      f64x2.mul(high, v128.load(panel, 48)),
    );
    const dots = f64x2.add(v128.shuffle<f64>(x, y, 0, 2), v128.shuffle<f64>(x, y, 1, 3));
    v128.store(out, f64x2.add(v128.load(out), dots));
    out += 16;
  }
  if ((rows & 1) == 0) return;
  const x = f64x2.add(f64x2.mul(low, v128.load(panel)), f64x2.mul(high, v128.load(panel, 16)));
  store<f64>(out, load<f64>(out) + (f64x2.extract_lane(x, 0) + f64x2.extract_lane(x, 1)));
}

/** slices.moments := the moments of the units of chunk c at `params`, one unit per row. */
export function chunkMoments(slices: Slices, c: i32, params: usize): void {
  memory.fill(slices.moments, 0, doubles(slices.nunits * padded(slices.model.n)));
  enterResiduals(slices, c, params);
  for (let r = 0; r < slices.count; ++r)
    spreadSlice(slices, r, sliceResiduals(slices, r), slices.identity);
}

/**
 * Adds the instruments of each row of slice r, times its element of `factors`, to the row of its unit in
 * slices.moments; column l goes to position `places[l]`.
 */
export function spreadSlice(slices: Slices, r: i32, factors: usize, places: usize): void {
  const rows = sliceRows(slices, r);
  const units = sliceUnits(slices, r);
  const width = columnCount(slices, r);
  const names = sliceColumns(slices, r);
  let z = sliceInstruments(slices, r);
  for (let first = 0; first < width; first += 4) {
    // Past the last column values are zero, so they may be added to the first.
    const g0 = placeOf(slices, names, first, places);
    const g1 = placeOf(slices, names, first + 1 < width ? first + 1 : 0, places);
    const g2 = placeOf(slices, names, first + 2 < width ? first + 2 : 0, places);
    const g3 = placeOf(slices, names, first + 3 < width ? first + 3 : 0, places);
    for (let i = 0; i < rows; ++i) {
      const row = usize(getInt(units, i)) << 5;
      const factor = get(factors, i);
      store<f64>(g0 + row, load<f64>(g0 + row) + load<f64>(z) * factor);
      store<f64>(g1 + row, load<f64>(g1 + row) + load<f64>(z, 8) * factor);
      store<f64>(g2 + row, load<f64>(g2 + row) + load<f64>(z, 16) * factor);
      store<f64>(g3 + row, load<f64>(g3 + row) + load<f64>(z, 24) * factor);
      z += 32;
    }
  }
}

/** Returns the position of column c of a slice in slices.moments. */
function placeOf(slices: Slices, names: usize, c: i32, places: usize): usize {
  const place = getInt(places, getInt(names, c));
  return rectanglePanel(slices.moments, slices.nunits, place >> 2) + doubles(place & 3);
}

/** s (a triangle in panels) += sum g_i g_i' at `params`. */
export function addSquares(slices: Slices, params: usize, s: usize): void {
  for (let c = 0; c < slices.nchunks; ++c) {
    chunkMoments(slices, c, params);
    dsyrkPanels(slices.model.n, chunkUnits(slices, c), slices.nunits, slices.moments, s);
  }
}

/**
 * out (up to 4 columns of padded(L)) += sum of g_i w_i' at `params`, with w_i the four doubles of a unit in a panel; a
 * row adds z (e w_i)'.
 */
export function addWeightedSlices(
  slices: Slices,
  params: usize,
  columns: i32,
  weights: usize,
  out: usize,
): void {
  for (let c = 0; c < slices.nchunks; ++c) {
    enterResiduals(slices, c, params);
    const first = weights + (usize(chunkStart(slices, c)) << 5);
    for (let r = 0; r < slices.count; ++r) {
      weighResiduals(slices, r, first);
      multiplySlice(slices, r, columns, slices.v, out, padded(slices.model.n));
    }
  }
}

/** slices.v := the residuals of slice r times the four doubles of their units. */
function weighResiduals(slices: Slices, r: i32, weights: usize): void {
  const units = sliceUnits(slices, r);
  const e = sliceResiduals(slices, r);
  const rows = sliceRows(slices, r);
  let v = slices.v;
  for (let i = 0; i < rows; ++i) {
    const from = weights + (usize(getInt(units, i)) << 5);
    const residual = v128.load_splat<f64>(addressOf(e, i));
    setFour(v, f64x2.mul(residual, v128.load(from)), f64x2.mul(residual, v128.load(from, 16)));
    v += 32;
  }
}
