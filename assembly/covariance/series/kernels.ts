/**
 * Kernel weights of lag j with L lags, x = j / (L + 1):
 *
 *   Bartlett             1 - x                                          x < 1   (Newey and West, 1987)
 *   Parzen               1 - 6x^2 + 6x^3 to 1/2, then 2 (1 - x)^3        x < 1   (Gallant, 1987)
 *   quadratic spectral   3 / y^2 (sin y / y - cos y), y = 6 pi x / 5            (Andrews, 1991)
 *
 * ivreg2's bandwidth, and that of sandwich, is L + 1.
 */
import { Kernel } from '../../codes';
import { set } from '../../memory/layout';
import { cosine, sine } from '../../arithmetic/trigonometric';

/** Largest lag below `periods` with a weight. */
export function lastLag(kernel: i32, bandwidth: f64, periods: i32): i32 {
  if (kernel == Kernel.QuadraticSpectral) return periods - 1;
  return i32(min<f64>(f64(periods - 1), ceil<f64>(bandwidth)));
}

/** weights[j] for j = 0 .. last. */
export function kernelWeights(kernel: i32, bandwidth: f64, last: i32, weights: usize): void {
  for (let j = 0; j <= last; ++j) set(weights, j, weight(kernel, f64(j) / (bandwidth + 1)));
}

function weight(kernel: i32, x: f64): f64 {
  if (kernel == Kernel.QuadraticSpectral) return quadraticSpectral((6 * NativeMath.PI * x) / 5);
  if (x >= 1) return 0;
  if (kernel == Kernel.Bartlett) return 1 - x;
  const rest = 1 - x;
  return x <= 0.5 ? 1 - 6 * x * x * rest : 2 * rest * rest * rest;
}

/** By its power series near 0, where the closed form cancels. */
function quadraticSpectral(y: f64): f64 {
  const s = y * y;
  if (y <= 0.3) return 1 - s * (1 / 10.0 - s * (1 / 280.0 - s * (1 / 15120.0 - s / 1330560.0)));
  return (3 / s) * (sine(y) / y - cosine(y));
}
