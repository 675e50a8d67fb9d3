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
 * They are built in `chunks.ts`.
 */
import { at, doubles, getInt, integers } from '../../../memory/layout';
import { panelCount } from '../../../blas/panels';
import { Model } from '../model/model';


@unmanaged
export class Slice {
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
  /** `Source`, the columns of a slice, if they are written from a `UnitChunk`. */
  sources: usize;
  /** The chunk at hand; `Slice`, count: where it has its slices. */
  chunk: usize;
  slices: usize;
  /** i32, L: 0, 1, 2 ... */
  identity: usize;
  /** What passes write to. f64: (-b, 1), zeros up to padded(K + 1). */
  contrast: usize;
  /** f64, the rows of each slice: residuals e; the chunk that has these, -1 for none. */
  residuals: usize;
  found: i32;
  /** f64, rows of a slice: u = z'a, or factors of the rows. */
  products: usize;
  /** f64, panels of the units of a chunk x L; also a vector over the columns of a slice. */
  moments: usize;
  /** f64, units of a chunk: s_i; and panels of units, or of the rows of a slice, x (K + 1): c_i, V. */
  s: usize;
  c: usize;
  v: usize;
}

/** First unit of chunk c, and so the one after the last of the chunk before. */
export function chunkStart(own: Slices, c: i32): i32 {
  return min(c * own.nunits, own.model.nentering);
}

export function chunkUnits(own: Slices, c: i32): i32 {
  return chunkStart(own, c + 1) - chunkStart(own, c);
}

/** i32: the columns of slice r. */
export function sliceColumns(own: Slices, r: i32): usize {
  return own.columns + integers(getInt(own.columnStart, r));
}

export function columnCount(own: Slices, r: i32): i32 {
  return getInt(own.columnStart, r + 1) - getInt(own.columnStart, r);
}

/** Rows of slice r in the chunk at hand. */
export function sliceRows(own: Slices, r: i32): i32 {
  return getInt(own.chunk, r);
}

/** f64: the residuals of slice r. */
export function sliceResiduals(own: Slices, r: i32): usize {
  return at(own.residuals, r * own.nunits);
}

/** i32: the unit of each row of slice r, counted in the chunk. */
export function sliceUnits(own: Slices, r: i32): usize {
  return sliceAt(own, r).units;
}

/** f64: the weight of each row of slice r, where there are weights. */
export function sliceWeights(own: Slices, r: i32): usize {
  return sliceAt(own, r).weights;
}

/** The panels of the instruments of slice r. */
export function sliceInstruments(own: Slices, r: i32): usize {
  return sliceAt(own, r).instruments;
}

/** The panels of [X y] of slice r. */
export function sliceData(own: Slices, r: i32): usize {
  return sliceAt(own, r).data;
}

export function sliceAt(own: Slices, r: i32): Slice {
  return changetype<Slice>(own.slices + usize(r) * offsetof<Slice>());
}

/** Bytes of the instruments of a row. */
export function instrumentBytes(own: Slices, r: i32): usize {
  return usize(panelCount(columnCount(own, r))) << 5;
}

/** Bytes of a row of slice r. */
export function rowBytes(own: Slices, r: i32): usize {
  return instrumentBytes(own, r) + (usize(own.width) << 5) + doubles(1) + integers(1);
}

export function aligned(bytes: usize): usize {
  return (bytes + 15) & ~(<usize>15);
}

/** Finds the slices of the chunk at hand from their numbers of rows; returns the end of the last. */
export function locateSlices(own: Slices): usize {
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
