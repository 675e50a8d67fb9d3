/**
 * The stacked rows of many units by their place in the stack. Slice r has row r of every unit of a chunk that has one:
 * its instruments over the columns that some unit of the sample has a value for there, and [X y], both in panels.
 *
 *   a chunk      rows of each slice (i32), then slice after slice
 *   a slice      the unit of each row (i32), with weights also its weight (f64), panels of Z, panels of [X y]
 *
 * Decision: sums over rows are taken slice by slice, as instruments are sparse in a unit and dense in a slice: products
 * of panels, and loops of one length, in place of moment blocks of the units. With 140 units, 51 instruments and 5
 * parameters a two-step system fit takes 300 in place of 435 us; from sparse rows of one unit after another it took 425.
 * Chunks are kept while they fit into CACHE_BYTES; beyond it a pass builds each anew, to the same bits, and memory does
 * not grow with the number of units. CHUNK is part of the numeric contract.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../memory/arena';
import { at, doubles, get, getInt, integers, set, setInt } from '../../memory/layout';
import { packRow, padded, panelCount } from '../../blas/panels';
import { ENTRY, entryColumn, firstEntry, rowWidth, stackRow, stackRows } from '../../panel/unit';
import { Model, enter, enterRows, occurs } from './model';

/** Most units of a chunk: their slices, half a megabyte, stay in cache. */
const CHUNK: i32 = 160;

/** 100,000 units of 10 periods with 60 instruments take a quarter of it. */
const CACHE_BYTES: u64 = 1 << 30;


@unmanaged
class Slice {
  units: usize;
  weights: usize;
  instruments: usize;
  data: usize;
  /** Rows written while the slice is built. */
  next: i32;
}


@unmanaged
export class Slices {
  model: Model;
  /** Slices, and panels of [X y]. */
  count: i32;
  width: i32;
  /** i32, count + 1: first of a slice's columns in `columns`. */
  columnStart: usize;
  columns: usize;
  /** i32, count x L: place of a column among those of a slice. */
  places: usize;
  /** Units of a chunk, and chunks. */
  nunits: i32;
  nchunks: i32;
  /** usize, nchunks: chunks that are kept, else 0. */
  kept: usize;
  /** Memory for one chunk, where they are not kept; else 0. */
  scratch: usize;
  /** The chunk at hand; `Slice`, count: where it has its slices. */
  chunk: usize;
  slices: usize;
  /** i32, L: 0, 1, 2 ... */
  identity: usize;
  /** What passes write to. f64: (-b, 1), zeros up to padded(K + 1). */
  contrast: usize;
  /** f64, the rows of each slice: residuals e and u = z'a. */
  residuals: usize;
  products: usize;
  /** f64, panels of the units of a chunk x L. */
  moments: usize;
  /** f64, units of a chunk: s_i; and panels of units, or of the rows of a slice, x (K + 1): c_i, V. */
  s: usize;
  c: usize;
  v: usize;
}

/** The layout of the slices of a model whose instruments are numbered; check `exhausted()` afterwards. */
export function openSlices(model: Model): Slices {
  const own = changetype<Slices>(allocZeroed(offsetof<Slices>()));
  if (exhausted()) return own;
  own.model = model;
  own.count = stackRows(model.design);
  own.width = panelCount(rowWidth(model.design));
  own.columnStart = allocZeroed(integers(own.count + 1));
  own.columns = allocMatrix(own.count, (model.n >> 1) + 1);
  own.places = allocMatrix(own.count, (model.n >> 1) + 1);
  own.nchunks = (model.nentering + CHUNK - 1) / CHUNK;
  own.nunits = (model.nentering + own.nchunks - 1) / own.nchunks;
  own.kept = allocZeroed(usize(own.nchunks) * sizeof<usize>());
  own.slices = alloc(usize(own.count) * offsetof<Slice>());
  own.identity = alloc(integers(model.n));
  openScratch(own);
  if (exhausted()) return own;
  for (let l = 0; l < model.n; ++l) setInt(own.identity, l, l);
  let total: u64 = 0;
  let largest: u64 = u64(integers(own.count + 4));
  for (let r = 0; r < own.count; ++r) {
    listColumns(model, own, r);
    total += u64(getInt(model.rowCounts, r)) * u64(rowBytes(own, r));
    largest += u64(own.nunits) * u64(rowBytes(own, r)) + 32;
  }
  if (total > CACHE_BYTES) own.scratch = alloc(usize(min(largest, u64(usize.MAX_VALUE))));
  else for (let c = 0; c < own.nchunks && !exhausted(); ++c) keepChunk(own, c);
  return own;
}

