/** Prepares a bootstrap of a linear estimate for `bootstrap/run.ts`. */
import { Draw, IvMethod } from '../../codes';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { IvDesign, IvFit, IvOptions } from '../../memory/instrument-records';
import { BootstrapPlan } from '../../memory/records';
import { Resampling } from '../../memory/resampling-records';
import { Status } from '../../status';
import { drawsMultipliers } from '../../random/weights';
import { IvTask } from '../iv/task';
import { testNumbers } from './drawn/instrument-tests';
import { openPairs, writePairsReplicate } from './drawn/pairs';
import { WildRestricted, openWildRestricted, testOnly } from './wild-restricted/restricted';
import { writeWildRestrictedReplicate } from './wild-restricted/replicate';
import { GmmResample, openGmmResample, writeGmmReplicate } from './drawn/gmm';
import { ResidualDraws, openResidualDraws, writeResidualReplicate } from './drawn/residuals';
import { Resample, openResample, productOf } from './rows';
import { fillCrossed } from './wild/crossed-columns';
import { openJoints } from './wild/joint';
import { fillUnits } from './wild/units';
import { Wild, openWild } from './wild/wild';
import { WildReplicate, openReplicate, writeWildReplicate } from './wild/replicate';
import { Pairs } from './drawn/state';

/**
 * Up to this many columns and drawn rows, one matrix product forms the sums (`bootstrap/run.ts`); lists of the drawn
 * rows would cost more than they save. With 6 columns of 1,000 rows a replicate takes 4.7 us with tables and 4.0 us
 * with a product; with 21 columns of 20,000 rows, 139 and 127 us. With 10 columns of 100,000 rows it takes 547 us with
 * tables and 643 us with a product. From a million rows on, tables also need half the memory.
 */
const NARROW: i32 = 24;
const SHORT: i32 = 65536;

/**
 * Fills a plan, whose seed is set, in the arena. The outcome of the design is the residual of the estimate. With
 * effects to absorb the design's columns are overwritten. Statuses are those of `iv_fit`.
 */
export function resample_prepare(
  designAddress: usize,
  optionsAddress: usize,
  fitAddress: usize,
  resamplingAddress: usize,
  planAddress: usize,
): Status {
  const plan = changetype<BootstrapPlan>(planAddress);
  const resampling = changetype<Resampling>(resamplingAddress);
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  if (resampling.size != i32(offsetof<Resampling>())) return Status.BadRecord;
  const task = changetype<IvTask>(allocZeroed(offsetof<IvTask>()));
  const sample = changetype<Resample>(allocZeroed(offsetof<Resample>()));
  if (exhausted()) return Status.OutOfMemory;
  task.options = changetype<IvOptions>(optionsAddress);
  task.fit = changetype<IvFit>(fitAddress);
  sample.task = task;
  sample.resampling = resampling;
  sample.linear = resampling.draw == Draw.Table;
  const status = openResample(sample, changetype<IvDesign>(designAddress));
  if (status != Status.Ok) return status;
  plan.draw = resampling.draw;
  plan.length = resampling.length;
  plan.drawTable = resampling.thresholds;
  plan.nunits = resampling.nunits;
  plan.ncolumns = sample.nsums;
  plan.columns = sample.sums;
  const many = plan.ncolumns > NARROW || plan.nunits > SHORT;
  plan.tables = i32(many && !drawsMultipliers(plan.draw));
  plan.width = sample.k * (1 + resampling.statistics) + testNumbers(sample) + resampling.njoint;
  if (sample.linear) return prepareResiduals(sample, plan);
  if (task.options.method == IvMethod.Gmm) return prepareGmm(sample, plan);
  if (!drawsMultipliers(plan.draw)) return preparePairs(sample, plan);
  const instrumented = task.sample.nendogenous > 0;
  return instrumented ? prepareWildRestricted(sample, plan) : prepareWild(sample, plan);
}

/** Makes the replicates of a prepared wild restricted bootstrap test one coefficient, at a value other than 0. */
export function resample_test(planAddress: usize, coefficient: i32, value: f64): Status {
  const state = changetype<BootstrapPlan>(planAddress).state;
  return testOnly(changetype<WildRestricted>(state), coefficient, value);
}

function prepareGmm(sample: Resample, plan: BootstrapPlan): Status {
  const state = changetype<GmmResample>(alloc(offsetof<GmmResample>()));
  if (exhausted()) return Status.OutOfMemory;
  const status = openGmmResample(state, sample);
  plan.width = sample.k + sample.resampling.statistics;
  plan.state = changetype<usize>(state);
  plan.writeReplicate = writeGmmReplicate.index;
  return status;
}

function prepareWildRestricted(sample: Resample, plan: BootstrapPlan): Status {
  const state = changetype<WildRestricted>(allocZeroed(offsetof<WildRestricted>()));
  if (exhausted()) return Status.OutOfMemory;
  const status = openWildRestricted(state, sample);
  const crossed = state.crossed;
  if (changetype<usize>(crossed) != 0) {
    plan.ncolumns = crossed.ncolumns;
    plan.columns = crossed.columns;
  }
  plan.state = changetype<usize>(state);
  plan.writeReplicate = writeWildRestrictedReplicate.index;
  return status;
}

function prepareWild(sample: Resample, plan: BootstrapPlan): Status {
  const wild = changetype<Wild>(alloc(offsetof<Wild>()));
  const replicate = changetype<WildReplicate>(alloc(offsetof<WildReplicate>()));
  if (exhausted()) return Status.OutOfMemory;
  let status = openWild(wild, sample);
  if (status == Status.Ok) status = openJoints(wild);
  if (status == Status.Ok) status = fillUnits(wild);
  if (status == Status.Ok && wild.crossed) status = fillCrossed(wild);
  if (status == Status.Ok) status = openReplicate(replicate, wild);
  plan.ncolumns = wild.ncolumns;
  plan.columns = wild.columns;
  plan.state = changetype<usize>(replicate);
  plan.writeReplicate = writeWildReplicate.index;
  return status;
}

function prepareResiduals(sample: Resample, plan: BootstrapPlan): Status {
  const draws = changetype<ResidualDraws>(alloc(offsetof<ResidualDraws>()));
  if (exhausted()) return Status.OutOfMemory;
  const status = openResidualDraws(draws, sample);
  plan.drawTable = draws.drawTable;
  plan.width = sample.k;
  plan.state = changetype<usize>(draws);
  plan.writeReplicate = writeResidualReplicate.index;
  return status;
}

function preparePairs(sample: Resample, plan: BootstrapPlan): Status {
  const pairs = changetype<Pairs>(alloc(offsetof<Pairs>()));
  if (exhausted()) return Status.OutOfMemory;
  const status = openPairs(pairs, sample);
  // Coefficients of least squares use all products except the last, of e with itself, and no other sums.
  const alone = sample.task.sample.nendogenous == 0 && sample.resampling.statistics == 0;
  if (alone && !sample.means) plan.ncolumns = productOf(sample.k, sample.k);
  plan.state = changetype<usize>(pairs);
  plan.writeReplicate = writePairsReplicate.index;
  return status;
}
