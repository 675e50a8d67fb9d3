/** A square matrix balanced and brought to Hessenberg form, H = Q' D^-1 A D Q, zero below the first subdiagonal. */
import { apply, reflect } from './reflector.js';

/**
 * Scales rows and columns by powers of two until their sums of sizes are within a factor of two (Parlett and Reinsch
 * 1969). Returns the diagonal of D, by which rows of eigenvectors are multiplied afterwards.
 */
export function balanced(n: number, a: Float64Array): Float64Array {
  const scales = new Float64Array(n).fill(1);
  for (let isDone = false; !isDone;) {
    isDone = true;
    for (let k = 0; k < n; k++) {
      const [row, column] = sizesOf(n, a, k);
      if (row === 0 || column === 0) continue;
      const by = balancing(row, column);
      if (column * by + row / by >= 0.95 * (column + row)) continue;
      isDone = false;
      scales[k]! *= by;
      for (let i = 0; i < n; i++) a[i + k * n]! *= by;
      for (let j = 0; j < n; j++) a[k + j * n]! /= by;
    }
  }
  return scales;
}

/** Sums of the sizes of a row and a column without their common element. */
function sizesOf(n: number, a: Float64Array, k: number): [number, number] {
  let [row, column] = [0, 0];
  for (let i = 0; i < n; i++) {
    if (i === k) continue;
    row += Math.abs(a[k + i * n]!);
    column += Math.abs(a[i + k * n]!);
  }
  return [row, column];
}

/** The power of two that brings the column nearest to the row. */
function balancing(row: number, column: number): number {
  let [by, size] = [1, column];
  for (; size < row / 2; size *= 4) by *= 2;
  for (; size >= row * 2; size /= 4) by /= 2;
  return by;
}

/** Overwrites `a` with H and returns Q. */
export function hessenberg(n: number, a: Float64Array): Float64Array<ArrayBuffer> {
  const q = new Float64Array(n * n);
  const taus = new Float64Array(n);
  const product = new Float64Array(n);
  for (let k = 0; k < n - 2; k++) {
    const [start, size] = [k * n + k + 1, n - k - 1];
    const tau = reflect(a, start, size);
    taus[k] = tau;
    const reflector = { x: a, start, size, tau };
    for (let j = k + 1; j < n; j++) apply(reflector, a, j * n + k + 1);
    if (tau !== 0) fromRight(n, a, { column: k, tau, product });
  }
  accumulate(n, a, taus, q);
  for (let k = 0; k < n - 2; k++) a.fill(0, k * n + k + 2, (k + 1) * n);
  return q;
}

interface ColumnReflector {
  /** The column of `a` that holds v below its subdiagonal. */
  readonly column: number;
  readonly tau: number;
  readonly product: Float64Array;
}

/** a := a (I - tau v v'). */
function fromRight(n: number, a: Float64Array, { column, tau, product }: ColumnReflector): void {
  const first = column + 1;
  const v = (j: number) => (j === first ? 1 : a[column * n + j]!);
  product.fill(0);
  for (let j = first; j < n; j++) {
    const by = v(j);
    for (let i = 0; i < n; i++) product[i]! += by * a[j * n + i]!;
  }
  for (let j = first; j < n; j++) {
    const by = tau * v(j);
    for (let i = 0; i < n; i++) a[j * n + i]! -= by * product[i]!;
  }
}

function accumulate(n: number, a: Float64Array, taus: Float64Array, q: Float64Array): void {
  for (let j = 0; j < n; j++) q[j * n + j] = 1;
  for (let k = n - 3; k >= 0; k--) {
    const [start, size] = [k * n + k + 1, n - k - 1];
    const reflector = { x: a, start, size, tau: taus[k]! };
    for (let j = k + 1; j < n; j++) apply(reflector, q, j * n + k + 1);
  }
}