function openScratch(own: Slices): void {
  own.contrast = alloc(usize(own.width) << 5);
  own.residuals = alloc(doubles(own.count * own.nunits));
  own.products = alloc(doubles(own.count * own.nunits));
  own.moments = alloc(doubles(own.nunits * padded(own.model.n)));
  own.s = alloc(doubles(own.nunits));
  own.c = alloc(doubles(4 * own.nunits * own.width));
  own.v = alloc(doubles(4 * own.nunits * own.width));
}

function listColumns(model: Model, own: Slices, r: i32): void {
  const first = getInt(own.columnStart, r);
  let width = 0;
  for (let column = 0; column < model.n; ++column) {
    if (!occurs(model, r, column)) continue;
    setInt(own.places, r * model.n + column, width);
    setInt(own.columns, first + width++, column);
  }
  setInt(own.columnStart, r + 1, first + width);
}

/** First unit of chunk c, and so the one after the last of the chunk before. */
function chunkStart(own: Slices, c: i32): i32 {
  return min(c * own.nunits, own.model.nentering);
}

export function chunkUnits(own: Slices, c: i32): i32 {
  return chunkStart(own, c + 1) - chunkStart(own, c);
}

/** i32: the columns of slice r. */
// @ts-ignore: decorator
@inline
export function sliceColumns(own: Slices, r: i32): usize {
  return own.columns + integers(getInt(own.columnStart, r));
}

// @ts-ignore: decorator
@inline
export function columnCount(own: Slices, r: i32): i32 {
  return getInt(own.columnStart, r + 1) - getInt(own.columnStart, r);
}

/** Rows of slice r in the chunk at hand. */
// @ts-ignore: decorator
@inline
export function sliceRows(own: Slices, r: i32): i32 {
  return getInt(own.chunk, r);
}

/** f64: the residuals of slice r. */
// @ts-ignore: decorator
@inline
export function sliceResiduals(own: Slices, r: i32): usize {
  return at(own.residuals, r * own.nunits);
}

/** i32: the unit of each row of slice r, counted in the chunk. */
// @ts-ignore: decorator
@inline
export function sliceUnits(own: Slices, r: i32): usize {
  return sliceAt(own, r).units;
}

/** f64: the weight of each row of slice r, where there are weights. */
// @ts-ignore: decorator
@inline
export function sliceWeights(own: Slices, r: i32): usize {
  return sliceAt(own, r).weights;
}

/** The panels of the instruments of slice r. */
// @ts-ignore: decorator
@inline
export function sliceInstruments(own: Slices, r: i32): usize {
  return sliceAt(own, r).instruments;
}

/** The panels of [X y] of slice r. */
// @ts-ignore: decorator
@inline
export function sliceData(own: Slices, r: i32): usize {
  return sliceAt(own, r).data;
}

// @ts-ignore: decorator
@inline
function sliceAt(own: Slices, r: i32): Slice {
  return changetype<Slice>(own.slices + usize(r) * offsetof<Slice>());
}

/** Bytes of the instruments of a row. */
// @ts-ignore: decorator
@inline
function instrumentBytes(own: Slices, r: i32): usize {
  return usize(panelCount(columnCount(own, r))) << 5;
}

