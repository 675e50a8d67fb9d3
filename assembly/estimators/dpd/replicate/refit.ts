/**
 * One bootstrap replicate of a dynamic panel model from its weighted sums.
 *
 * Both weighting matrices are recomputed: S1 = sum w_i G_i, and S2 = sum w_i g_i g_i' with
 * g_i = b_i - A_i b1. What a replicate returns:
 *
 *   parameters, their standard errors if asked for, J (NaN after one step unless asked for), J without
 *   each set of instruments to be tested, tests of serial correlation if asked for
 *
 * The last alone look at rows.
 */
import { Draw, ReplicateCovariance, ReplicateStatus } from '../../../codes';
import { doubles, get, getInt, integers, set, setInt } from '../../../memory/layout';
import { DpdDesign, DpdStatistics } from '../../../memory/dpd-records';
import { BootstrapPlan } from '../../../memory/records';
import { Status } from '../../../status';
import { padded, rectangleSize, triangleSize } from '../../../blas/panels';
import { alloc, exhausted } from '../../../memory/arena';
import { gatherElements } from './distinct-columns';
import { solvePanels } from '../../../gmm/panel-step';
import { Blocks, openBlocks, select } from './state';
import { openModel, sampleStatus } from '../model/open';
import {
  Errors,
  keepFirst,
  keepSecond,
  openErrors,
  robustErrors,
  selectErrors,
  twoStepErrors,
} from './standard-errors';
import { ReplicateAr, arStatistics, openReplicateAr } from './ar-tests';
import { sumDerivatives } from './weight-derivative';
import { sumSecondMoments } from './two-step-weight';
import { objectivesWithout, openSubModels } from './hansen-without';
import { Model } from '../model/model';

/**
 * Prepares a bootstrap of `steps` (1 or 2) steps in the arena. `moments`, the sum of the moments at the
 * estimate, recentres them; 0 leaves them as they are. BadOption for standard errors that the steps do
 * not have, and for tests of serial correlation without them.
 */
export function dpd_prepare(
  designAt: usize,
  steps: i32,
  moments: usize,
  statisticsAt: usize,
  planAt: usize,
): Status {
  const design = changetype<DpdDesign>(designAt);
  const statistics = changetype<DpdStatistics>(statisticsAt);
  const plan = changetype<BootstrapPlan>(planAt);
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  if (statistics.size != i32(offsetof<DpdStatistics>())) return Status.BadRecord;
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const covariance = statistics.covariance;
  if (
    covariance != ReplicateCovariance.None &&
    (covariance == ReplicateCovariance.Robust) != (steps == 1)
  )
    return Status.BadOption;
  if (covariance == ReplicateCovariance.None && statistics.arOrders > 0) return Status.BadOption;
  // Kept units would lie below the blocks for good: 14 MB beside 65 with 5,000 units.
  const model = openModel(design, 0, 0);
  if (exhausted()) return Status.OutOfMemory;
  const status = sampleStatus(model);
  if (status != Status.Ok) return status;
  plan.units = alloc(integers(model.nentering));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(plan.units, model.entering, integers(model.nentering));
  const blocks = openBlocks(model, steps, moments);
  if (exhausted()) return Status.OutOfMemory;
  openStatistics(model, blocks, statistics);
  if (exhausted()) return Status.OutOfMemory;
  plan.nunits = blocks.nunits;
  plan.ncolumns = blocks.columns.ncolumns;
  plan.columns = blocks.columns.panels;
  plan.ranges = blocks.columns.ranges;
  plan.tables = 1;
  plan.width =
    blocks.k * (covariance == ReplicateCovariance.None ? 1 : 2) +
    1 +
    blocks.ntests +
    statistics.arOrders;
  plan.state = changetype<usize>(blocks);
  plan.refit = refit.index;
  plan.begin = begin.index;
  plan.draw = statistics.thresholds == 0 ? Draw.Units : Draw.GivenUnits;
  plan.urn = statistics.thresholds;
  plan.places = blocks.places;
  return Status.Ok;
}

function openStatistics(model: Model, blocks: Blocks, statistics: DpdStatistics): void {
  const covariance = statistics.covariance;
  blocks.hidden = statistics.hansen != 0 || statistics.ntests > 0;
  blocks.ntests = statistics.ntests;
  blocks.subModels = openSubModels(model, statistics);
  if (covariance == ReplicateCovariance.None || exhausted()) return;
  blocks.errors = changetype<usize>(openErrors(model, blocks, covariance, statistics.factor));
  if (statistics.arOrders == 0 || exhausted()) return;
  blocks.ar = changetype<usize>(openReplicateAr(model, blocks, statistics));
}

/** The estimates of `count` replicates: those after one step and, where they are wanted, S2 and those after two. */
function begin(state: usize, count: i32, draws: usize, sums: usize, stride: i32): void {
  const blocks = changetype<Blocks>(state);
  for (let b = 0; b < count; ++b) {
    take(blocks, b);
    blocks.step.whitener.maxRank = blocks.n;
    setInt(blocks.statuses, b, firstStep(blocks, sums + doubles(b * stride)));
  }
  blocks.next = 0;
  if (!needsSecondMoments(blocks)) return;
  sumSecondMoments(blocks, count, draws);
  if (blocks.steps == 1 && !blocks.hidden) return;
  for (let b = 0; b < count; ++b) {
    take(blocks, b);
    const drawn = unitsDrawn(draws + integers(b * blocks.nunits), blocks.nunits);
    blocks.step.whitener.maxRank = min(blocks.n, drawn);
    setInt(blocks.secondStatuses, b, secondStep(blocks, getInt(blocks.statuses, b)));
  }
  if (blocks.errors == 0) return;
  const errors = changetype<Errors>(blocks.errors);
  if (errors.covariance == ReplicateCovariance.Windmeijer)
    sumDerivatives(errors.derivative, blocks, count, draws);
}

