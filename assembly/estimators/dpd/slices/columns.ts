/** Writes slices (`slices.ts`) panel by panel from the units that `model.chunk` has read. */
import { addressOf, doubles, get, getInt, integers, setFour } from '../../../memory/layout';
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
export function fillColumns(slices: Slices): void {
  const chunk = changetype<UnitChunk>(slices.model.chunk);
  for (let r = 0; r < slices.count; ++r) {
    const rows = sliceRows(slices, r);
    memory.copy(sliceUnits(slices, r), chunk.units + integers(r * chunk.size), integers(rows));
    findInstruments(slices, chunk, r);
    writePanels(slices, r, columnCount(slices, r), sliceInstruments(slices, r));
    findData(slices, chunk, r);
    writePanels(slices, r, rowWidth(chunk.design), sliceData(slices, r));
    if (chunk.weights != 0) weighRows(slices, chunk, r);
  }
}

/** Writes the first `columns` of slices.sources in row r, followed by zeros. */
function writePanels(slices: Slices, r: i32, columns: i32, to: usize): void {
  const chunk = changetype<UnitChunk>(slices.model.chunk);
  for (let c = columns; c & 3; ++c) {
    sourceOf(slices, c).grid = chunk.zeros;
    sourceOf(slices, c).before = chunk.zeros;
  }
  for (let q = 0; q < panelCount(columns); ++q) {
    writePanel(
      chunk,
      r,
      addressOf(slices.sources, 4 * q),
      rectanglePanel(to, sliceRows(slices, r), q),
    );
  }
}

// @ts-ignore: decorator
@inline
function sourceOf(slices: Slices, c: i32): Source {
  return changetype<Source>(addressOf(slices.sources, c));
}

/** slices.sources := the sources of the instruments of slice r. */
function findInstruments(slices: Slices, chunk: UnitChunk, r: i32): void {
  const model = slices.model;
  const plan = model.plan;
  const first = r * plan.npotential;
  const places = slices.places + integers(r * model.n);
  for (let id = 0; id < plan.npotential; ++id) {
    if (getInt(model.occurrences, first + id) == 0) continue;
    const place = getInt(places, getInt(plan.number, id));
    store<u64>(addressOf(slices.sources, place), load<u64>(addressOf(chunk.sources, first + id)));
  }
}

/** slices.sources := the sources of [X y] in slice r. */
function findData(slices: Slices, chunk: UnitChunk, r: i32): void {
  const design = chunk.design;
  const t = r % design.nperiods;
  const differenced = r / design.nperiods != LEVELS;
  const outcome = rowWidth(design) - 1;
  for (let j = 0; j <= outcome; ++j) {
    const column = j == outcome ? 0 : j < design.nregressors ? j + 1 : CONSTANT;
    findSource(chunk, column, t, differenced, sourceOf(slices, j));
  }
}

/** With weights, multiplies each row of [X y] by its weight. */
function weighRows(slices: Slices, chunk: UnitChunk, r: i32): void {
  const rows = sliceRows(slices, r);
  const weights = addressOf(chunk.weights, r * chunk.size);
  memory.copy(sliceWeights(slices, r), weights, doubles(rows));
  for (let q = 0; q < slices.width; ++q) {
    let row = rectanglePanel(sliceData(slices, r), rows, q);
    for (let i = 0; i < rows; ++i) {
      const weight = f64x2.splat(get(weights, i));
      setFour(row, f64x2.mul(weight, v128.load(row)), f64x2.mul(weight, v128.load(row, 16)));
      row += 32;
    }
  }
}
