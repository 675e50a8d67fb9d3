/**
 * The packed panel format, shared by the products, the Cholesky factorisation and the bootstrap.
 *
 * A panel holds 4 columns of a matrix, row by row, so that row r is 4 contiguous doubles:
 *
 *   panel q:  | a(0,4q) a(0,4q+1) a(0,4q+2) a(0,4q+3) | a(1,4q) ... | ...
 *
 * - rectangular, k x n: ceil(n / 4) panels of k rows (k may be padded to a stride), one after another;
 * - triangular, n x n upper: panel q holds rows 0 .. 4q+3 only and starts after 8q(q+1) doubles.
 *
 * Columns past n are padding and hold zeros.
 */
import { doubles, setFour } from '../memory/layout';

/** Panels needed for n columns. */
// @ts-ignore: decorator
@inline
export function panelCount(n: i32): i32 {
  return (n + 3) >> 2;
}

/** n rounded up to whole panels. */
// @ts-ignore: decorator
@inline
export function padded(n: i32): i32 {
  return (n + 3) & ~3;
}

/** Doubles of an n x n upper triangle in panels. */
export function triangleSize(n: i32): i32 {
  return 8 * panelCount(n) * (panelCount(n) + 1);
}

/** Doubles of n columns of k rows in panels. */
export function rectangleSize(k: i32, n: i32): i32 {
  return 4 * k * panelCount(n);
}

/** Address of panel q of a triangle. */
// @ts-ignore: decorator
@inline
export function trianglePanel(a: usize, q: i32): usize {
  return a + (usize(q * (q + 1)) << 6);
}

/** Address of panel q of a rectangle with `rows` rows a panel. */
// @ts-ignore: decorator
@inline
export function rectanglePanel(a: usize, rows: i32, q: i32): usize {
  return a + (usize(rows * q) << 5);
}

/** Address of element (row, column) of a triangle, row <= column or in the same diagonal tile. */
export function triangleEntry(a: usize, row: i32, column: i32): usize {
  return trianglePanel(a, column >> 2) + (((usize(row) << 2) + usize(column & 3)) << 3);
}

/** Address of element (row, column) of a rectangle with `rows` rows a panel. */
export function rectangleEntry(a: usize, rows: i32, row: i32, column: i32): usize {
  return rectanglePanel(a, rows, column >> 2) + (((usize(row) << 2) + usize(column & 3)) << 3);
}

/**
 * Packs a k x n matrix into panels of `rows` rows (rows >= k; rows k .. rows-1 become zero). Element
 * (i, j) is read at a + i * rowStride + j * columnStride, strides in doubles, so that the same
 * function packs a matrix or its transpose.
 */
export function pack(
  k: i32,
  n: i32,
  a: usize,
  rowStride: i32,
  columnStride: i32,
  rows: i32,
  out: usize,
): void {
  const rowBytes = doubles(rowStride);
  const columnBytes = doubles(columnStride);
  for (let q = 0; q < panelCount(n); ++q) {
    const panel = rectanglePanel(out, rows, q);
    const width = min(4, n - 4 * q);
    if (width < 4 || k < rows) memory.fill(panel, 0, usize(rows) << 5);
    if (columnStride == 1 && width == 4) {
      copyFours(k, a + doubles(4 * q), rowBytes, panel, 32);
      continue;
    }
    let c = 0;
    if (rowStride == 1) {
      for (; c + 2 <= width; c += 2) {
        const left = a + usize(4 * q + c) * columnBytes;
        interleave(k, left, left + columnBytes, panel + doubles(c));
      }
    }
    for (; c < width; ++c) {
      let from = a + usize(4 * q + c) * columnBytes;
      let to = panel + doubles(c);
      for (let r = 0; r < k; ++r) {
        store<f64>(to, load<f64>(from));
        from += rowBytes;
        to += 32;
      }
    }
  }
}

/**
 * Copies `count` groups of four doubles, `fromStep` and `toStep` bytes apart. dgemm of 256 x 256: 73 % of the
 * multiply-add ceiling with single columns, 83 % with groups.
 */
export function copyFours(
  count: i32,
  from: usize,
  fromStep: usize,
  to: usize,
  toStep: usize,
): void {
  for (; count > 0; --count) {
    setFour(to, v128.load(from), v128.load(from, 16));
    from += fromStep;
    to += toStep;
  }
}

/** Adds `count` groups of four doubles. */
export function addFours(count: i32, from: usize, to: usize): void {
  for (; count > 0; --count) {
    setFour(
      to,
      f64x2.add(v128.load(to), v128.load(from)),
      f64x2.add(v128.load(to, 16), v128.load(from, 16)),
    );
    from += 32;
    to += 32;
  }
}

/** Packs two contiguous columns of k doubles, two rows at a time, in a third of the time of one at a time. */
function interleave(k: i32, left: usize, right: usize, to: usize): void {
  const end = left + doubles(k & ~1);
  while (left < end) {
    const x = v128.load(left);
    const y = v128.load(right);
    v128.store(to, v128.shuffle<f64>(x, y, 0, 2));
    v128.store(to, v128.shuffle<f64>(x, y, 1, 3), 32);
    left += 16;
    right += 16;
    to += 64;
  }
  if (k & 1) {
    store<f64>(to, load<f64>(left));
    store<f64>(to, load<f64>(right), 8);
  }
}

/** Copies padded(n) contiguous doubles into row r of panels of `rows` rows. */
export function packRow(n: i32, row: usize, panels: usize, rows: i32, r: i32): void {
  copyFours(panelCount(n), row, 32, panels + (usize(r) << 5), usize(rows) << 5);
}

/** The reverse of `packRow`. */
export function unpackRow(n: i32, panels: usize, rows: i32, r: i32, row: usize): void {
  copyFours(panelCount(n), panels + (usize(r) << 5), usize(rows) << 5, row, 32);
}

/** The reverse of `pack` for a k x n column-major matrix with leading dimension lda. */
export function unpack(k: i32, n: i32, panels: usize, rows: i32, a: usize, lda: i32): void {
  for (let j = 0; j < n; ++j) {
    let from = rectangleEntry(panels, rows, 0, j);
    let to = a + ((usize(j) * usize(lda)) << 3);
    for (let i = 0; i < k; ++i) {
      store<f64>(to, load<f64>(from));
      from += 32;
      to += 8;
    }
  }
}
