/**
 * Fit within units, between them and overall, as in Stata's xtreg: squared correlations of X b and y in deviations from
 * unit means, in unit means (each unit once) and in rows. X b leaves out the constant, which does not change a
 * correlation.
 *
 *   u_i = ybar_i - xbar_i b     sigma_u = their standard deviation, each unit once
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../memory/layout';
import { daxpy } from '../../blas/level1';
import { lessMeans } from '../../panel/unit-means';
import { correlation, meanOf, squaresAbout } from '../../panel/variation';
import { PanelTask } from './task';

/** Fills the R-squareds between and overall. Returns false when memory is short. */
export function measureFit(task: PanelTask): bool {
  const design = task.design;
  const means = task.means;
  const scope = mark();
  const xb = linearIndex(task, design.nrows, design.x);
  const xbMeans = linearIndex(task, means.nunits, means.x);
  if (exhausted()) return false;
  const between = correlation(means.nunits, xbMeans, means.y, 0);
  const overall = correlation(design.nrows, xb, design.y, design.weights);
  task.out.rsquaredBetween = between * between;
  task.out.rsquaredOverall = overall * overall;
  release(scope);
  return true;
}

/** Fills the R-squared within units. Returns false when memory is short. */
export function measureWithin(task: PanelTask): bool {
  const design = task.design;
  const n = design.nrows;
  const scope = mark();
  const xb = linearIndex(task, n, design.x);
  const xbMeans = linearIndex(task, task.means.nunits, task.means.x);
  const y = alloc(doubles(n));
  if (exhausted()) return false;
  lessMeans(design, xb, xbMeans, 0, xb);
  lessMeans(design, design.y, task.means.y, 0, y);
  const within = correlation(n, xb, y, design.weights);
  task.out.rsquaredWithin = within * within;
  release(scope);
  return true;
}

/** Fills sigmaU and the correlation of the unit effects with X b. Returns false when memory is short. */
export function measureEffects(task: PanelTask): bool {
  const design = task.design;
  const means = task.means;
  const n = design.nrows;
  const scope = mark();
  const xb = linearIndex(task, n, design.x);
  const effects = linearIndex(task, means.nunits, means.x);
  const byRow = alloc(doubles(n));
  if (exhausted()) return false;
  for (let unit = 0; unit < means.nunits; ++unit) {
    set(effects, unit, get(means.y, unit) - get(effects, unit));
  }
  for (let row = 0; row < n; ++row) set(byRow, row, get(effects, getInt(design.unit, row)));
  const center = meanOf(means.nunits, effects, 0);
  const squares = squaresAbout(means.nunits, effects, 0, center);
  task.out.sigmaU = sqrt<f64>(squares / f64(means.nunits - 1));
  task.out.correlation = correlation(n, byRow, xb, design.weights);
  release(scope);
  return true;
}

/** X b without the constant for n rows of x, in fresh memory; 0 when it is short. */
function linearIndex(task: PanelTask, n: i32, x: usize): usize {
  const index = allocZeroed(doubles(n));
  if (index == 0) return 0;
  for (let j = 0; j < task.design.nregressors; ++j) {
    if (j == task.panel.constant) continue;
    daxpy(n, get(task.fit.params, j), entry(x, n, 0, j), index);
  }
  return index;
}
