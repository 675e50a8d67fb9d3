/**
 * The columns that a bootstrap replicate sums: one column of per-unit values for each element of S1 = sum w_i G_i, sum
 * w_i A_i and sum w_i b_i. Many columns are zero for every unit, and many repeat another up to sign and a power of two:
 * the pairs of a difference in H, instruments of neighbouring lags. Only distinct columns are kept; each element
 * records its column and factor. Scaling by a power of two is exact. Half of the columns go (664 of 1281 for 42
 * instruments), and with them half of a replicate's sums.
 *
 * Not all columns are in memory at once. A first pass over the units fingerprints the elements. A second keeps the
 * columns with different fingerprints and compares every other element with the column that it should repeat.
 */
import { alloc, allocMatrix, exhausted, mark, release } from '../../../memory/arena';
import { doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { RANGE, rangedEntry, setRange } from '../../../blas/ranged-panels';
import { panelCount } from '../../../blas/panels';
import { Fingerprints, fingerprint, openFingerprints, setApart } from './fingerprints';


@unmanaged
export class ColumnSet {
  nunits: i32;
  nelements: i32;
  /** Distinct columns; the sums of a replicate have one more, which is always 0. */
  ncolumns: i32;
  /** Number of elements that differ from the column they should repeat; if any, columns are named and kept again. */
  strays: i32;
  /** i32 and f64 per element: its column (ncolumns for a zero element) and factor. */
  source: usize;
  factor: usize;
  /** i32 per distinct column: its element. */
  chosen: usize;
  prints: Fingerprints;
  /** `blas/ranged-panels.ts`: the units between which each panel of columns is not zero; only these are stored. */
  ranges: usize;
  /** f64: distinct columns in panels, the last allocation. */
  panels: usize;
}

/** Allocates the names of the elements; check `exhausted()` afterwards. */
export function openColumns(nunits: i32, nelements: i32): ColumnSet {
  const columns = changetype<ColumnSet>(alloc(offsetof<ColumnSet>()));
  if (exhausted()) return columns;
  columns.nunits = nunits;
  columns.nelements = nelements;
  columns.source = alloc(integers(nelements));
  columns.factor = alloc(doubles(nelements));
  columns.chosen = alloc(integers(nelements));
  columns.ranges = alloc(integers(RANGE * panelCount(nelements)));
  columns.prints = openFingerprints(nelements);
  columns.panels = 0;
  return columns;
}

/** Names the column of every element by fingerprint and allocates the columns; returns false when memory ends. */
export function nameColumns(columns: ColumnSet): bool {
  if (columns.panels != 0) release(columns.panels);
  const scope = mark();
  let buckets = 16;
  while (buckets < 2 * columns.nelements) buckets <<= 1;
  const table = alloc(integers(buckets));
  if (exhausted()) return false;
  memory.fill(table, 0xff, integers(buckets));
  columns.ncolumns = 0;
  columns.strays = 0;
  for (let j = 0; j < columns.nelements; ++j) nameColumn(columns, table, buckets - 1, j);
  for (let j = 0; j < columns.nelements; ++j) {
    if (get(columns.factor, j) == 0) setInt(columns.source, j, columns.ncolumns);
  }
  release(scope);
  columns.panels = allocMatrix(4, layOutPanels(columns));
  return !exhausted();
}

/** Sets the place of each panel and the units it spans; returns the number of rows of all panels. */
function layOutPanels(columns: ColumnSet): i32 {
  let rows = 0;
  for (let q = 0; q < panelCount(columns.ncolumns); ++q) {
    let first = columns.nunits;
    let end = 0;
    for (let c = 4 * q; c < min(4 * q + 4, columns.ncolumns); ++c) {
      const element = getInt(columns.chosen, c);
      first = min(first, getInt(columns.prints.firsts, element));
      end = max(end, getInt(columns.prints.ends, element));
    }
    setRange(columns.ranges, q, first, end, rows);
    rows += end - first;
  }
  return rows;
}

/** Searches the hash table for a column that element j repeats, by linear probing from its fingerprint. */
function nameColumn(columns: ColumnSet, table: usize, last: i32, j: i32): void {
  const prints = columns.prints;
  const print = fingerprint(prints, j);
  const lead = get(prints.leads, j);
  set(columns.factor, j, 0);
  if (lead == 0) return;
  let bucket = i32(print >> 33) & last;
  for (;;) {
    const candidate = getInt(table, bucket);
    if (candidate < 0) break;
    const other = getInt(columns.chosen, candidate);
    const factor = lead / get(prints.leads, other);
    if (fingerprint(prints, other) == print && isPowerOfTwo(factor)) {
      setInt(columns.source, j, candidate);
      set(columns.factor, j, factor);
      return;
    }
    bucket = (bucket + 1) & last;
  }
  setInt(table, bucket, columns.ncolumns);
  setInt(columns.chosen, columns.ncolumns, j);
  setInt(columns.source, j, columns.ncolumns++);
  set(columns.factor, j, 1);
}

/** True for a signed power of two that is neither zero nor subnormal. */
function isPowerOfTwo(factor: f64): bool {
  return factor != 0 && (reinterpret<u64>(factor) & 0x000fffffffffffff) == 0;
}

/**
 * Stores the elements `x` of unit u that are columns; an element that differs from its column gets a fingerprint of its
 * own.
 */
export function keepElements(columns: ColumnSet, u: i32, x: usize): void {
  for (let j = 0; j < columns.nelements; ++j) {
    const factor = get(columns.factor, j);
    if (factor == 0) continue;
    const value = get(x, j);
    const column = getInt(columns.source, j);
    const other = getInt(columns.chosen, column);
    if (other == j) {
      // A nonzero value is within the range that the fingerprints recorded.
      if (value != 0) store<f64>(rangedEntry(columns.panels, columns.ranges, u, column), value);
    } else if (value != factor * get(x, other)) {
      setApart(columns.prints, j);
      set(columns.factor, j, 0);
      ++columns.strays;
    }
  }
}

/**
 * out[i] := the sum of element first + i, for an even `count`, from the sums of the distinct columns, which a 0
 * follows.
 */
export function gatherElements(
  columns: ColumnSet,
  first: i32,
  count: i32,
  sums: usize,
  out: usize,
): void {
  let source = columns.source + integers(first);
  let factor = columns.factor + doubles(first);
  for (const end = out + doubles(count); out < end; out += 16) {
    const left = v128.load64_zero(sums + doubles(load<i32>(source)));
    const pair = v128.load64_lane(sums + doubles(load<i32>(source, 4)), left, 1);
    v128.store(out, f64x2.mul(v128.load(factor), pair));
    source += 8;
    factor += 16;
  }
}
