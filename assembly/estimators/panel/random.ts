/**
 * Random effects by feasible generalised least squares with the variance components of Swamy and Arora (1972), for
 * unbalanced panels as Stata's xtreg, re without its option `sa`:
 *
 *   sigma_e^2 = rss within / (n - N - rank)
 *   sigma_u^2 = max(0, rss between / (N - rank) - sigma_e^2 / Tbar),  Tbar = N / sum 1/T_i
 *   theta_i   = 1 - sqrt(sigma_e^2 / (T_i sigma_u^2 + sigma_e^2))
 *   regress y_it - theta_i ybar_i on x_it - theta_i xbar_i, the constant among them
 *
 * plm's "swar" uses exact traces instead of Tbar, so it differs in unbalanced panels; both agree in balanced ones.
 */
import { Intercept } from '../../codes';
import { alloc, exhausted } from '../../memory/arena';
import { doubles, entry, getInt, set } from '../../memory/layout';
import { PanelFit } from '../../memory/records';
import { Status } from '../../status';
import { keepLengths } from '../../covariance/rounding';
import { UnitMeans, columnOf, lessMeans } from '../../panel/unit-means';
import { copyDesign, regress } from './regression';
import { PanelTask } from './task';

/** Estimates with the variance components and fills theta. */
export function fitRandom(task: PanelTask): Status {
  const design = task.design;
  const means = task.means;
  const out = task.out;
  const n = design.nrows;
  out.theta = alloc(doubles(means.nunits));
  const transformed = copyDesign(design);
  if (exhausted()) return Status.OutOfMemory;
  if (!keepLengths(design, design.nregressors, task.options)) return Status.OutOfMemory;
  setTheta(means, out);
  if (transformed.intercept != 0) transformed.intercept = Intercept.Transformed;
  for (let j = 0; j < design.nregressors; ++j) {
    const to = entry(transformed.x, n, 0, j);
    lessMeans(design, entry(design.x, n, 0, j), columnOf(means, j), out.theta, to);
  }
  lessMeans(design, design.y, means.y, out.theta, transformed.y);
  return regress(transformed, task.options, task.fit);
}

function setTheta(means: UnitMeans, out: PanelFit): void {
  const idiosyncratic = out.sigmaE * out.sigmaE;
  for (let unit = 0; unit < means.nunits; ++unit) {
    const rows = f64(getInt(means.rows, unit));
    const total = rows * out.sigmaU * out.sigmaU + idiosyncratic;
    set(out.theta, unit, total > 0 ? 1 - sqrt<f64>(idiosyncratic / total) : 0);
  }
}
