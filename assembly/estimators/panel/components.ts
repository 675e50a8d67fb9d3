/** The variance components of random effects, from the within and the between regression. */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, getInt } from '../../memory/layout';
import { Status } from '../../status';
import { UnitMeans, columnOf, lessMeans } from '../../panel/unit-means';
import { meanOf, squaresAbout } from '../../panel/variation';
import { Auxiliary, openAuxiliary, regressIndependent } from './auxiliary';
import { PanelTask } from './task';

/** A regressor varies within units when more than this share of its standard deviation remains. */
const VARIATION: f64 = 1e-8;

/** Residuals are rounding if their length is at most this share of that of y. */
const ROUNDING: f64 = 4 * f64.EPSILON;

/**
 * Fills sigmaE and sigmaU. Returns `NoDegreesOfFreedom` if the within or the between regression has none,
 * `NotPositiveDefinite` if only sigmaE is 0.
 */
export function varianceComponents(task: PanelTask): Status {
  const means = task.means;
  const scope = mark();
  const auxiliary = changetype<Auxiliary>(alloc(offsetof<Auxiliary>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = regressWithin(task, auxiliary);
  if (status != Status.Ok) return status;
  const dfWithin = task.design.nrows - means.nunits - auxiliary.k;
  const rssWithin = aboveRounding(auxiliary.rss, task.design.nrows, task.design.y);
  status = regressBetween(task, auxiliary);
  if (status != Status.Ok) return status;
  const dfBetween = means.nunits - auxiliary.k;
  if (dfWithin <= 0 || dfBetween <= 0) return Status.NoDegreesOfFreedom;
  const rssBetween = aboveRounding(auxiliary.rss, means.nunits, means.y);
  const idiosyncratic = rssWithin / f64(dfWithin);
  const between = rssBetween / f64(dfBetween) - idiosyncratic / harmonicRows(means);
  task.out.sigmaE = sqrt<f64>(idiosyncratic);
  task.out.sigmaU = sqrt<f64>(max(0, between));
  release(scope);
  return idiosyncratic == 0 && between > 0 ? Status.NotPositiveDefinite : Status.Ok;
}

/** Returns a sum of squared residuals, or 0 if it is rounding of the outcome's n values. */
function aboveRounding(rss: f64, n: i32, y: usize): f64 {
  return rss <= ROUNDING * ROUNDING * squaresAbout(n, y, 0, 0) ? 0 : rss;
}

/** Deviations of y on those of the regressors that vary within units. */
function regressWithin(task: PanelTask, auxiliary: Auxiliary): Status {
  const design = task.design;
  const means = task.means;
  const n = design.nrows;
  if (!openAuxiliary(auxiliary, n, design.nregressors)) return Status.OutOfMemory;
  for (let j = 0; j < design.nregressors; ++j) {
    if (j == task.panel.constant) continue;
    const column = entry(design.x, n, 0, j);
    const to = entry(auxiliary.x, n, 0, auxiliary.k);
    lessMeans(design, column, columnOf(means, j), 0, to);
    const all = squaresAbout(n, column, 0, meanOf(n, column, 0));
    if (squaresAbout(n, to, 0, 0) > VARIATION * VARIATION * all) ++auxiliary.k;
  }
  lessMeans(design, design.y, means.y, 0, auxiliary.y);
  return regressIndependent(auxiliary);
}

/** Unit means of y on those of the regressors, each unit once. */
function regressBetween(task: PanelTask, auxiliary: Auxiliary): Status {
  const means = task.means;
  const k = task.design.nregressors;
  if (!openAuxiliary(auxiliary, means.nunits, k)) return Status.OutOfMemory;
  memory.copy(auxiliary.x, means.x, doubles(means.nunits * k));
  memory.copy(auxiliary.y, means.y, doubles(means.nunits));
  auxiliary.k = k;
  return regressIndependent(auxiliary);
}

/** Harmonic mean of the units' numbers of rows. */
function harmonicRows(means: UnitMeans): f64 {
  let sum: f64 = 0;
  for (let unit = 0; unit < means.nunits; ++unit) sum += 1 / f64(getInt(means.rows, unit));
  return f64(means.nunits) / sum;
}
