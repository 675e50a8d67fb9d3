/**
 * What LIML needs of a replicate of the WRE (`efficient.ts`) beside the instruments' moments: the triangle H of what all
 * instruments leave of the variables V = [v u] times their multipliers. With M = sum_g m_g G_g,
 *
 *   H'H = V' (sum_g m_g^2 G_g) V - (M V)_q'(M V)_q,     sum_g m_g^2 G_g = I where multipliers are signs
 *
 * The instruments' own part of the endogenous regressors, p, is not multiplied and in no term.
 */
import { allocZeroed, exhausted } from '../../memory/arena';
import { doubles, entry, get } from '../../memory/layout';
import { daxpy, ddot } from '../../blas/level1';
import { padded, triangleEntry, triangleSize } from '../../blas/panels';
import { dpotrf, pivotTolerance } from '../../lapack/dpotrf';
import { drawsSigns } from '../../random/weights';
import { Status } from '../../status';
import { Basis } from '../iv/basis';
import { Resample, multiplyUnit } from './sample';


@unmanaged
export class ResidualTriangle {
  /** Endogenous regressors and the outcome. */
  count: i32;
  /** f64: H in panels, and reciprocals; the variables times squares (width x count); those of a unit (width). */
  gram: usize;
  reciprocals: usize;
  squares: usize;
  unit: usize;
}

/** False when memory ends. */
export function openResidualTriangle(state: ResidualTriangle, sample: Resample): bool {
  const count = sample.task.sample.nendogenous + 1;
  state.count = count;
  state.gram = allocZeroed(doubles(triangleSize(count)));
  state.reciprocals = allocZeroed(doubles(padded(count)));
  state.squares = allocZeroed(doubles(sample.width * count));
  state.unit = allocZeroed(doubles(sample.width));
  return !exhausted();
}

/**
 * The rows of basis.triangle below the instruments' := H. `variables` are V (width x count), `images` (M V)_q
 * (q x count). NotPositiveDefinite where a variable is left nothing.
 */
export function factorResiduals(
  state: ResidualTriangle,
  sample: Resample,
  variables: usize,
  images: usize,
  multipliers: usize,
  basis: Basis,
): Status {
  const count = state.count;
  const width = sample.width;
  const q = basis.q;
  let right = variables;
  if (!drawsSigns(sample.resampling.draw)) {
    multiplySquares(state, sample, variables, multipliers);
    right = state.squares;
  }
  for (let b = 0; b < count; ++b) {
    for (let a = 0; a <= b; ++a) {
      const all = ddot(width, entry(variables, width, 0, a), entry(right, width, 0, b));
      const explained = ddot(q, entry(images, q, 0, a), entry(images, q, 0, b));
      store<f64>(triangleEntry(state.gram, a, b), all - explained);
    }
  }
  const info = dpotrf(count, count, pivotTolerance(count), state.gram, state.reciprocals, 0, 0);
  if (info != 0) return Status.NotPositiveDefinite;
  for (let b = 0; b < count; ++b) {
    for (let a = 0; a <= b; ++a) {
      const value = load<f64>(triangleEntry(state.gram, a, b));
      store<f64>(entry(basis.triangle, width, q + a, q + b), value);
    }
  }
  return Status.Ok;
}

/** squares := (sum_g m_g^2 G_g) V. */
function multiplySquares(
  state: ResidualTriangle,
  sample: Resample,
  variables: usize,
  multipliers: usize,
): void {
  const width = sample.width;
  memory.fill(state.squares, 0, doubles(width * state.count));
  for (let g = 0; g < sample.resampling.nunits; ++g) {
    const m = get(multipliers, g);
    for (let b = 0; b < state.count; ++b) {
      multiplyUnit(sample, g, entry(variables, width, 0, b), state.unit);
      daxpy(width, m * m, state.unit, entry(state.squares, width, 0, b));
    }
  }
}
