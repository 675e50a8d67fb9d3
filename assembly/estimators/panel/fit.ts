/**
 * Panel estimators: a transformation of the rows, least squares of the transformed rows (`ols_fit`), and statistics of
 * a panel. Pooled regressions and first differences need only `ols_fit`.
 */
import { PanelEffects } from '../../codes';
import { alloc, exhausted } from '../../memory/arena';
import {
  LinearDesign,
  LinearFit,
  LinearOptions,
  PanelFit,
  PanelOptions,
} from '../../memory/records';
import { Status } from '../../status';
import { getInt } from '../../memory/layout';
import { Scaling, scaleDesign, unscaleColumns, unscaleFit } from '../../linear/scale';
import { UnitMeans, openUnitMeans } from '../../panel/unit-means';
import { variance } from '../../panel/variation';
import { fitBetween } from './between';
import { varianceComponents } from './components';
import { measureEffects, measureFit, measureWithin } from './fit-quality';
import { fitRandom } from './random';
import { PanelTask } from './task';
import { fitAbsorbed, fitWithin } from './within';

/**
 * Estimates a model. The design's units are numbered 0 .. nunits - 1, each with at least one row; weights
 * of within are constant in a unit, random and between take none. With absorbed effects the design's
 * columns are overwritten by their deviations. The caller owns the arena scope; results point into it.
 */
export function panel_fit(
  designAddress: usize,
  optionsAddress: usize,
  panelAddress: usize,
  fitAddress: usize,
  outAddress: usize,
): Status {
  const task = changetype<PanelTask>(alloc(offsetof<PanelTask>()));
  if (exhausted()) return Status.OutOfMemory;
  task.design = changetype<LinearDesign>(designAddress);
  task.options = changetype<LinearOptions>(optionsAddress);
  task.panel = changetype<PanelOptions>(panelAddress);
  task.fit = changetype<LinearFit>(fitAddress);
  task.out = changetype<PanelFit>(outAddress);
  if (!knownRecords(task)) return Status.BadRecord;
  const scaling = scaleDesign(task.design);
  if (exhausted()) return Status.OutOfMemory;
  task.design = scaling.design;
  const status = estimate(task);
  if (status != Status.Ok || scaling.powers == 0) return status;
  return unscale(task, scaling, changetype<LinearDesign>(designAddress));
}

function estimate(task: PanelTask): Status {
  openOut(task.design, task.out);
  if (task.panel.effects == PanelEffects.Absorbed) return fitAbsorbed(task, task.design);
  task.means = changetype<UnitMeans>(alloc(offsetof<UnitMeans>()));
  if (exhausted() || !openUnitMeans(task.means, task.design)) return Status.OutOfMemory;
  if (task.panel.effects == PanelEffects.Within) return within(task);
  if (task.panel.effects == PanelEffects.Random) return random(task);
  return task.panel.effects == PanelEffects.Between ? between(task) : Status.BadOption;
}

/** Brings the results to the units of the data, and the deviations from absorbed effects into the design. */
function unscale(task: PanelTask, scaling: Scaling, design: LinearDesign): Status {
  const out = task.out;
  const between = task.panel.effects == PanelEffects.Between;
  const nresiduals = between ? task.means.nunits : design.nrows;
  if (!unscaleFit(scaling, task.options, task.fit, nresiduals)) return Status.OutOfMemory;
  if (task.panel.effects == PanelEffects.Absorbed) unscaleColumns(scaling, design);
  const power = -getInt(scaling.powers, design.nregressors);
  out.sigmaU = NativeMath.scalbn(out.sigmaU, power);
  out.sigmaE = NativeMath.scalbn(out.sigmaE, power);
  out.outcomeVariance = NativeMath.scalbn(out.outcomeVariance, 2 * power);
  return Status.Ok;
}

/** sigma_u and the correlation exist only if the units are the only effects. */
function within(task: PanelTask): Status {
  const status = fitWithin(task);
  if (status != Status.Ok) return status;
  if (!measureFit(task)) return Status.OutOfMemory;
  const alone = task.panel.nabsorbed == 1;
  return !alone || measureEffects(task) ? Status.Ok : Status.OutOfMemory;
}

function random(task: PanelTask): Status {
  let status = varianceComponents(task);
  if (status == Status.Ok) status = fitRandom(task);
  if (status != Status.Ok) return status;
  return measureFit(task) && measureWithin(task) ? Status.Ok : Status.OutOfMemory;
}

function between(task: PanelTask): Status {
  const status = fitBetween(task);
  if (status != Status.Ok) return status;
  return measureFit(task) && measureWithin(task) ? Status.Ok : Status.OutOfMemory;
}

function knownRecords(task: PanelTask): bool {
  return (
    task.design.size == i32(offsetof<LinearDesign>()) &&
    task.options.size == i32(offsetof<LinearOptions>()) &&
    task.panel.size == i32(offsetof<PanelOptions>()) &&
    task.fit.size == i32(offsetof<LinearFit>()) &&
    task.out.size == i32(offsetof<PanelFit>())
  );
}

function openOut(design: LinearDesign, out: PanelFit): void {
  out.detail = -1;
  out.iterations = 0;
  out.dfAbsorbed = 0;
  out.dfNested = 0;
  out.rsquaredWithin = NaN;
  out.rsquaredBetween = NaN;
  out.rsquaredOverall = NaN;
  out.sigmaU = NaN;
  out.sigmaE = NaN;
  out.correlation = NaN;
  out.effectsF = NaN;
  out.effectsDf = 0;
  out.theta = 0;
  out.vanished = 0;
  out.degrees = 0;
  out.outcomeVariance = variance(design.nrows, design.y, design.weights);
}
