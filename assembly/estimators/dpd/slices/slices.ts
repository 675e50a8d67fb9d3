/**
 * The stacked rows of many units, sorted by their place in the stack. Slice r has row r of every unit of a chunk that
 * has this row: its instruments, over the columns with a value there in some unit of the sample, and [X y], both in
 * panels.
 *
 *   a chunk      rows of each slice (i32), then slice after slice
 *   a slice      the unit of each row (i32), with weights also its weight (f64), panels of Z, panels of [X y]
 *
 * Decision: sums over rows go slice by slice, because instruments are sparse in a unit and dense in a slice. They
 * become products of panels and loops of fixed length instead of moment blocks per unit. A two-step system fit with 140
 * units, 51 instruments and 5 parameters: 435 us with blocks, 425 us from sparse rows unit by unit, 300 us with slices.
 * `chunks.ts` builds them.
 */
import { addressOf, doubles, getInt, integers } from '../../../memory/layout';
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
  /** i32, count x L: position of a column among those of a slice. */
  places: usize;
  /** Units of a chunk, and chunks. */
  nunits: i32;
  nchunks: i32;
  /** usize, nchunks: address of a chunk that is kept, else 0. */
  kept: usize;
  /** Memory for one chunk if chunks are not kept; else 0. */
  scratch: usize;
  /** `Source`, the columns of a slice, if they are written from a `UnitChunk`. */
  sources: usize;
  /** The current chunk; `Slice`, count: the places of its slices. */
  chunk: usize;
  slices: usize;
  /** i32, L: 0, 1, 2 ... */
  identity: usize;
  /** Scratch of the sums. f64: (-b, 1), followed by zeros up to padded(K + 1). */
  contrast: usize;
  /** f64, the rows of each slice: residuals e; and the chunk whose residuals they are, -1 for none. */
  residuals: usize;
  residualChunk: i32;
  /** f64, rows of a slice: u = z'a, or factors of the rows. */
  products: usize;
  /** f64, panels of the units of a chunk x L; also a vector over the columns of a slice. */
  moments: usize;
  /** f64, units of a chunk: s_i; and panels of units, or of the rows of a slice, x (K + 1): c_i, V. */
  s: usize;
  c: usize;
  v: usize;
}

/** Returns the first unit of chunk c, which is also the one after the last of the chunk before. */
export function chunkStart(slices: Slices, c: i32): i32 {
  return min(c * slices.nunits, slices.model.nentering);
}

export function chunkUnits(slices: Slices, c: i32): i32 {
  return chunkStart(slices, c + 1) - chunkStart(slices, c);
}

/** i32: the columns of slice r. */
export function sliceColumns(slices: Slices, r: i32): usize {
  return slices.columns + integers(getInt(slices.columnStart, r));
}

export function columnCount(slices: Slices, r: i32): i32 {
  return getInt(slices.columnStart, r + 1) - getInt(slices.columnStart, r);
}

/** Returns the number of rows of slice r in the current chunk. */
export function sliceRows(slices: Slices, r: i32): i32 {
  return getInt(slices.chunk, r);
}

/** f64: the residuals of slice r. */
export function sliceResiduals(slices: Slices, r: i32): usize {
  return addressOf(slices.residuals, r * slices.nunits);
}

/** i32: the unit of each row of slice r, counted in the chunk. */
export function sliceUnits(slices: Slices, r: i32): usize {
  return sliceOf(slices, r).units;
}

/** f64: the weight of each row of slice r, if there are weights. */
export function sliceWeights(slices: Slices, r: i32): usize {
  return sliceOf(slices, r).weights;
}

/** The panels of the instruments of slice r. */
export function sliceInstruments(slices: Slices, r: i32): usize {
  return sliceOf(slices, r).instruments;
}

/** The panels of [X y] of slice r. */
export function sliceData(slices: Slices, r: i32): usize {
  return sliceOf(slices, r).data;
}

export function sliceOf(slices: Slices, r: i32): Slice {
  return changetype<Slice>(slices.slices + usize(r) * offsetof<Slice>());
}

/** Bytes of the instruments of a row. */
export function instrumentBytes(slices: Slices, r: i32): usize {
  return usize(panelCount(columnCount(slices, r))) << 5;
}

/** Bytes of a row of slice r. */
export function rowBytes(slices: Slices, r: i32): usize {
  return instrumentBytes(slices, r) + (usize(slices.width) << 5) + doubles(1) + integers(1);
}

export function aligned(bytes: usize): usize {
  return (bytes + 15) & ~(<usize>15);
}

/** Sets the places of the slices of the current chunk from their numbers of rows; returns the end of the last. */
export function locateSlices(slices: Slices): usize {
  const weighted = slices.model.design.weights != 0;
  let end = aligned(slices.chunk + integers(slices.count));
  for (let r = 0; r < slices.count; ++r) {
    const rows = sliceRows(slices, r);
    const slice = sliceOf(slices, r);
    slice.units = end;
    slice.weights = aligned(slice.units + integers(rows));
    slice.instruments = aligned(slice.weights + (weighted ? doubles(rows) : 0));
    slice.data = slice.instruments + instrumentBytes(slices, r) * usize(rows);
    slice.next = 0;
    end = slice.data + usize(slices.width) * (usize(rows) << 5);
  }
  return end;
}
