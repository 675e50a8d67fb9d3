/**
 * The moments of one unit (or cluster) as an affine function of the parameters. A block holds Q = Z'X and q = Z'y as K
 * + 1 columns of padded(L) doubles, zero past L, so that
 *
 *   g(b) = Z'(y - X b) = q - Q b
 *
 * After the block is filled, moments at any b are computed from it without reading rows.
 */
import { subtractProduct } from '../../../arithmetic/multiply-add';
import { doubles, get, set, setFour } from '../../../memory/layout';
import { daxpy, ddot } from '../../../blas/level1';
import { padded } from '../../../blas/panels';

/** Doubles of one block. */
export function blockSize(k: i32, n: i32): i32 {
  return (k + 1) * padded(n);
}

/** out := g(params), padded(n) doubles. */
export function momentsAt(k: i32, n: i32, block: usize, params: usize, out: usize): void {
  const stride = doubles(padded(n));
  const outcome = block + usize(k) * stride;
  for (let byteOffset: usize = 0; byteOffset < stride; byteOffset += 32) {
    let low = v128.load(outcome + byteOffset);
    let high = v128.load(outcome + byteOffset, 16);
    let column = block + byteOffset;
    for (let j = 0; j < k; ++j) {
      const b = v128.load_splat<f64>(params + doubles(j));
      low = subtractProduct(b, v128.load(column), low);
      high = subtractProduct(b, v128.load(column, 16), high);
      column += stride;
    }
    setFour(out + byteOffset, low, high);
  }
}

/**
 * Adds factor (s Q + g a'Q) to `derivative` (K columns of padded(n)), with s = a'g: the term of one unit in the
 * derivative of S(b) a (Windmeijer, 2005). `a` and `g` are padded(n) doubles.
 */
export function addDerivative(
  k: i32,
  n: i32,
  block: usize,
  factor: f64,
  a: usize,
  g: usize,
  derivative: usize,
): void {
  const stride = padded(n);
  const s = factor * ddot(stride, a, g);
  for (let j = 0; j < k; ++j) {
    const column = block + doubles(j * stride);
    const to = derivative + doubles(j * stride);
    daxpy(stride, s, column, to);
    daxpy(stride, factor * ddot(stride, a, column), g, to);
  }
}

/** g (padded(n), zero past n) := q - Q b for the summed block (n x (K + 1), column-major). */
export function totalAt(k: i32, n: i32, total: usize, params: usize, g: usize): void {
  memory.copy(g, total + doubles(k * n), doubles(n));
  for (let l = n; l < padded(n); ++l) set(g, l, 0);
  for (let j = 0; j < k; ++j) daxpy(n, -get(params, j), total + doubles(j * n), g);
}