/** Units that were drawn: S2, a sum over them, has no higher rank. */
function unitsDrawn(counts: usize, units: i32): i32 {
  let drawn = 0;
  for (let i = 0; i < units; ++i) drawn += i32(getInt(counts, i) > 0);
  return drawn;
}

/** Replicate b of the batch is the one at hand, with what its errors need. */
function take(blocks: Blocks, b: i32): void {
  if (blocks.errors == 0) select(blocks, b);
  else selectErrors(changetype<Errors>(blocks.errors), blocks, b);
}

function needsSecondMoments(blocks: Blocks): bool {
  return blocks.steps == 2 || blocks.errors != 0 || blocks.hidden;
}

/** The one-step estimate from `sums` of the distinct columns (then a 0). */
function firstStep(blocks: Blocks, sums: usize): i32 {
  const moments = rectangleSize(padded(blocks.n), blocks.k + 1);
  gatherElements(blocks.columns, 0, moments, sums, blocks.raw);
  gatherElements(blocks.columns, moments, triangleSize(blocks.n), sums, blocks.sum);
  shiftOutcome(blocks);
  const status = solvePanels(blocks.step, blocks.sum, blocks.raw, blocks.first);
  const succeeded = (status & ~ReplicateStatus.Singular) == Status.Ok;
  if (succeeded && blocks.errors != 0) keepFirst(changetype<Errors>(blocks.errors), blocks.step);
  return status;
}

/** The two-step estimate after a one-step estimate of status `first`. */
function secondStep(blocks: Blocks, first: i32): i32 {
  if ((first & ~ReplicateStatus.Singular) != Status.Ok) return first;
  const status = solvePanels(blocks.step, blocks.sum, blocks.raw, blocks.second);
  setInt(blocks.ranks, blocks.at, blocks.step.whitener.rank);
  const succeeded = (status & ~ReplicateStatus.Singular) == Status.Ok;
  if (succeeded && blocks.errors != 0) keepSecond(changetype<Errors>(blocks.errors), blocks);
  return status;
}

/** The numbers of the next replicate of a batch, `counts` per unit. */
function refit(state: usize, counts: usize, _sums: usize, out: usize): i32 {
  const blocks = changetype<Blocks>(state);
  take(blocks, blocks.next++);
  const status = getInt(blocks.statuses, blocks.at);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return status;
  const result =
    blocks.steps == 1
      ? oneStep(blocks, out) | status
      : twoSteps(blocks, out) | (status & ReplicateStatus.Singular);
  if (blocks.ar != 0 && (result & ~ReplicateStatus.Singular) == Status.Ok)
    serialCorrelation(blocks, counts, out);
  return result;
}

/** The last numbers of a replicate. */
function serialCorrelation(blocks: Blocks, counts: usize, out: usize): void {
  const params = blocks.steps == 1 ? blocks.first : blocks.second;
  const to = out + doubles(2 * blocks.k + 1 + blocks.ntests);
  arStatistics(changetype<ReplicateAr>(blocks.ar), blocks, counts, params, to);
}

/** A one-step estimate; a second step, for its objective, may fail without harm. */
function oneStep(blocks: Blocks, out: usize): i32 {
  memory.copy(out, blocks.first, doubles(blocks.k));
  let next = out + doubles(blocks.k);
  if (blocks.errors != 0) {
    robustErrors(changetype<Errors>(blocks.errors), blocks, next);
    next += doubles(blocks.k);
  }
  if (!blocks.hidden) return Status.Ok;
  const status = getInt(blocks.secondStatuses, blocks.at);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return Status.Ok;
  testStatistics(blocks, next);
  return status;
}

function twoSteps(blocks: Blocks, out: usize): i32 {
  let next = out + doubles(blocks.k);
  const status = getInt(blocks.secondStatuses, blocks.at);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return status;
  memory.copy(out, blocks.second, doubles(blocks.k));
  if (blocks.errors != 0) {
    twoStepErrors(changetype<Errors>(blocks.errors), blocks, next);
    next += doubles(blocks.k);
  }
  testStatistics(blocks, next);
  return status;
}

/** J, and J without each set. */
function testStatistics(blocks: Blocks, out: usize): void {
  set(out, 0, get(blocks.second, blocks.k));
  const rank = getInt(blocks.ranks, blocks.at);
  const to = out + 8;
  objectivesWithout(blocks.subModels, blocks.ntests, blocks.step, rank, blocks.sum, blocks.raw, to);
}

/** Recentring: subtracts the shift from the outcome's moments. */
function shiftOutcome(blocks: Blocks): void {
  if (blocks.shift == 0) return;
  const rows = padded(blocks.n);
  let to = blocks.raw + doubles(4 * rows * (blocks.k >> 2) + (blocks.k & 3));
  for (let l = 0; l < blocks.n; ++l) {
    store<f64>(to, load<f64>(to) - get(blocks.shift, l));
    to += 32;
  }
}
