/**
 * Element addresses. A matrix is column-major with a leading dimension counted in elements, as in
 * BLAS; a vector has a stride counted in elements. All numbers are f64 unless a name says i32.
 */
/** Bytes of `count` doubles. */
// @ts-ignore: decorator
@inline
export function doubles(count: i32): usize {
  return usize(count) << 3;
}

/** Bytes of `count` 32-bit integers. */
// @ts-ignore: decorator
@inline
export function integers(count: i32): usize {
  return usize(count) << 2;
}

/** Address of element (row, column) of a column-major matrix. */
// @ts-ignore: decorator
@inline
export function entry(a: usize, lda: i32, row: i32, column: i32): usize {
  return a + ((usize(row) + usize(column) * usize(lda)) << 3);
}

// @ts-ignore: decorator
@inline
export function addressOf(x: usize, index: i32): usize {
  return x + (usize(index) << 3);
}

/** Element `index` of a vector of doubles. */
// @ts-ignore: decorator
@inline
export function get(x: usize, index: i32): f64 {
  return load<f64>(x + (usize(index) << 3));
}

/** Stores element `index` of a vector of doubles. */
// @ts-ignore: decorator
@inline
export function set(x: usize, index: i32, value: f64): void {
  store<f64>(x + (usize(index) << 3), value);
}

/**
 * Stores four doubles. Both halves are computed before either is stored, so V8 may join their operations to 256 bits,
 * which it does not do across a load that follows the first store.
 */
// @ts-ignore: decorator
@inline
export function setFour(to: usize, left: v128, right: v128): void {
  v128.store(to, left);
  v128.store(to, right, 16);
}

/** Element `index` of a vector of 32-bit integers. */
// @ts-ignore: decorator
@inline
export function getInt(x: usize, index: i32): i32 {
  return load<i32>(x + (usize(index) << 2));
}

/** Stores element `index` of a vector of 32-bit integers. */
// @ts-ignore: decorator
@inline
export function setInt(x: usize, index: i32, value: i32): void {
  store<i32>(x + (usize(index) << 2), value);
}

/** Fills a vector with zeros. */
export function clear(n: i32, x: usize): void {
  memory.fill(x, 0, doubles(n));
}
