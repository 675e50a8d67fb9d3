/**
 * Least squares of deviations from absorbed effects, with the overall means added back so that the
 * constant is the average effect (Stata's xtreg, fe and areg).
 *
 *   sigma_e^2 = rss / (n - k - absorbed)
 *   F of no effects = ((rss of the pooled regression - rss) / absorbed) / sigma_e^2
 */
import { exhausted } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { LinearDesign } from '../../memory/records';
import { Status } from '../../status';
import { keepLengths } from '../../covariance/rounding';
import { needsLeverages } from '../../covariance/kinds';
import { absorb } from '../../panel/absorb/absorb';
import { addCrossingEffects } from '../../panel/absorb/crossing-effects';
import { countDegrees } from '../../panel/absorb/degrees';
import { columnsOf, copyDesign, regress, residualSquares } from './regression';
import { PanelTask } from './task';

/** If the effects explain a combination completely, the iterations leave up to their tolerance of it. */
const RANK_TOLERANCE: f64 = 1e-8;

/**
 * Absorbs the effects in the columns of `design` and estimates. Sets the degrees of freedom in the
 * options.
 */
export function fitAbsorbed(task: PanelTask, design: LinearDesign): Status {
  const options = task.options;
  const panel = task.panel;
  const fit = task.fit;
  const out = task.out;
  if (!countDegrees(design, panel, out)) return Status.OutOfMemory;
  if (!keepLengths(design, design.nregressors, options)) return Status.OutOfMemory;
  if (panel.nabsorbed > 1) options.precision = panel.tolerance;
  let status = absorb(columnsOf(design, panel.constant), panel, out);
  if (status != Status.Ok) return status;
  out.detail = -1;
  design.xLow = 0;
  design.yLow = 0;
  options.dfAbsorbed = out.dfAbsorbed;
  options.dfNested = out.dfNested;
  options.rankTolerance = RANK_TOLERANCE;
  if (needsLeverages(options.covariance)) {
    status = addCrossingEffects(design, panel, out);
    if (status != Status.Ok) return status;
  }
  status = regress(design, options, fit);
  if (status != Status.Ok) return status;
  out.sigmaE = fit.perfect != 0 ? 0 : sqrt<f64>(fit.rss / fit.dfResid);
  const total = panel.constant >= 0 ? fit.tssCentered : fit.tss;
  out.rsquaredWithin = total > 0 ? 1 - fit.rss / total : NaN;
  return Status.Ok;
}

/** The same on a copy of the task's design, and the test of no effects. */
export function fitWithin(task: PanelTask): Status {
  const design = task.design;
  const fit = task.fit;
  const out = task.out;
  const within = copyDesign(design);
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(within.x, design.x, doubles(design.nrows * design.nregressors));
  memory.copy(within.y, design.y, doubles(design.nrows));
  const status = fitAbsorbed(task, within);
  if (status != Status.Ok) return status;
  const pooled = residualSquares(design);
  out.effectsDf = out.dfAbsorbed;
  if (fit.perfect == 0)
    out.effectsF = (pooled - fit.rss) / f64(out.effectsDf) / (out.sigmaE * out.sigmaE);
  return Status.Ok;
}