/** Bytes of a row of slice r. */
function rowBytes(own: Slices, r: i32): usize {
  return instrumentBytes(own, r) + (usize(own.width) << 5) + doubles(1) + integers(1);
}

// @ts-ignore: decorator
@inline
function aligned(bytes: usize): usize {
  return (bytes + 15) & ~(<usize>15);
}

/** Goes to chunk c, which is built where it is not kept. */
export function enterChunk(own: Slices, c: i32): void {
  own.chunk = load<usize>(own.kept + usize(c) * sizeof<usize>());
  if (own.chunk != 0) {
    locateSlices(own);
    return;
  }
  own.chunk = own.scratch;
  countRows(own, c);
  locateSlices(own);
  fillSlices(own, c);
}

/** Builds chunk c to be kept. */
function keepChunk(own: Slices, c: i32): void {
  own.chunk = alloc(integers(own.count));
  if (exhausted()) return;
  countRows(own, c);
  // What is allocated in two steps lies one behind the other.
  alloc(locateSlices(own) - aligned(own.chunk + integers(own.count)));
  if (exhausted()) return;
  fillSlices(own, c);
  store<usize>(own.kept + usize(c) * sizeof<usize>(), own.chunk);
}

/** Finds the slices of the chunk at hand from their numbers of rows; returns the end of the last. */
function locateSlices(own: Slices): usize {
  const weighted = own.model.design.weights != 0;
  let end = aligned(own.chunk + integers(own.count));
  for (let r = 0; r < own.count; ++r) {
    const rows = sliceRows(own, r);
    const slice = sliceAt(own, r);
    slice.units = end;
    slice.weights = aligned(slice.units + integers(rows));
    slice.instruments = aligned(slice.weights + (weighted ? doubles(rows) : 0));
    slice.data = slice.instruments + instrumentBytes(own, r) * usize(rows);
    slice.next = 0;
    end = slice.data + usize(own.width) * (usize(rows) << 5);
  }
  return end;
}

function countRows(own: Slices, c: i32): void {
  const model = own.model;
  memory.fill(own.chunk, 0, integers(own.count));
  for (let u = chunkStart(own, c); u < chunkStart(own, c + 1); ++u) {
    enterRows(model, getInt(model.entering, u));
    for (let r = 0; r < own.count; ++r) {
      setInt(own.chunk, r, getInt(own.chunk, r) + getInt(model.unit.used, r));
    }
  }
}

/** Writes the rows of the units of chunk c. */
function fillSlices(own: Slices, c: i32): void {
  const model = own.model;
  for (let r = 0; r < own.count; ++r) {
    const bytes = instrumentBytes(own, r) * usize(sliceRows(own, r));
    memory.fill(sliceInstruments(own, r), 0, bytes);
  }
  const first = chunkStart(own, c);
  for (let u = first; u < chunkStart(own, c + 1); ++u) {
    enter(model, getInt(model.entering, u));
    for (let r = 0; r < own.count; ++r) {
      if (getInt(model.unit.used, r)) addRow(own, r, u - first);
    }
  }
}

/** Row r of the loaded unit, number u of the chunk. */
function addRow(own: Slices, r: i32, u: i32): void {
  const unit = own.model.unit;
  const slice = sliceAt(own, r);
  const stride = usize(sliceRows(own, r)) << 5;
  const i = slice.next++;
  setInt(slice.units, i, u);
  if (own.model.design.weights != 0) set(slice.weights, i, get(unit.weight, r));
  const to = slice.instruments + (usize(i) << 5);
  const places = own.places + integers(r * own.model.n);
  const end = firstEntry(unit, r + 1);
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    const place = getInt(places, entryColumn(e));
    store<f64>(at(to + usize(place >> 2) * stride, place & 3), load<f64>(e));
  }
  packRow(4 * own.width, stackRow(own.model.design, unit, r), slice.data, sliceRows(own, r), i);
}
