/**
 * Finds regressors that depend on others, from the triangle of the rows: |r_jj| is the length that column j keeps
 * after projection on the columns before it. Rows are never squared, so a column far from zero, such as a year, keeps
 * its digits.
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { dnrm2, dscal } from '../../../blas/level1';
import { triangleEntry, unpackRow } from '../../../blas/panels';
import { dgeqr2 } from '../../../lapack/dgeqr2';
import { RowTriangle, addToTriangle, foldTriangle, openRowTriangle } from './row-triangle';
import { leaveOut } from '../../../linear/collinearity';
import { LinearModel } from '../../../linear/linear';
import { DpdDesign, DpdFit } from '../../../memory/dpd-records';
import { parameterCount, rowWidth } from '../stack/unit';
import { enterChunk } from './chunks';
import { Slices, sliceData, sliceRows } from './slices';

/** A column is dependent if it keeps at most this share of its length. */
export const TOLERANCE: f64 = 1e-9;

/**
 * Returns the position of the first regressor that depends on earlier ones (the constant counts first), or -1. Then
 * fit.dependence says which regressors to leave out and what explains them.
 */
function dependentRegressor(design: DpdDesign, rows: RowTriangle, fit: DpdFit): i32 {
  const k = parameterCount(design);
  const r = alloc(doubles(k * k));
  const lengths = alloc(doubles(k));
  if (exhausted()) return -1;
  for (let j = 0; j < k; ++j) {
    const from = regressorOf(design, j);
    for (let i = 0; i < k; ++i) {
      const value = i > from ? 0 : load<f64>(triangleEntry(rows.triangle, i, from));
      store<f64>(entry(r, k, i, j), value);
    }
    set(lengths, j, dnrm2(k, entry(r, k, 0, j)));
  }
  dgeqr2(k, k, r, k);
  for (let j = 0; j < k; ++j) {
    const rest = abs(load<f64>(entry(r, k, j, j)));
    if (!(rest > TOLERANCE * load<f64>(lengths + doubles(j)))) return explain(design, rows, fit);
  }
  return -1;
}

/** Fills fit.dependence and returns the first regressor to leave out, or -1 when memory ends. */
function explain(design: DpdDesign, rows: RowTriangle, fit: DpdFit): i32 {
  const k = parameterCount(design);
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const r = alloc(doubles(k * k));
  const scales = alloc(doubles(k));
  fit.dependence = allocZeroed(doubles(k * k));
  if (exhausted()) return -1;
  for (let j = 0; j < k; ++j) {
    const column = entry(r, k, 0, j);
    for (let i = 0; i < k; ++i)
      set(column, i, i > j ? 0 : load<f64>(triangleEntry(rows.triangle, i, j)));
    const length = dnrm2(k, column);
    set(scales, j, length > 0 ? 1 / length : 1);
    dscal(k, get(scales, j), column);
  }
  model.k = k;
  model.constant = design.constant != 0;
  model.dependence = fit.dependence;
  leaveOut(model, r, scales, TOLERANCE);
  return model.detail;
}

/**
 * The same for the rows of slices. It is called only if the moments cannot decide: 1,362 rows of 5 regressors take 29
 * us.
 */
export function dependentInSlices(slices: Slices, fit: DpdFit): i32 {
  const design = slices.model.design;
  const rows = changetype<RowTriangle>(alloc(offsetof<RowTriangle>()));
  const row = alloc(doubles(4 * slices.width));
  if (exhausted() || !openRowTriangle(rows, rowWidth(design))) return -1;
  for (let c = 0; c < slices.nchunks; ++c) {
    enterChunk(slices, c);
    for (let r = 0; r < slices.count; ++r) {
      for (let i = 0; i < sliceRows(slices, r); ++i) {
        unpackRow(rowWidth(design), sliceData(slices, r), sliceRows(slices, r), i, row);
        addToTriangle(rows, row);
      }
    }
  }
  foldTriangle(rows);
  return dependentRegressor(design, rows, fit);
}

/** Returns the regressor at a position of the order in which they are kept: the constant first, then as written. */
function regressorOf(design: DpdDesign, place: i32): i32 {
  if (!design.constant) return place;
  return place == 0 ? parameterCount(design) - 1 : place - 1;
}
