/** A square matrix balanced and brought to Hessenberg form, H = Q' D^-1 A D Q, zero below the first subdiagonal. */
import type { Call } from '../call.js';
import { reflect, reflectRight } from './reflector.js';

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
  let row = 0;
  let column = 0;
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

/** Overwrites the matrix at the address `a` with H, and that at `q`, of zeros, with Q. */
export function hessenberg(memory: Call, n: number, a: number, q: number): void {
  const work = memory.alloc(n);
  const { core } = memory;
  const x = memory.numbers();
  const taus = new Float64Array(n);
  const below = (k: number) => a + 8 * (k * n + k + 1);
  for (let k = 0; k < n - 2; k++) {
    const [v, size] = [below(k), n - k - 1];
    const tau = reflect(x, v / 8, size);
    taus[k] = tau;
    core.linalg_reflect(size, size, v, tau, v + 8 * n, n);
    const head = x[v / 8]!;
    x[v / 8] = 1;
    const part = { rows: n, cols: size, address: a + 8 * (k + 1) * n, lead: n, work };
    reflectRight(memory, part, v, tau);
    x[v / 8] = head;
  }
  for (let j = 0; j < n; j++) x[q / 8 + j * (n + 1)] = 1;
  for (let k = n - 3; k >= 0; k--) {
    const size = n - k - 1;
    core.linalg_reflect(size, size, below(k), taus[k]!, q + 8 * (k + 1) * (n + 1), n);
    x.fill(0, below(k) / 8 + 1, below(k) / 8 + size);
  }
}
