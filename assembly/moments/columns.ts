/**
 * The columns that a bootstrap replicate sums: one column of per-unit values for each element of
 * S1 = sum w_i G_i, sum w_i A_i and sum w_i b_i. Many are zero for every unit, and many repeat another
 * up to sign and a power of two (the pairs of a difference in H, instruments of neighbouring lags), so
 * only distinct ones are kept and every element says which column it is and by what factor; scaling by
 * a power of two is exact. Half of the columns go (664 of 1281 for 42 instruments), and with them half
 * of the replicate's matrix product.
 */
import { alloc, exhausted, release } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { pack, panelCount, rectanglePanel, rectangleSize } from '../blas/panels';


@unmanaged
export class ColumnSet {
  /** Distinct columns; the sums of a replicate have one more, which is always 0. */
  ncolumns: i32;
  /** i32 and f64 per element: its column (ncolumns for a zero element) and factor. */
  source: usize;
  factor: usize;
  /** f64: distinct columns in panels of nunits rows, where the matrix stood. */
  panels: usize;
}

/** What is said of each element; check `exhausted()` afterwards. */
export function openColumns(nelements: i32): ColumnSet {
  const columns = changetype<ColumnSet>(alloc(offsetof<ColumnSet>()));
  if (exhausted()) return columns;
  columns.source = alloc(integers(nelements));
  columns.factor = alloc(doubles(nelements));
  return columns;
}

/**
 * Finds the distinct columns of an nunits x nelements column-major matrix, nelements a multiple of 4, and packs them in
 * its place, the last allocation: what is left of it and all that came after is given back. False when memory ends.
 */
export function distinctColumns(
  columns: ColumnSet,
  nunits: i32,
  nelements: i32,
  values: usize,
): bool {
  let buckets = 16;
  while (buckets < 2 * nelements) buckets <<= 1;
  const table = alloc(integers(buckets));
  const chosen = alloc(integers(nelements));
  if (exhausted()) return false;
  memory.fill(table, 0xff, integers(buckets));
  columns.ncolumns = 0;
  for (let j = 0; j < nelements; ++j) {
    const column = entry(values, nunits, 0, j);
    const lead = firstNonzero(nunits, column);
    setInt(columns.source, j, -1);
    set(columns.factor, j, 0);
    if (lead < 0) continue;
    let bucket = hash(nunits, column, lead) & (buckets - 1);
    for (;;) {
      const found = getInt(table, bucket);
      if (found < 0) break;
      const other = entry(values, nunits, 0, getInt(chosen, found));
      const factor = ratio(nunits, column, other, lead);
      if (factor != 0) {
        setInt(columns.source, j, found);
        set(columns.factor, j, factor);
        break;
      }
      bucket = (bucket + 1) & (buckets - 1);
    }
    if (getInt(columns.source, j) >= 0) continue;
    setInt(table, bucket, columns.ncolumns);
    setInt(chosen, columns.ncolumns, j);
    setInt(columns.source, j, columns.ncolumns++);
    set(columns.factor, j, 1);
  }
  for (let j = 0; j < nelements; ++j) {
    if (getInt(columns.source, j) < 0) setInt(columns.source, j, columns.ncolumns);
  }
  return packColumns(columns, nunits, chosen, values);
}

/**
 * Packs the columns over `values`, so that they are never there twice. A column stands no further left than its place
 * among the distinct ones, so four at a time are copied out before the panel is written over columns that are done.
 */
function packColumns(columns: ColumnSet, nunits: i32, chosen: usize, values: usize): bool {
  const four = alloc(doubles(4 * nunits));
  if (exhausted()) return false;
  columns.panels = values;
  for (let q = 0; q < panelCount(columns.ncolumns); ++q) {
    const width = min(4, columns.ncolumns - 4 * q);
    for (let c = 0; c < width; ++c) {
      const from = entry(values, nunits, 0, getInt(chosen, 4 * q + c));
      memory.copy(entry(four, nunits, 0, c), from, doubles(nunits));
    }
    pack(nunits, width, four, 1, nunits, nunits, rectanglePanel(values, nunits, q));
  }
  release(values + doubles(rectangleSize(nunits, columns.ncolumns)));
  return true;
}

function firstNonzero(n: i32, x: usize): i32 {
  for (let i = 0; i < n; ++i) if (get(x, i) != 0) return i;
  return -1;
}

/** Exact ratio column / other when it is the same for all units and a signed power of two, else 0. */
function ratio(n: i32, x: usize, other: usize, lead: i32): f64 {
  const base = get(other, lead);
  if (base == 0) return 0;
  const factor = get(x, lead) / base;
  if ((reinterpret<u64>(factor) & 0x000fffffffffffff) != 0) return 0;
  for (let i = 0; i < n; ++i) if (get(x, i) != factor * get(other, i)) return 0;
  return factor;
}

/** Hash of the mantissas and of the exponents relative to the first: the same for scaled columns. */
function hash(n: i32, x: usize, lead: i32): i32 {
  const base = reinterpret<u64>(get(x, lead)) >> 52;
  const sign = base >> 11;
  let h: u64 = u64(lead);
  for (let i = lead; i < n; ++i) {
    const value = get(x, i);
    if (value == 0) continue;
    const bits = reinterpret<u64>(value);
    const exponent = ((bits >> 52) & 0x7ff) - (base & 0x7ff);
    const relative = (bits & 0x000fffffffffffff) ^ (exponent << 52) ^ (((bits >> 63) ^ sign) << 63);
    h = (h ^ relative ^ (u64(i) << 32)) * 0x9e3779b97f4a7c15;
    h ^= h >> 29;
  }
  return i32(h >> 33);
}
