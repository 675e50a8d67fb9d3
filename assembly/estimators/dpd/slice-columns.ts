/** Writes slices (`slices.ts`) column by column from the units that `model.chunk` has read. */
import { at, doubles, get, getInt, integers } from '../../memory/layout';
import { rectanglePanel } from '../../blas/panels';
import { writeColumns } from '../../panel/instrument-columns';
import { LEVELS, rowWidth } from '../../panel/unit';
import { UnitChunk, loadChunk, writeColumn } from '../../panel/unit-chunk';
import { Slices, sliceData, sliceInstruments, sliceRows, sliceUnits, sliceWeights } from './slices';

/** Writes the slices of the chunk, which are zeros. */
export function fillColumns(own: Slices): void {
  const chunk = changetype<UnitChunk>(own.model.chunk);
  for (let r = 0; r < own.count; ++r) {
    memory.copy(
      sliceUnits(own, r),
      chunk.units + integers(r * chunk.size),
      integers(sliceRows(own, r)),
    );
    placeColumns(own, r);
  }
  writeColumns(chunk, own.model.plan, own.targets);
  fillData(own, chunk);
  for (let r = 0; r < own.count && chunk.weights != 0; ++r) weighRows(own, chunk, r);
}

/** Where the potential columns of slice r are written. */
function placeColumns(own: Slices, r: i32): void {
  const plan = own.model.plan;
  const first = r * plan.npotential;
  const places = own.places + integers(r * own.model.n);
  for (let id = 0; id < plan.npotential; ++id) {
    let to: usize = 0;
    if (getInt(own.model.occurrences, first + id) > 0) {
      to = inPanels(
        sliceInstruments(own, r),
        sliceRows(own, r),
        getInt(places, getInt(plan.number, id)),
      );
    }
    store<usize>(own.targets + usize(first + id) * sizeof<usize>(), to);
  }
}

/** Address of the first element of a column of panels. */
// @ts-ignore: decorator
@inline
function inPanels(panels: usize, rows: i32, column: i32): usize {
  return at(rectanglePanel(panels, rows, column >> 2), column & 3);
}

/** [X y]. */
function fillData(own: Slices, chunk: UnitChunk): void {
  const design = chunk.design;
  for (let r = 0; r < own.count; ++r) {
    const rows = sliceRows(own, r);
    memory.fill(rectanglePanel(sliceData(own, r), rows, own.width - 1), 0, usize(rows) << 5);
  }
  for (let j = 0; j < rowWidth(design); ++j) {
    const outcome = j == rowWidth(design) - 1;
    const constant = j == design.nregressors && !outcome;
    loadChunk(chunk, constant ? -1 : outcome ? 0 : j + 1);
    for (let r = 0; r < own.count; ++r) {
      const t = r % design.nperiods;
      const differenced = r / design.nperiods != LEVELS;
      writeColumn(chunk, r, t, differenced, inPanels(sliceData(own, r), sliceRows(own, r), j));
    }
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
