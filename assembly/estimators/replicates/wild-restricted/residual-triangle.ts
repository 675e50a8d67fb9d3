/**
 * What LIML needs in a replicate of the WRE (`restricted.ts`) in addition to the instruments' moments. It is the
 * triangle H of the residuals, on all instruments, of the variables V = [v u] times their multipliers. With M = sum_g
 * m_g G_g,
 *
 *   H'H = V' (sum_g m_g^2 G_g) V - (M V)_q'(M V)_q,     sum_g m_g^2 G_g = I if multipliers are signs
 *
 * With effects that cross the units it is sum_h m_h S_h of `crossed.ts`.
 *
 * The part p of the endogenous regressors in the instruments has no multiplier and drops out.
 */
import { allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { ddot } from '../../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../../blas/panels';
import { dpotrf, pivotTolerance } from '../../../lapack/dpotrf';
import { unpackTriangle } from '../../../blas/triangles';
import { drawsSigns } from '../../../random/weights';
import { Status } from '../../../status';
import { Basis } from '../../iv/basis';
import { CrossedUnits, crossedSquares } from './crossed';
import { Resample, multiplyLeading, productOf, unitSum } from '../rows';


@unmanaged
export class ResidualTriangle {
  /** Number of endogenous regressors plus the outcome. */
  count: i32;
  /** f64: H in panels, and reciprocals; the products of sum_g m_g^2 G_g; a variable times these (width). */
  gram: usize;
  reciprocals: usize;
  squares: usize;
  product: usize;
}

/** Returns false when memory ends. */
export function openResidualTriangle(state: ResidualTriangle, sample: Resample): bool {
  const count = sample.task.sample.nendogenous + 1;
  state.count = count;
  state.gram = allocZeroed(doubles(triangleSize(count)));
  state.reciprocals = allocZeroed(doubles(padded(count)));
  state.squares = allocZeroed(doubles(productOf(0, sample.width)));
  state.product = allocZeroed(doubles(sample.width));
  return !exhausted();
}

/** Whether the products of the residuals are those of the sample: with signs, unless effects cross the units. */
function isIdentity(sample: Resample): bool {
  const resampling = sample.resampling;
  return drawsSigns(resampling.draw) && resampling.crossed == 0;
}

/** squares := sum_g m_g^2 G_g for the multipliers of a replicate; not needed for signs. */
export function sumSquares(
  state: ResidualTriangle,
  sample: Resample,
  crossed: CrossedUnits,
  multipliers: usize,
): void {
  if (isIdentity(sample)) return;
  if (changetype<usize>(crossed) != 0) {
    crossedSquares(crossed, sample.resampling.nunits, multipliers, state.squares);
    return;
  }
  for (let c = 0; c < productOf(0, sample.width); ++c) {
    let sum: f64 = 0;
    let from = unitSum(sample, c, 0);
    for (let g = 0; g < sample.resampling.nunits; ++g) {
      const m = get(multipliers, g);
      sum += m * m * load<f64>(from);
      from += 32;
    }
    set(state.squares, c, sum);
  }
}

/**
 * Sets the rows of basis.triangle below the instruments' rows to H. `variables` are V (width x count), `images` (M V)_q
 * (q x count). Returns NotPositiveDefinite if the instruments explain a variable completely.
 */
export function factorResiduals(
  state: ResidualTriangle,
  sample: Resample,
  variables: usize,
  images: usize,
  basis: Basis,
): Status {
  const count = state.count;
  const width = sample.width;
  const q = basis.q;
  const identity = isIdentity(sample);
  for (let b = 0; b < count; ++b) {
    let right = entry(variables, width, 0, b);
    if (!identity) {
      multiplyLeading(width, width, state.squares, right, state.product);
      right = state.product;
    }
    for (let a = 0; a <= b; ++a) {
      const all = ddot(width, entry(variables, width, 0, a), right);
      const explained = ddot(q, entry(images, q, 0, a), entry(images, q, 0, b));
      store<f64>(triangleEntry(state.gram, a, b), all - explained);
    }
  }
  const info = dpotrf(count, count, pivotTolerance(count), state.gram, state.reciprocals, 0, 0);
  if (info != 0) return Status.NotPositiveDefinite;
  unpackTriangle(count, state.gram, entry(basis.triangle, width, q, q), width);
  return Status.Ok;
}
