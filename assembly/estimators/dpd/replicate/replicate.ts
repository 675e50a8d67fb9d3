/**
 * One bootstrap replicate of a dynamic panel model from its weighted sums.
 *
 * Both weighting matrices are recomputed: S1 = sum w_i G_i, and S2 = sum w_i g_i g_i' with g_i = b_i - A_i b1. A
 * replicate returns, in this order:
 *
 *   parameters
 *   their standard errors, optional
 *   J, NaN after one step unless `hansen` is set
 *   J without each set of instruments to be tested
 *   tests of serial correlation, optional; only these read rows
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
import { ReplicateState, openReplicateState, select } from './state';
import { openModel, sampleStatus } from '../model/open';
import {
  StandardErrors,
  keepFirst,
  keepSecond,
  openStandardErrors,
  robustStandardErrors,
  selectStandardErrors,
  twoStepStandardErrors,
} from './standard-errors';
import { ReplicateAr, arStatistics, openReplicateAr } from './ar-tests';
import { sumDerivatives } from './weight-derivative';
import { sumSecondMoments } from './two-step-weight';
import { objectivesWithout, openSubModels } from './hansen-without';
import { Model } from '../model/model';

/**
 * Prepares a bootstrap of `steps` (1 or 2) steps in the arena. `moments`, the sum of the moments at the estimate,
 * recentres them; 0 leaves them as they are. Returns BadOption for standard errors that the number of steps does not
 * allow, and for tests of serial correlation without standard errors.
 */
export function dpd_prepare(
  designAddress: usize,
  steps: i32,
  moments: usize,
  statisticsAddress: usize,
  planAddress: usize,
): Status {
  const design = changetype<DpdDesign>(designAddress);
  const statistics = changetype<DpdStatistics>(statisticsAddress);
  const plan = changetype<BootstrapPlan>(planAddress);
  if (design.size != i32(offsetof<DpdDesign>())) return Status.BadRecord;
  if (statistics.size != i32(offsetof<DpdStatistics>())) return Status.BadRecord;
  if (plan.size != i32(offsetof<BootstrapPlan>())) return Status.BadRecord;
  const covariance = statistics.covariance;
  if (
    covariance != ReplicateCovariance.None &&
    (covariance == ReplicateCovariance.Robust) != (steps == 1)
  ) {
    return Status.BadOption;
  }
  if (covariance == ReplicateCovariance.None && statistics.arOrders > 0) return Status.BadOption;
  // Kept units would stay below the state in the arena: 14 MB more than 65 MB with 5,000 units.
  const model = openModel(design, 0, 0);
  if (exhausted()) return Status.OutOfMemory;
  const status = sampleStatus(model);
  if (status != Status.Ok) return status;
  plan.units = alloc(integers(model.nentering));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(plan.units, model.entering, integers(model.nentering));
  const state = openReplicateState(model, steps, moments);
  if (exhausted()) return Status.OutOfMemory;
  openStatistics(model, state, statistics);
  if (exhausted()) return Status.OutOfMemory;
  plan.nunits = state.nunits;
  plan.ncolumns = state.columns.ncolumns;
  plan.columns = state.columns.panels;
  plan.ranges = state.columns.ranges;
  plan.tables = 1;
  plan.width =
    state.k * (covariance == ReplicateCovariance.None ? 1 : 2) +
    1 +
    state.ntests +
    statistics.arOrders;
  plan.state = changetype<usize>(state);
  plan.writeReplicate = writeReplicate.index;
  plan.estimateBatch = estimateBatch.index;
  plan.draw = statistics.thresholds == 0 ? Draw.Units : Draw.GivenUnits;
  plan.drawTable = statistics.thresholds;
  plan.places = state.places;
  return Status.Ok;
}

function openStatistics(model: Model, state: ReplicateState, statistics: DpdStatistics): void {
  const covariance = statistics.covariance;
  state.hidden = statistics.hansen != 0 || statistics.ntests > 0;
  state.ntests = statistics.ntests;
  state.subModels = openSubModels(model, statistics);
  if (covariance == ReplicateCovariance.None || exhausted()) return;
  state.standardErrors = changetype<usize>(
    openStandardErrors(model, state, covariance, statistics.factor),
  );
  if (statistics.arOrders == 0 || exhausted()) return;
  state.ar = changetype<usize>(openReplicateAr(model, state, statistics));
}

/** Computes the estimates of `count` replicates: after one step and, if needed, S2 and the estimates after two. */
function estimateBatch(address: usize, count: i32, draws: usize, sums: usize, stride: i32): void {
  const state = changetype<ReplicateState>(address);
  for (let b = 0; b < count; ++b) {
    take(state, b);
    state.step.whitener.maxRank = state.n;
    setInt(state.statuses, b, firstStep(state, sums + doubles(b * stride)));
  }
  state.next = 0;
  if (!needsSecondMoments(state)) return;
  sumSecondMoments(state, count, draws);
  if (state.steps == 1 && !state.hidden) return;
  for (let b = 0; b < count; ++b) {
    take(state, b);
    const drawn = unitsDrawn(draws + integers(b * state.nunits), state.nunits);
    state.step.whitener.maxRank = min(state.n, drawn);
    setInt(state.secondStatuses, b, secondStep(state, getInt(state.statuses, b)));
  }
  if (state.standardErrors == 0) return;
  const standardErrors = changetype<StandardErrors>(state.standardErrors);
  if (standardErrors.covariance == ReplicateCovariance.Windmeijer) {
    sumDerivatives(standardErrors.derivative, state, count, draws);
  }
}

