/**
 * Heteroskedasticity-consistent covariances, meat M = sum_i a_i e_i^2 x_i x_i'.
 *
 *   HC0  a = 1                       (White, 1980)
 *   HC1  HC0 times n / (n - k - absorbed), with and without `small`
 *   HC2  a = 1 / (1 - h)             (Horn, Horn and Duncan, 1975)
 *   HC3  a = 1 / (1 - h)^2           (MacKinnon and White, 1985; the plain form, without (n - 1) / n)
 *   HC4  a = 1 / (1 - h)^min(4, n h / k)   (Cribari-Neto, 2004)
 *
 * A row of frequency f counts as f rows: it adds f times the square of one, with the leverage of one. A row with
 * leverage one has residual 0 and adds nothing; fit.saturated counts such rows.
 */
import { power } from '../../arithmetic/power';
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, get, set } from '../../memory/layout';
import { LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { degreesFactor, observations } from '../rows/counts';
import { SATURATED } from '../rows/leverage';
import {
  BLOCK,
  WhitenedRows,
  addOuterProducts,
  addSum,
  multiplyRows,
  openWhitened,
  squaredLength,
  whitenRows,
} from '../rows/whitened';

/**
 * Adds the meat (zero on entry) of HC`order` and sets fit.factor and saturated; it uses the model's leverages if they
 * are filled.
 */
export function heteroskedastic(
  model: LinearModel,
  order: i32,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const scope = mark();
  const block = openWhitened(model);
  const multipliers = alloc(doubles(BLOCK));
  if (exhausted()) return Status.OutOfMemory;
  const mean = f64(model.k) / observations(model);
  fit.saturated += addRows(model, order, mean, block, multipliers);
  addSum(block, 1, meat);
  fit.factor = order == 1 ? degreesFactor(model, options) : 1;
  release(scope);
  return Status.Ok;
}

/**
 * Adds the rows of a model to the sum of HC`order`; `mean` is the mean leverage, and `multipliers` takes BLOCK doubles.
 * Returns the number of rows with leverage one.
 */
export function addRows(
  model: LinearModel,
  order: i32,
  mean: f64,
  block: WhitenedRows,
  multipliers: usize,
): i32 {
  const n = model.n;
  let saturated = 0;
  for (let row = 0; row < n; row += BLOCK) {
    const rows = min(BLOCK, n - row);
    whitenRows(block, rows, addressOf(model.x, row), n);
    for (let i = 0; i < rows; ++i) {
      let e = get(model.residuals, row + i);
      if (order >= 2) {
        const h = leverage(model, row + i, block, i);
        if (h >= SATURATED) ++saturated;
        e *= inflation(order, h, mean);
      }
      if (model.frequency != 0) e /= sqrt<f64>(get(model.frequency, row + i));
      set(multipliers, i, e);
    }
    multiplyRows(block, rows, multipliers);
    addOuterProducts(block, rows);
  }
  return saturated;
}

/** Leverage of one copy of a row, row i of a block of X C. */
function leverage(model: LinearModel, row: i32, block: WhitenedRows, i: i32): f64 {
  const h = model.leverage == 0 ? squaredLength(block, i) : get(model.leverage, row);
  return model.frequency == 0 ? h : h / get(model.frequency, row);
}

/** Returns sqrt(a) for a leverage and the mean leverage k / n; 0 for a row with leverage one. */
function inflation(order: i32, h: f64, mean: f64): f64 {
  if (h >= SATURATED) return 0;
  if (order == 2) return 1 / sqrt<f64>(1 - h);
  if (order == 3) return 1 / (1 - h);
  return power(1 - h, -0.5 * min<f64>(4, h / mean));
}
