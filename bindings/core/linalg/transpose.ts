import { type Matrix, layoutOf } from './matrix.js';

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
  for (let j = 0; j < cols; j++) {
    for (let i = 0; i < rows; i++) out[j + i * cols] = data[i + j * ld]!;
  }
  return { data: out, rows: cols, cols: rows };
}
