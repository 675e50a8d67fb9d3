import { type Matrix, layoutOf } from './matrix.js';

/** Columns read side by side, so that the numbers written next to each other fill cache lines. */
const TOGETHER = 8;

/**
 * The transpose.
 *
 * @param a - m x n
 * @returns n x m
 * @throws InputError `bad-value`, `shape-mismatch`
 */
export function transpose(a: Matrix): Matrix {
  const { data, rows, cols, ld } = layoutOf('transpose', 'a', a);
  const out = new Float64Array(rows * cols);
  for (let first = 0; first < cols; first += TOGETHER) {
    const end = Math.min(first + TOGETHER, cols);
    for (let i = 0; i < rows; i++) {
      for (let j = first; j < end; j++) out[j + i * cols] = data[i + j * ld]!;
    }
  }
  return { data: out, rows: cols, cols: rows };
}
