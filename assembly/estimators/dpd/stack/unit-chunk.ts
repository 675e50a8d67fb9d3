/**
 * A chunk of units on the calendar grid: which rows of the stack they have, and each column of the design by period and
 * unit. Rows of the stack are read from it for all units at once. It serves levels and first differences between
 * adjacent periods (`inChunks`); other transformations are read unit by unit (`load-unit.ts`).
 */
import { Transform } from '../../../codes';
import { alloc, allocGrid, allocZeroed, exhausted } from '../../../memory/arena';
import {
  addressOf,
  doubles,
  entry,
  get,
  getInt,
  integers,
  set,
  setInt,
  setFour,
} from '../../../memory/layout';
import { DpdDesign } from '../../../memory/dpd-records';
import { specField } from './instrument-plan';
import { Unit, stackRows } from './unit';

/** Maximum units of a chunk: their rows, half a megabyte, stay in cache. Part of the numeric contract. */
const CHUNK: i32 = 160;

/** Instead of a column of the design: the constant. */
export const CONSTANT: i32 = -1;


@unmanaged
export class UnitChunk {
  design: DpdDesign;
  /** Maximum units, units in the chunk, and the number of the first one. */
  size: i32;
  nunits: i32;
  first: i32;
  /** i32, rows of the stack and rows of the stack x size: how many units have the row, and which. */
  counts: usize;
  units: usize;
  /** f64, rows of the stack x size: weights, in the order of `units`; 0 without weights. */
  weights: usize;
  /** Rows of the design, and i32, T x size x 2: each of them and its position on a grid. */
  nrows: i32;
  rows: usize;
  /** Columns of the design, and f64, T x size for each, NaN if there is no row; ones for the CONSTANT come first. */
  columns: i32;
  grids: usize;
  /** f64, size: zeros, subtracted for levels. */
  zeros: usize;
  /** `Source`, rows of the stack x potential instruments. */
  sources: usize;
}

/** A column in a row of the stack: addresses of its period on the grid, and of the values subtracted. */
@unmanaged
export class Source {
  grid: usize;
  before: usize;
}

/** True if every row of the stack is a level or a difference between adjacent periods. */
export function inChunks(design: DpdDesign): bool {
  const adjacent =
    design.transform != Transform.ForwardDeviations && !design.mixed && !design.bridge;
  return adjacent && design.components < 0;
}

/** Returns the number of units of a chunk; the last may have fewer. */
export function chunkSize(nunits: i32): i32 {
  const chunks = (nunits + CHUNK - 1) / CHUNK;
  return chunks == 0 ? 0 : (nunits + chunks - 1) / chunks;
}

/** Allocates a chunk of units and their potential instruments; check `exhausted()` afterwards. */
export function openChunk(design: DpdDesign, npotential: i32): UnitChunk {
  const chunk = changetype<UnitChunk>(alloc(offsetof<UnitChunk>()));
  if (exhausted()) return chunk;
  const stack = stackRows(design);
  const size = chunkSize(design.nunits);
  const cells = design.nperiods * size;
  chunk.design = design;
  chunk.size = size;
  chunk.counts = alloc(integers(stack));
  chunk.units = alloc(integers(stack * size));
  chunk.weights = design.weights == 0 ? 0 : alloc(doubles(stack * size));
  chunk.rows = alloc(doubles(cells));
  chunk.columns = design.nregressors + 1;
  for (let spec = 0; spec < design.nspecs; ++spec) {
    chunk.columns = max(chunk.columns, specField(design, spec, 1) + 1);
  }
  const ones = allocGrid(cells, chunk.columns + 1);
  chunk.grids = ones + doubles(cells);
  chunk.zeros = allocZeroed(doubles(size));
  chunk.sources = allocGrid(stack, npotential);
  if (exhausted()) return chunk;
  for (let i = 0; i < cells; ++i) set(ones, i, 1);
  clearChunk(chunk, 0);
  return chunk;
}

/** Empties the chunk; its first unit will be number `first`. */
export function clearChunk(chunk: UnitChunk, first: i32): void {
  chunk.first = first;
  chunk.nunits = 0;
  chunk.nrows = 0;
  memory.fill(chunk.counts, 0, integers(stackRows(chunk.design)));
}

