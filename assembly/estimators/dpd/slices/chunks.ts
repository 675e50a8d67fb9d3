/**
 * Chunks of slices (`slices.ts`): kept while they fit into CACHE_BYTES; beyond it a pass builds each anew, to the same
 * bits, and memory does not grow with the number of units.
 *
 * Decision: where rows reach no further than one period, a slice is written four columns at a time over all units
 * (`columns.ts`): to read the sample of the employment model and write its slices takes 39 us, with one column at a
 * time 56, to the same bits. From the sparse rows of one unit after another it took half as long again.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { at, doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
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
  sliceAt,
  sliceInstruments,
  sliceRows,
} from './slices';
import { Model } from '../model/model';

/** 100,000 units of 10 periods with 60 instruments take a quarter of it. */
const CACHE_BYTES: u64 = 1 << 30;

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
  own.nunits = chunkSize(model.design.nunits);
  own.nchunks = (model.nentering + own.nunits - 1) / own.nunits;
  own.kept = allocZeroed(usize(own.nchunks) * sizeof<usize>());
  own.slices = alloc(usize(own.count) * offsetof<Slice>());
  own.identity = alloc(integers(model.n));
  own.sources = alloc(doubles(padded(max(model.n, rowWidth(model.design)))));
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
  own.contrast = allocZeroed(usize(own.width) << 5);
  own.found = -1;
  own.residuals = alloc(doubles(own.count * own.nunits));
  own.products = alloc(doubles(own.nunits));
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

function countRows(own: Slices, c: i32): void {
  const model = own.model;
  if (model.chunk != 0) {
    readUnits(model, chunkStart(own, c), chunkStart(own, c + 1));
    memory.copy(own.chunk, changetype<UnitChunk>(model.chunk).counts, integers(own.count));
    return;
  }
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
  if (own.model.chunk != 0) fillColumns(own);
  else fillUnits(own, c);
}

/** Unit by unit, from their sparse rows: zeros but for what has a value. */
function fillUnits(own: Slices, c: i32): void {
  const model = own.model;
  const first = chunkStart(own, c);
  for (let r = 0; r < own.count; ++r) {
    const bytes = instrumentBytes(own, r) * usize(sliceRows(own, r));
    memory.fill(sliceInstruments(own, r), 0, bytes);
  }
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
