/** Writes slices (`slices.ts`) panel by panel from the units that `model.chunk` has read. */
import { at, doubles, get, getInt, integers } from '../../../memory/layout';
import { panelCount, rectanglePanel } from '../../../blas/panels';
import { LEVELS, rowWidth } from '../stack/unit';
import { CONSTANT, Source, UnitChunk, findSource, writePanel } from '../stack/unit-chunk';
import {
  Slices,
  columnCount,
  sliceData,
  sliceInstruments,
  sliceRows,
  sliceUnits,
  sliceWeights,
} from './slices';

/** Writes the slices of the chunk. */
export function fillColumns(own: Slices): void {
  const chunk = changetype<UnitChunk>(own.model.chunk);
  for (let r = 0; r < own.count; ++r) {
    const rows = sliceRows(own, r);
    memory.copy(sliceUnits(own, r), chunk.units + integers(r * chunk.size), integers(rows));
    findInstruments(own, chunk, r);
    writePanels(own, r, columnCount(own, r), sliceInstruments(own, r));
    findData(own, chunk, r);
    writePanels(own, r, rowWidth(chunk.design), sliceData(own, r));
    if (chunk.weights != 0) weighRows(own, chunk, r);
  }
}

/** The first `columns` of own.sources in row r, with zeros behind. */
function writePanels(own: Slices, r: i32, columns: i32, to: usize): void {
  const chunk = changetype<UnitChunk>(own.model.chunk);
  for (let c = columns; c & 3; ++c) {
    sourceAt(own, c).grid = chunk.zeros;
    sourceAt(own, c).before = chunk.zeros;
  }
  for (let q = 0; q < panelCount(columns); ++q) {
    writePanel(chunk, r, at(own.sources, 4 * q), rectanglePanel(to, sliceRows(own, r), q));
  }
}

// @ts-ignore: decorator
@inline
function sourceAt(own: Slices, c: i32): Source {
  return changetype<Source>(at(own.sources, c));
}

/** own.sources := those of the instruments of slice r. */
function findInstruments(own: Slices, chunk: UnitChunk, r: i32): void {
  const model = own.model;
  const plan = model.plan;
  const first = r * plan.npotential;
  const places = own.places + integers(r * model.n);
  for (let id = 0; id < plan.npotential; ++id) {
    if (getInt(model.occurrences, first + id) == 0) continue;
    const place = getInt(places, getInt(plan.number, id));
    store<u64>(at(own.sources, place), load<u64>(at(chunk.sources, first + id)));
  }
}

/** own.sources := those of [X y] in slice r. */
function findData(own: Slices, chunk: UnitChunk, r: i32): void {
  const design = chunk.design;
  const t = r % design.nperiods;
  const differenced = r / design.nperiods != LEVELS;
  const outcome = rowWidth(design) - 1;
  for (let j = 0; j <= outcome; ++j) {
    const column = j == outcome ? 0 : j < design.nregressors ? j + 1 : CONSTANT;
    findSource(chunk, column, t, differenced, sourceAt(own, j));
  }
}

/** With weights, rows of [X y] are rows times their weight. */
function weighRows(own: Slices, chunk: UnitChunk, r: i32): void {
  const rows = sliceRows(own, r);
  const weights = at(chunk.weights, r * chunk.size);
  memory.copy(sliceWeights(own, r), weights, doubles(rows));
  for (let q = 0; q < own.width; ++q) {
    let row = rectanglePanel(sliceData(own, r), rows, q);
    for (let i = 0; i < rows; ++i) {
      const weight = f64x2.splat(get(weights, i));
      v128.store(row, f64x2.mul(weight, v128.load(row)));
      v128.store(row, f64x2.mul(weight, v128.load(row, 16)), 16);
      row += 32;
    }
  }
}