/** Adds the rows of a loaded unit. It also writes rows that the unit does not have; the next unit overwrites them. */
export function addUnit(chunk: UnitChunk, unit: Unit): void {
  const size = chunk.size;
  const u = chunk.nunits++;
  const periods = chunk.design.nperiods;
  const rows = unit.row;
  let pair = chunk.rows + doubles(chunk.nrows);
  for (let t = 0; t < periods; ++t) {
    const row = getInt(rows, t);
    store<i32>(pair, row);
    store<i32>(pair, t * size + u, 4);
    if (row >= 0) pair += 8;
  }
  chunk.nrows = i32(pair - chunk.rows) >> 3;
  const used = unit.used;
  const counts = chunk.counts;
  const weights = chunk.weights;
  const stack = stackRows(chunk.design);
  let units = chunk.units;
  for (let r = 0; r < stack; ++r) {
    const count = getInt(counts, r);
    setInt(units, count, u);
    if (weights != 0) set(weights, r * size + count, get(unit.weight, r));
    setInt(counts, r, count + getInt(used, r));
    units += integers(size);
  }
}

/** Fills the grids, after all units are added. */
export function fillGrids(chunk: UnitChunk): void {
  const design = chunk.design;
  const size = doubles(design.nperiods * chunk.size);
  // With every bit set a double is NaN.
  memory.fill(chunk.grids, 0xff, size * usize(chunk.columns));
  const end = chunk.rows + doubles(chunk.nrows);
  let grid = chunk.grids;
  for (let column = 0; column < chunk.columns; ++column) {
    const values = entry(design.vars, design.nrows, 0, column);
    for (let pair = chunk.rows; pair < end; pair += 8) {
      set(grid, load<i32>(pair, 4), get(values, load<i32>(pair)));
    }
    grid += size;
  }
}

/** Sets the source of a column of the design or of CONSTANT at period t, minus the period before if `differenced`. */
export function findSource(
  chunk: UnitChunk,
  column: i32,
  t: i32,
  differenced: bool,
  source: Source,
): void {
  const grid = addressOf(chunk.grids, (column * chunk.design.nperiods + t) * chunk.size);
  source.grid = grid;
  source.before = differenced ? grid - doubles(chunk.size) : chunk.zeros;
}

/** Counts the units that have row r of the stack with a source value that is neither missing nor 0. */
export function countValues(chunk: UnitChunk, r: i32, source: Source): i32 {
  const grid = source.grid;
  const before = source.before;
  let unit = chunk.units + integers(r * chunk.size);
  let count = 0;
  for (const end = unit + integers(getInt(chunk.counts, r)); unit < end; unit += 4) {
    const place = doubles(load<i32>(unit));
    count += i32(abs(load<f64>(grid + place) - load<f64>(before + place)) > 0);
  }
  return count;
}

/**
 * Writes a panel of the units that have row r of the stack, from the four sources at `sources`; missing values become
 * 0.
 */
export function writePanel(chunk: UnitChunk, r: i32, sources: usize, to: usize): void {
  const grid0 = load<usize>(sources);
  const before0 = load<usize>(sources, 4);
  const grid1 = load<usize>(sources, 8);
  const before1 = load<usize>(sources, 12);
  const grid2 = load<usize>(sources, 16);
  const before2 = load<usize>(sources, 20);
  const grid3 = load<usize>(sources, 24);
  const before3 = load<usize>(sources, 28);
  let unit = chunk.units + integers(r * chunk.size);
  for (const end = unit + integers(getInt(chunk.counts, r)); unit < end; unit += 4) {
    const place = doubles(load<i32>(unit));
    setFour(
      to,
      differenceOrZero(grid0 + place, grid1 + place, before0 + place, before1 + place),
      differenceOrZero(grid2 + place, grid3 + place, before2 + place, before3 + place),
    );
    to += 32;
  }
}

/** Returns two values minus two others, 0 if either is missing. */
// @ts-ignore: decorator
@inline
function differenceOrZero(x0: usize, x1: usize, y0: usize, y1: usize): v128 {
  const x = v128.load_lane<f64>(x1, v128.load_zero<f64>(x0), 1);
  const y = v128.load_lane<f64>(y1, v128.load_zero<f64>(y0), 1);
  const value = f64x2.sub(x, y);
  return v128.and(value, f64x2.gt(f64x2.abs(value), f64x2.splat(0)));
}
