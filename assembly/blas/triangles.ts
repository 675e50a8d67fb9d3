/**
 * Converts a symmetric matrix between its three forms: a triangle in panels, an upper triangle in columns, the whole
 * matrix.
 */
import { entry } from '../memory/layout';
import { triangleEntry } from './panels';

/** s := the symmetric matrix with the upper triangle of a (n x n, leading dimension lda), in panels. */
export function packTriangle(n: i32, a: usize, lda: i32, s: usize): void {
  for (let j = 0; j < n; ++j) {
    // Diagonal tiles are whole.
    for (let i = 0; i < min(n, (j | 3) + 1); ++i) {
      store<f64>(triangleEntry(s, i, j), load<f64>(entry(a, lda, min(i, j), max(i, j))));
    }
  }
}

/** Upper triangle of a (n x n, leading dimension lda) := a triangle in panels. */
export function unpackTriangle(n: i32, s: usize, a: usize, lda: i32): void {
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i <= j; ++i) {
      store<f64>(entry(a, lda, i, j), load<f64>(triangleEntry(s, i, j)));
    }
  }
}

/** Element (i, j) of a symmetric matrix, a triangle in panels. */
export function symmetricElement(s: usize, i: i32, j: i32): f64 {
  return load<f64>(triangleEntry(s, min(i, j), max(i, j)));
}

/** Copies the upper triangle of a k x k matrix to the lower one. */
export function mirror(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) store<f64>(entry(a, k, j, i), load<f64>(entry(a, k, i, j)));
  }
}

/** Replaces a nearly symmetric k x k matrix by its symmetric part. */
export function symmetrize(k: i32, a: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < j; ++i) {
      const upper = entry(a, k, i, j);
      const lower = entry(a, k, j, i);
      const mean = 0.5 * (load<f64>(upper) + load<f64>(lower));
      store<f64>(upper, mean);
      store<f64>(lower, mean);
    }
  }
}
