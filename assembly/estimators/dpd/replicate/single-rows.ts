/**
 * Instruments that are in one row of the stack, the same of every unit, as those of GMM style are in the equation of one
 * period. The moment of such an instrument is a single product once the unit has residuals,
 *
 *   g_l = z_l e_r(l),   e_r = y_r - x_r'b
 *
 * where Z'y - Z'X b takes one for each parameter. Panels of four instruments that are all of this kind are taken so, if
 * that saves more than the residuals cost (500 units, 113 instruments, 26 of 29 panels, 9 parameters: the moments of a
 * replicate take 40 instead of 72 us).
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { padded, panelCount } from '../../../blas/panels';
import { ENTRY, entryColumn, firstEntry, stackRow, stackRows } from '../stack/unit';
import { occurs } from '../model/sparsity';
import { Model } from '../model/model';

/** In place of a row: an instrument without a value, and one with values in several rows. */
const NONE: i32 = -1;
const SEVERAL: i32 = -2;


@unmanaged
export class SingleRows {
  /** Rows R that the instruments are in, and i32: which of the stack. */
  nrows: i32;
  stacked: usize;
  /** Runs of panels, by turns of other instruments and of these, and i32: their ends. */
  nruns: i32;
  ends: usize;
  /** f64, units x (K + 1) x padded(R): X and y of the rows, column by column. */
  data: usize;
  /** f64, units x padded(L): z. */
  values: usize;
  /** i32, padded(L): bytes from the first residual of a unit to that of each instrument's row. */
  places: usize;
}

/** Finds the instruments of a model and makes room for the rows of its units; check `exhausted()` afterwards. */
export function openSingleRows(model: Model): SingleRows {
  const singles = changetype<SingleRows>(allocZeroed(offsetof<SingleRows>()));
  const width = padded(model.n);
  const rowOf = alloc(integers(width));
  if (exhausted()) return singles;
  singles.stacked = alloc(integers(stackRows(model.design)));
  singles.ends = alloc(integers(panelCount(model.n) + 1));
  singles.places = alloc(integers(width));
  if (exhausted()) return singles;
  for (let l = 0; l < width; ++l) setInt(rowOf, l, l < model.n ? rowOfInstrument(model, l) : NONE);
  findRuns(singles, panelCount(model.n), rowOf);
  singles.data = allocMatrix(model.nentering, (model.k + 1) * padded(singles.nrows));
  singles.values = allocMatrix(singles.nrows > 0 ? model.nentering : 0, width);
  for (let l = 0; l < width; ++l) {
    setInt(singles.places, l, 8 * max(0, indexOf(singles, getInt(rowOf, l))));
  }
  return singles;
}

/** The only row of the stack with values of instrument l; less than 0 where there is none or several. */
export function rowOfInstrument(model: Model, l: i32): i32 {
  let row = NONE;
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    if (!occurs(model, r, l)) continue;
    if (row != NONE) return SEVERAL;
    row = r;
  }
  return row;
}

/** Number of a row of the stack among the rows, or -1. */
function indexOf(singles: SingleRows, row: i32): i32 {
  for (let i = 0; i < singles.nrows; ++i) if (getInt(singles.stacked, i) == row) return i;
  return -1;
}

/** Lays out the runs and their rows; one run of other instruments where the rows are not worth it. */
function findRuns(singles: SingleRows, panels: i32, rowOf: usize): void {
  let single = 0;
  for (let p = 0; p < panels; ++p) {
    const ofThese = isSingle(rowOf + integers(4 * p));
    if (ofThese != ((singles.nruns & 1) == 1)) setInt(singles.ends, singles.nruns++, p);
    if (!ofThese) continue;
    ++single;
    for (let l = 4 * p; l < 4 * p + 4; ++l) {
      const row = getInt(rowOf, l);
      if (row != NONE && indexOf(singles, row) < 0) setInt(singles.stacked, singles.nrows++, row);
    }
  }
  if (singles.nrows == 0 || 2 * single < 3 * panelCount(singles.nrows)) {
    singles.nruns = 0;
    singles.nrows = 0;
  }
  setInt(singles.ends, singles.nruns++, panels);
}

function isSingle(rows: usize): bool {
  for (let l = 0; l < 4; ++l) if (getInt(rows, l) == SEVERAL) return false;
  return true;
}

/** Keeps the rows of the u-th entering unit, which is loaded. */
export function keepRows(singles: SingleRows, model: Model, u: i32): void {
  const unit = model.unit;
  const stride = padded(singles.nrows);
  const data = addressOf(singles.data, u * (model.k + 1) * stride);
  const values = addressOf(singles.values, u * padded(model.n));
  for (let i = 0; i < singles.nrows; ++i) {
    const r = getInt(singles.stacked, i);
    if (!getInt(unit.used, r)) continue;
    const from = stackRow(model.design, unit, r);
    for (let j = 0; j <= model.k; ++j) set(data, j * stride + i, get(from, j));
    const end = firstEntry(unit, r + 1);
    for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
      set(values, entryColumn(e), load<f64>(e));
    }
  }
}