/** Counts the units that were drawn, an upper bound of the rank of S2. */
function unitsDrawn(counts: usize, units: i32): i32 {
  let drawn = 0;
  for (let i = 0; i < units; ++i) drawn += i32(getInt(counts, i) > 0);
  return drawn;
}

/** Makes replicate b of the batch the current one, also for its standard errors. */
function take(state: ReplicateState, b: i32): void {
  if (state.standardErrors == 0) select(state, b);
  else selectStandardErrors(changetype<StandardErrors>(state.standardErrors), state, b);
}

function needsSecondMoments(state: ReplicateState): bool {
  return state.steps == 2 || state.standardErrors != 0 || state.hidden;
}

/** Computes the one-step estimate from `sums` of the distinct columns, which a 0 follows. */
function firstStep(state: ReplicateState, sums: usize): i32 {
  const moments = rectangleSize(padded(state.n), state.k + 1);
  gatherElements(state.columns, 0, moments, sums, state.raw);
  gatherElements(state.columns, moments, triangleSize(state.n), sums, state.sum);
  shiftOutcome(state);
  const status = solvePanels(state.step, state.sum, state.raw, state.first);
  const succeeded = (status & ~ReplicateStatus.Singular) == Status.Ok;
  if (succeeded && state.standardErrors != 0) {
    keepFirst(changetype<StandardErrors>(state.standardErrors), state.step);
  }
  return status;
}

/** Computes the two-step estimate after a one-step estimate of status `first`. */
function secondStep(state: ReplicateState, first: i32): i32 {
  if ((first & ~ReplicateStatus.Singular) != Status.Ok) return first;
  const status = solvePanels(state.step, state.sum, state.raw, state.second);
  setInt(state.ranks, state.position, state.step.whitener.rank);
  const succeeded = (status & ~ReplicateStatus.Singular) == Status.Ok;
  if (succeeded && state.standardErrors != 0) {
    keepSecond(changetype<StandardErrors>(state.standardErrors), state);
  }
  return status;
}

/** Writes the numbers of the next replicate of a batch; `counts` has the draws of each unit. */
function writeReplicate(address: usize, counts: usize, _sums: usize, out: usize): i32 {
  const state = changetype<ReplicateState>(address);
  take(state, state.next++);
  const status = getInt(state.statuses, state.position);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return status;
  const result =
    state.steps == 1
      ? oneStep(state, out) | status
      : twoSteps(state, out) | (status & ReplicateStatus.Singular);
  if (state.ar != 0 && (result & ~ReplicateStatus.Singular) == Status.Ok) {
    serialCorrelation(state, counts, out);
  }
  return result;
}

/** Writes the tests of serial correlation, the last numbers of a replicate. */
function serialCorrelation(state: ReplicateState, counts: usize, out: usize): void {
  const params = state.steps == 1 ? state.first : state.second;
  const to = out + doubles(2 * state.k + 1 + state.ntests);
  arStatistics(changetype<ReplicateAr>(state.ar), state, counts, params, to);
}

/** Writes a one-step estimate; if the second step, needed for J only, fails, the replicate still succeeds. */
function oneStep(state: ReplicateState, out: usize): i32 {
  memory.copy(out, state.first, doubles(state.k));
  let next = out + doubles(state.k);
  if (state.standardErrors != 0) {
    robustStandardErrors(changetype<StandardErrors>(state.standardErrors), state, next);
    next += doubles(state.k);
  }
  if (!state.hidden) return Status.Ok;
  const status = getInt(state.secondStatuses, state.position);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return Status.Ok;
  testStatistics(state, next);
  return status;
}

function twoSteps(state: ReplicateState, out: usize): i32 {
  let next = out + doubles(state.k);
  const status = getInt(state.secondStatuses, state.position);
  if ((status & ~ReplicateStatus.Singular) != Status.Ok) return status;
  memory.copy(out, state.second, doubles(state.k));
  if (state.standardErrors != 0) {
    twoStepStandardErrors(changetype<StandardErrors>(state.standardErrors), state, next);
    next += doubles(state.k);
  }
  testStatistics(state, next);
  return status;
}

/** Writes J, and J without each set. */
function testStatistics(state: ReplicateState, out: usize): void {
  set(out, 0, get(state.second, state.k));
  const rank = getInt(state.ranks, state.position);
  const to = out + 8;
  objectivesWithout(state.subModels, state.ntests, state.step, rank, state.sum, state.raw, to);
}

/** Recentring: subtracts the shift from the outcome's moments. */
function shiftOutcome(state: ReplicateState): void {
  if (state.shift == 0) return;
  const rows = padded(state.n);
  let to = state.raw + doubles(4 * rows * (state.k >> 2) + (state.k & 3));
  for (let l = 0; l < state.n; ++l) {
    store<f64>(to, load<f64>(to) - get(state.shift, l));
    to += 32;
  }
}
