/** Elementary reflectors H = I - tau v v', v(1) = 1. */
import { daxpy, ddot, dnrm2, dscal } from '../blas/level1';
import { entry } from '../memory/layout';

/**
 * The reflector with H x = (beta, 0, ...)'. Overwrites x with beta and v(2:n), and returns tau; 0, and H
 * the identity, when x(2:n) is 0.
 */
export function dlarfg(n: i32, x: usize): f64 {
  const alpha = load<f64>(x);
  const rest = n > 1 ? dnrm2(n - 1, x + 8) : 0;
  if (rest == 0) return 0;
  const size = sqrt<f64>(alpha * alpha + rest * rest);
  const beta = alpha >= 0 ? -size : size;
  dscal(n - 1, 1 / (alpha - beta), x + 8);
  store<f64>(x, beta);
  return (beta - alpha) / beta;
}

/** x := H x for a vector x; v(2:n) is read after its first place. */
export function dlarf(n: i32, v: usize, tau: f64, x: usize): void {
  if (tau == 0) return;
  const factor = tau * (load<f64>(x) + ddot(n - 1, v + 8, x + 8));
  store<f64>(x, load<f64>(x) - factor);
  daxpy(n - 1, -factor, v + 8, x + 8);
}

/** a := H a for its n columns of m numbers. */
export function reflectColumns(m: i32, n: i32, v: usize, tau: f64, a: usize, lda: i32): void {
  for (let j = 0; j < n; ++j) dlarf(m, v, tau, entry(a, lda, 0, j));
}
