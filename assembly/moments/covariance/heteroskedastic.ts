/**
 * Heteroskedasticity-consistent covariances, meat M = sum_i a_i e_i^2 x_i x_i'.
 *
 *   HC0  a = 1                       (White, 1980)
 *   HC1  HC0 times n / (n - k - absorbed)
 *   HC2  a = 1 / (1 - h)             (Horn, Horn and Duncan, 1975)
 *   HC3  a = 1 / (1 - h)^2           (MacKinnon and White, 1985; the plain form, without (n - 1) / n)
 *   HC4  a = 1 / (1 - h)^min(4, n h / k)   (Cribari-Neto, 2004)
 *
 * A row of frequency f stands for f rows: it adds f times the square of one, with the leverage of one.
 * A row of leverage 1 has residual 0 and adds nothing; such rows are counted in fit.saturated.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { at, doubles, entry, get, set } from '../../memory/layout';
import { LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { Trans, Upper } from '../../blas/options';
import { dsyrk } from '../../blas/level3';
import { LinearModel } from '../linear';
import { observations, residualFactor } from './counts';
import { SATURATED, leverageOfCopy, leverages } from './leverage';
import { sandwich } from './sandwich';

/** Rows scaled and folded at a time; half a cache of 10 columns. */
const BLOCK: i32 = 256;

/** fit.vcov, factor and saturated for HC`order`. */
export function heteroskedastic(
  model: LinearModel,
  order: i32,
  options: LinearOptions,
  fit: LinearFit,
): Status {
  const scope = mark();
  const multipliers = alloc(doubles(model.n));
  const meat = allocZeroed(doubles(model.k * model.k));
  const given = model.leverage;
  if (order >= 2 && given == 0) model.leverage = alloc(doubles(model.n));
  if (exhausted()) return Status.OutOfMemory;
  let status = order >= 2 && given == 0 ? leverages(model) : Status.Ok;
  if (status == Status.Ok) {
    fit.factor = order == 1 ? residualFactor(model, options) : 1;
    scaleResiduals(model, order, multipliers, fit);
    scaledCrossprod(model, multipliers, meat);
    status = sandwich(model, meat, fit.factor, fit.vcov);
  }
  model.leverage = given;
  release(scope);
  return status;
}

/** out[i] := sqrt(a_i) e_i of one copy, for rows that carry the root of their frequency. */
function scaleResiduals(model: LinearModel, order: i32, out: usize, fit: LinearFit): void {
  const n = observations(model);
  for (let i = 0; i < model.n; ++i) {
    let value = get(model.residuals, i);
    if (model.frequency != 0) value /= sqrt<f64>(get(model.frequency, i));
    if (order >= 2) {
      const h = leverageOfCopy(model, i);
      if (h >= SATURATED) {
        ++fit.saturated;
        value = 0;
      } else if (order == 2) {
        value /= sqrt<f64>(1 - h);
      } else if (order == 3) {
        value /= 1 - h;
      } else {
        value *= NativeMath.pow(1 - h, -0.5 * min<f64>(4, (n * h) / f64(model.k)));
      }
    }
    set(out, i, value);
  }
}

/** meat := sum_i u_i^2 x_i x_i', upper triangle. */
function scaledCrossprod(model: LinearModel, u: usize, meat: usize): void {
  const n = model.n;
  const k = model.k;
  const scope = mark();
  const block = alloc(doubles(BLOCK * k));
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    for (let j = 0; j < k; ++j) {
      multiply(rows, entry(model.x, n, row, j), at(u, row), entry(block, BLOCK, 0, j));
    }
    dsyrk(Upper, Trans, k, rows, 1, block, BLOCK, 1, meat, k);
  }
  release(scope);
}

/** out := x y element by element. */
export function multiply(n: i32, x: usize, y: usize, out: usize): void {
  let i = 0;
  for (; i + 2 <= n; i += 2) {
    v128.store(at(out, i), f64x2.mul(v128.load(at(x, i)), v128.load(at(y, i))));
  }
  if (i < n) set(out, i, get(x, i) * get(y, i));
}
