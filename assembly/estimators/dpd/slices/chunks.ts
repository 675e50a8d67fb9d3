/**
 * Chunks of slices (`slices.ts`). They are kept if all fit into CACHE_BYTES. Otherwise every pass builds each chunk
 * again, to the same bits, so memory does not grow with the number of units.
 *
 * Decision: if no row reaches further than one period, a slice is written four columns at a time for all units
 * (`columns.ts`). Reading the sample of the employment model and writing its slices: 56 us with one column at a time,
 * 39 us with four, to the same bits. Unit by unit from their sparse rows takes half as long again.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { addressOf, doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { packRow, padded, panelCount } from '../../../blas/panels';
import { ENTRY, entryColumn, firstEntry, rowWidth, stackRow, stackRows } from '../stack/unit';
import { UnitChunk, chunkSize } from '../stack/unit-chunk';
import { enter, enterRows, readUnits } from '../model/open';
import { occurs } from '../model/sparsity';
import { fillColumns } from './columns';
import {
  Slice,
  Slices,
  aligned,
  chunkStart,
  instrumentBytes,
  locateSlices,
  rowBytes,
  sliceOf,
  sliceInstruments,
  sliceRows,
} from './slices';
import { Model } from '../model/model';

/** 100,000 units of 10 periods with 60 instruments need a quarter of it. */
const CACHE_BYTES: u64 = 1 << 30;

/** Lays out the slices of a model whose instruments are numbered; check `exhausted()` afterwards. */
export function openSlices(model: Model): Slices {
  const slices = changetype<Slices>(allocZeroed(offsetof<Slices>()));
  if (exhausted()) return slices;
  slices.model = model;
  slices.count = stackRows(model.design);
  slices.width = panelCount(rowWidth(model.design));
  slices.columnStart = allocZeroed(integers(slices.count + 1));
  slices.columns = allocMatrix(slices.count, (model.n >> 1) + 1);
  slices.places = allocMatrix(slices.count, (model.n >> 1) + 1);
  slices.nunits = chunkSize(model.design.nunits);
  slices.nchunks = (model.nentering + slices.nunits - 1) / slices.nunits;
  slices.kept = allocZeroed(usize(slices.nchunks) * sizeof<usize>());
  slices.slices = alloc(usize(slices.count) * offsetof<Slice>());
  slices.identity = alloc(integers(model.n));
  slices.sources = alloc(doubles(padded(max(model.n, rowWidth(model.design)))));
  openScratch(slices);
  if (exhausted()) return slices;
  for (let l = 0; l < model.n; ++l) setInt(slices.identity, l, l);
  let total: u64 = 0;
  let largest: u64 = u64(integers(slices.count + 4));
  for (let r = 0; r < slices.count; ++r) {
    listColumns(model, slices, r);
    total += u64(getInt(model.rowCounts, r)) * u64(rowBytes(slices, r));
    largest += u64(slices.nunits) * u64(rowBytes(slices, r)) + 32;
  }
  if (total > CACHE_BYTES) slices.scratch = alloc(usize(min(largest, u64(usize.MAX_VALUE))));
  else for (let c = 0; c < slices.nchunks && !exhausted(); ++c) keepChunk(slices, c);
  return slices;
}

function openScratch(slices: Slices): void {
  slices.contrast = allocZeroed(usize(slices.width) << 5);
  slices.residualChunk = -1;
  slices.residuals = alloc(doubles(slices.count * slices.nunits));
  slices.products = alloc(doubles(slices.nunits));
  slices.moments = alloc(doubles(slices.nunits * padded(slices.model.n)));
  slices.s = alloc(doubles(slices.nunits));
  slices.c = alloc(doubles(4 * slices.nunits * slices.width));
  slices.v = alloc(doubles(4 * slices.nunits * slices.width));
}

function listColumns(model: Model, slices: Slices, r: i32): void {
  const first = getInt(slices.columnStart, r);
  let width = 0;
  for (let column = 0; column < model.n; ++column) {
    if (!occurs(model, r, column)) continue;
    setInt(slices.places, r * model.n + column, width);
    setInt(slices.columns, first + width++, column);
  }
  setInt(slices.columnStart, r + 1, first + width);
}

/** Makes chunk c the current one and builds it if it is not kept. */
export function enterChunk(slices: Slices, c: i32): void {
  slices.chunk = load<usize>(slices.kept + usize(c) * sizeof<usize>());
  if (slices.chunk != 0) {
    locateSlices(slices);
    return;
  }
  slices.chunk = slices.scratch;
  countRows(slices, c);
  locateSlices(slices);
  fillSlices(slices, c);
}

/** Builds chunk c to be kept. */
function keepChunk(slices: Slices, c: i32): void {
  slices.chunk = alloc(integers(slices.count));
  if (exhausted()) return;
  countRows(slices, c);
  // Two consecutive allocations are contiguous.
  alloc(locateSlices(slices) - aligned(slices.chunk + integers(slices.count)));
  if (exhausted()) return;
  fillSlices(slices, c);
  store<usize>(slices.kept + usize(c) * sizeof<usize>(), slices.chunk);
}

function countRows(slices: Slices, c: i32): void {
  const model = slices.model;
  if (model.chunk != 0) {
    readUnits(model, chunkStart(slices, c), chunkStart(slices, c + 1));
    memory.copy(slices.chunk, changetype<UnitChunk>(model.chunk).counts, integers(slices.count));
    return;
  }
  memory.fill(slices.chunk, 0, integers(slices.count));
  for (let u = chunkStart(slices, c); u < chunkStart(slices, c + 1); ++u) {
    enterRows(model, getInt(model.entering, u));
    for (let r = 0; r < slices.count; ++r) {
      setInt(slices.chunk, r, getInt(slices.chunk, r) + getInt(model.unit.used, r));
    }
  }
}

/** Writes the rows of the units of chunk c. */
function fillSlices(slices: Slices, c: i32): void {
  if (slices.model.chunk != 0) fillColumns(slices);
  else fillUnits(slices, c);
}

/** Writes the slices unit by unit from their sparse rows: zeros, then the values. */
function fillUnits(slices: Slices, c: i32): void {
  const model = slices.model;
  const first = chunkStart(slices, c);
  for (let r = 0; r < slices.count; ++r) {
    const bytes = instrumentBytes(slices, r) * usize(sliceRows(slices, r));
    memory.fill(sliceInstruments(slices, r), 0, bytes);
  }
  for (let u = first; u < chunkStart(slices, c + 1); ++u) {
    enter(model, getInt(model.entering, u));
    for (let r = 0; r < slices.count; ++r) {
      if (getInt(model.unit.used, r)) addRow(slices, r, u - first);
    }
  }
}

/** Writes row r of the loaded unit, number u of the chunk. */
function addRow(slices: Slices, r: i32, u: i32): void {
  const unit = slices.model.unit;
  const slice = sliceOf(slices, r);
  const stride = usize(sliceRows(slices, r)) << 5;
  const i = slice.next++;
  setInt(slice.units, i, u);
  if (slices.model.design.weights != 0) set(slice.weights, i, get(unit.weight, r));
  const to = slice.instruments + (usize(i) << 5);
  const places = slices.places + integers(r * slices.model.n);
  const end = firstEntry(unit, r + 1);
  for (let e = firstEntry(unit, r); e < end; e += ENTRY) {
    const place = getInt(places, entryColumn(e));
    store<f64>(addressOf(to + usize(place >> 2) * stride, place & 3), load<f64>(e));
  }
  packRow(
    4 * slices.width,
    stackRow(slices.model.design, unit, r),
    slice.data,
    sliceRows(slices, r),
    i,
  );
}
