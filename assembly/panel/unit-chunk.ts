/**
 * A chunk of units spread over the calendar: which rows of the stack they have, and one column in one row of the stack
 * for all of them at once. For levels and first differences between adjacent periods (`inChunks`); what spans more
 * periods is read unit by unit (`blocks.ts`), to the same values.
 */
import { alloc, allocMatrix, exhausted } from '../memory/arena';
import { at, doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { DpdDesign } from '../memory/dpd-records';
import { FORWARD_DEVIATIONS } from './transforms';
import { Unit, stackRows } from './unit';

/** Most units of a chunk: their rows, half a megabyte, stay in cache. Part of the numeric contract. */
const CHUNK: i32 = 160;


@unmanaged
export class UnitChunk {
  design: DpdDesign;
  /** Most units, those that are in the chunk, and the number of the first one. */
  size: i32;
  nunits: i32;
  first: i32;
  /** i32, T x size: row of the design of each period and unit, -1 where there is none. */
  rows: usize;
  /** i32, rows of the stack, and those x size: how many units have the row, and which. */
  counts: usize;
  units: usize;
  /** f64, rows of the stack x size: weights, in the order of `units`; 0 without weights. */
  weights: usize;
  /** f64, T x size: one column of the design, NaN where there is no row. */
  grid: usize;
  /** f64, size x 4: where a column is written that is only counted. */
  scratch: usize;
  /** f64, size: what is subtracted where no difference is taken. */
  zeros: usize;
}

/** True where every row of the stack is a level or a difference between adjacent periods. */
export function inChunks(design: DpdDesign): bool {
  const adjacent = design.transform != FORWARD_DEVIATIONS && !design.mixed && !design.bridge;
  return adjacent && design.components < 0;
}

/** Units of a chunk, the last of which may have fewer. */
export function chunkSize(nunits: i32): i32 {
  const chunks = (nunits + CHUNK - 1) / CHUNK;
  return chunks == 0 ? 0 : (nunits + chunks - 1) / chunks;
}

/** Room for a chunk of units; check `exhausted()` afterwards. */
export function openChunk(design: DpdDesign, size: i32): UnitChunk {
  const chunk = changetype<UnitChunk>(alloc(offsetof<UnitChunk>()));
  if (exhausted()) return chunk;
  const stack = stackRows(design);
  chunk.design = design;
  chunk.size = size;
  chunk.rows = allocMatrix(design.nperiods, size);
  chunk.counts = alloc(integers(stack));
  chunk.units = allocMatrix(stack, size);
  chunk.weights = design.weights == 0 ? 0 : allocMatrix(stack, size);
  chunk.grid = allocMatrix(design.nperiods, size);
  chunk.scratch = allocMatrix(size, 4);
  chunk.zeros = allocMatrix(size, 1);
  if (!exhausted()) clearChunk(chunk, 0);
  return chunk;
}

/** Takes all units out of the chunk, whose first one is to be number `first`. */
export function clearChunk(chunk: UnitChunk, first: i32): void {
  chunk.first = first;
  chunk.nunits = 0;
  memory.fill(chunk.counts, 0, integers(stackRows(chunk.design)));
}

/** Adds the rows of a loaded unit. */
export function addUnit(chunk: UnitChunk, unit: Unit): void {
  const design = chunk.design;
  const u = chunk.nunits++;
  for (let t = 0; t < design.nperiods; ++t) {
    setInt(chunk.rows, t * chunk.size + u, getInt(unit.row, t));
  }
  const nrows = stackRows(design);
  for (let r = 0; r < nrows; ++r) {
    if (!getInt(unit.used, r)) continue;
    const count = getInt(chunk.counts, r);
    setInt(chunk.counts, r, count + 1);
    setInt(chunk.units, r * chunk.size + count, u);
    if (chunk.weights != 0) set(chunk.weights, r * chunk.size + count, get(unit.weight, r));
  }
}

/** Lays a column of the design out on the grid; a column of ones where it is negative. */
export function loadChunk(chunk: UnitChunk, column: i32): void {
  const design = chunk.design;
  const values = entry(design.vars, design.nrows, 0, column);
  for (let t = 0; t < design.nperiods; ++t) {
    const rows = chunk.rows + integers(t * chunk.size);
    const grid = at(chunk.grid, t * chunk.size);
    for (let u = 0; u < chunk.nunits; ++u) {
      const row = getInt(rows, u);
      set(grid, u, column < 0 ? 1 : row < 0 ? NaN : get(values, row));
    }
  }
}

/**
 * Writes the column on the grid at period s, less that of the period before if `differenced`, for the units that have
 * row r of the stack, to every fourth double from `to` on; what is missing is 0. Returns how many are not 0.
 */
export function writeColumn(chunk: UnitChunk, r: i32, s: i32, differenced: bool, to: usize): i32 {
  const grid = at(chunk.grid, s * chunk.size);
  const before = differenced ? at(chunk.grid, (s - 1) * chunk.size) : chunk.zeros;
  let unit = chunk.units + integers(r * chunk.size);
  let found = 0;
  for (const end = unit + integers(getInt(chunk.counts, r)); unit < end; unit += 4) {
    const place = doubles(load<i32>(unit));
    const value = load<f64>(grid + place) - load<f64>(before + place);
    const there = abs(value) > 0;
    store<f64>(to, there ? value : 0);
    found += i32(there);
    to += 32;
  }
  return found;
}
