/**
 * The nonzero values of the units, which the derivative of S2 a reads for each replicate (`unit-derivative.ts`): rows
 * of regressors x, outcome y and instrument values z, with
 *
 *   Z'X = sum z x',   g = Z'(y - X b) = sum z (y - x'b)
 *
 * An instrument with values in only one row of the stack is stored with that row. The moments of any other instrument
 * are stored as an additional row with z = 1, which costs one product instead of one per row. The layout of a unit is
 *
 *   i32, 4         its number of rows n, and the offsets of outcomes and values in bytes
 *   x              f64, n x padded(K), row by row
 *   outcomes       f64, n
 *   values         z (f64) and 32 times the number of its instrument (i32), plus 1 for the last of a row
 */
import { alloc, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, get, getInt, set, setInt } from '../../../memory/layout';
import { padded } from '../../../blas/panels';
import { blockSize } from '../moments/moment-block';
import { ENTRY, entryColumn, firstEntry, stackRow, stackRows } from '../stack/unit';
import { enter } from '../model/open';
import { rowOfInstrument } from './single-rows';
import { Model } from '../model/model';

/** Bytes of a value with its instrument, and where x starts. */
export const VALUE: usize = 12;
export const HEAD: usize = 16;


@unmanaged
export class DerivativeRows {
  model: Model;
  /** u8, L: 1 for an instrument with values in one row of the stack only; and the number of other instruments. */
  single: usize;
  nothers: i32;
  /** usize, one per unit: its address. */
  starts: usize;
  /** Largest number of rows of a unit. */
  most: i32;
}

/** Stores the rows of the entering units, whose moments are in `moments`; check `exhausted()` afterwards. */
export function openDerivativeRows(model: Model, moments: usize): DerivativeRows {
  const derivativeRows = changetype<DerivativeRows>(allocZeroed(offsetof<DerivativeRows>()));
  if (exhausted()) return derivativeRows;
  derivativeRows.model = model;
  derivativeRows.single = alloc(usize(model.n));
  derivativeRows.starts = alloc(usize(model.nentering) * sizeof<usize>());
  if (exhausted()) return derivativeRows;
  for (let l = 0; l < model.n; ++l) {
    const single = rowOfInstrument(model, l) >= 0;
    store<u8>(derivativeRows.single + usize(l), u8(single));
    derivativeRows.nothers += i32(!single);
  }
  for (let u = 0; u < model.nentering; ++u) {
    enter(model, getInt(model.entering, u));
    const unit = openUnit(derivativeRows);
    if (exhausted()) break;
    store<usize>(derivativeRows.starts + usize(u) * sizeof<usize>(), unit);
    fillUnit(derivativeRows, unit, addressOf(moments, u * blockSize(model.k, model.n)));
  }
  return derivativeRows;
}

/** Returns the address of the rows of unit u. */
// @ts-ignore: decorator
@inline
export function unitRows(derivativeRows: DerivativeRows, u: i32): usize {
  return load<usize>(derivativeRows.starts + usize(u) * sizeof<usize>());
}

// @ts-ignore: decorator
@inline
export function outcomesOf(unit: usize): usize {
  return unit + usize(getInt(unit, 1));
}

// @ts-ignore: decorator
@inline
export function valuesOf(unit: usize): usize {
  return unit + usize(getInt(unit, 2));
}

/** Allocates the loaded unit and writes its head. */
function openUnit(derivativeRows: DerivativeRows): usize {
  const model = derivativeRows.model;
  let n = derivativeRows.nothers;
  let values = derivativeRows.nothers;
  for (let r = 0; r < stackRows(model.design); ++r) {
    const count = countSingle(derivativeRows, r);
    n += i32(count > 0);
    values += count;
  }
  derivativeRows.most = max(derivativeRows.most, n);
  const outcomes = HEAD + doubles(n * padded(model.k));
  const unit = allocZeroed(outcomes + doubles(n) + usize(values) * VALUE);
  if (exhausted()) return unit;
  setInt(unit, 0, n);
  setInt(unit, 1, i32(outcomes));
  setInt(unit, 2, i32(outcomes + doubles(n)));
  return unit;
}

/** Counts the single-row instruments of row r of the loaded unit. */
function countSingle(derivativeRows: DerivativeRows, r: i32): i32 {
  const unit = derivativeRows.model.unit;
  if (!getInt(unit.used, r)) return 0;
  let count = 0;
  const end = firstEntry(unit, r + 1);
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    count += load<u8>(derivativeRows.single + usize(entryColumn(e)));
  }
  return count;
}

/** Writes the loaded unit, whose moments are `block`. */
function fillUnit(derivativeRows: DerivativeRows, unit: usize, block: usize): void {
  const model = derivativeRows.model;
  let row = 0;
  let value = valuesOf(unit);
  for (let r = 0; r < stackRows(model.design); ++r) {
    if (countSingle(derivativeRows, r) == 0) continue;
    fillRow(model, unit, row++, stackRow(model.design, model.unit, r), 1);
    const end = firstEntry(model.unit, r + 1);
    for (let e = firstEntry(model.unit, r); e < end; e += ENTRY) {
      if (!load<u8>(derivativeRows.single + usize(entryColumn(e)))) continue;
      value = putValue(value, load<f64>(e), entryColumn(e) << 5);
    }
    // This marks the last value of the row.
    store<u8>(value - 4, load<u8>(value - 4) | 1);
  }
  for (let l = 0; l < model.n; ++l) {
    if (load<u8>(derivativeRows.single + usize(l))) continue;
    fillRow(model, unit, row++, addressOf(block, l), padded(model.n));
    value = putValue(value, 1, (l << 5) | 1);
  }
}

/** Writes row `row` from K + 1 numbers that are `stride` doubles apart. */
function fillRow(model: Model, unit: usize, row: i32, from: usize, stride: i32): void {
  const to = unit + HEAD + doubles(row * padded(model.k));
  for (let j = 0; j < model.k; ++j) set(to, j, get(from, j * stride));
  set(outcomesOf(unit), row, get(from, model.k * stride));
}

function putValue(to: usize, z: f64, instrument: i32): usize {
  store<f64>(to, z);
  store<i32>(to, instrument, 8);
  return to + VALUE;
}
