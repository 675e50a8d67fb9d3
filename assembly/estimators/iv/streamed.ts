/**
 * `iv_fit` of a k-class estimator for rows that come in parts: the same bits, but neither a copy of the rows nor their
 * residuals are kept. The passes of `linear/passes.ts` give the basis and the coefficients; one more adds the
 * residuals, their scores and those of the tests of the instruments.
 *
 * The caller calls `iv_rows` for each part of a pass and `iv_next` after it, while `more` is 1.
 */
import { IvMethod } from '../../codes';
import { Covariance, isStreamed } from '../../covariance/kinds';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { IvDesign, IvFit, IvOptions } from '../../memory/instrument-records';
import { LinearDesign, LinearOptions, RowStream } from '../../memory/records';
import { sandwich } from '../../covariance/sandwich';
import { StreamedScores, addStreamed, closeScores, openScores } from '../../covariance/streamed';
import { unadjusted } from '../../covariance/kinds/unadjusted';
import { Pass, RowPasses, addPart, endPass, openPasses, triangleOf } from '../../linear/passes';
import { ROWS } from '../../linear/row-block';
import { squaresAboutMean } from '../../linear/totals';
import { Status } from '../../status';
import { allocBasis, allocInstruments, completeBasis, copyInstruments, orderBasis } from './basis';
import { describeFit, kappaOf, openExact } from './fit';
import { hasTests } from './identification/identification';
import { StreamedTests, addTestRows, closeTests, openTests } from './identification/streamed-tests';
import { projectEndogenous } from './kclass-covariance';
import { addSquares, residualsOf } from './residuals';
import { solveCoefficients } from './solve';
import { IvTask, countObservations, openRecords } from './task';


@unmanaged
class IvStream {
  task: IvTask;
  passes: RowPasses;
  capacity: i32;
  /** Share of the projection in the scores' regressors. */
  share: f64;
  scores: StreamedScores;
  tests: StreamedTests | null;
  /** True if memory ended in a pass. */
  failed: bool;
}

/**
 * Prepares an estimate. Returns BadOption for an estimator or a covariance that needs all rows in memory; other
 * statuses as in `ols_open`.
 */
export function iv_open(
  designAddress: usize,
  optionsAddress: usize,
  fitAddress: usize,
  streamAddress: usize,
): Status {
  const design = changetype<IvDesign>(designAddress);
  const options = changetype<IvOptions>(optionsAddress);
  const stream = changetype<RowStream>(streamAddress);
  const rows = changetype<LinearDesign>(design.rows);
  if (stream.size != i32(offsetof<RowStream>())) return Status.BadRecord;
  if (options.size != i32(offsetof<IvOptions>())) return Status.BadRecord;
  if (stream.capacity < ROWS || stream.capacity % ROWS != 0) return Status.ShapeMismatch;
  if (options.method == IvMethod.Gmm || options.panel != 0) return Status.BadOption;
  const state = changetype<IvStream>(allocZeroed(offsetof<IvStream>()));
  const task = changetype<IvTask>(allocZeroed(offsetof<IvTask>()));
  if (exhausted()) return Status.OutOfMemory;
  stream.state = changetype<usize>(state);
  stream.more = 1;
  state.task = task;
  state.capacity = stream.capacity;
  task.options = options;
  task.fit = changetype<IvFit>(fitAddress);
  const nrows = rows.nrows;
  rows.nrows = 0;
  const status = openRecords(task, design);
  rows.nrows = nrows;
  if (status != Status.Ok) return status;
  if (!isStreamed(task.covariance.covariance, rows.nclusterings)) return Status.BadOption;
  const sample = task.sample;
  sample.rankTolerance = task.covariance.rankTolerance;
  state.passes = openPasses(rows, sample.model, stream.capacity);
  if (exhausted()) return Status.OutOfMemory;
  sample.weights = state.passes.rows;
  task.fit.residuals = 0;
  task.regression.residuals = sample.model.residuals;
  return state.passes.pass == Pass.Lengths ? countDegrees(task) : Status.Ok;
}

/** Observations and degrees of freedom, of which there must be some. */
function countDegrees(task: IvTask): Status {
  countObservations(task);
  return task.fit.dfResid > 0 ? Status.Ok : Status.NoDegreesOfFreedom;
}

/** Takes the part of `count` rows that the design's columns hold. */
export function iv_rows(streamAddress: usize): void {
  const stream = changetype<RowStream>(streamAddress);
  const state = changetype<IvStream>(stream.state);
  addPart(state.passes, stream.count);
  if (state.passes.pass == Pass.Next) addScores(state);
}

/** Adds the squares of the residuals of a part, and the scores. The tests come first: they need the regressors. */
function addScores(state: IvStream): void {
  const task = state.task;
  const sample = task.sample;
  const model = task.regression;
  const tests = state.tests;
  model.n = sample.model.n;
  model.frequency = sample.model.frequency;
  copyInstruments(sample, task.basis);
  residualsOf(sample, model.params, model.residuals);
  model.rss = addSquares(model.n, model.residuals, model.rss);
  if (tests != null && !addTestRows(task, tests)) state.failed = true;
  if (task.covariance.covariance == Covariance.Unadjusted) return;
  if (projectEndogenous(sample, task.basis, state.share) != Status.Ok) state.failed = true;
  addStreamed(state.scores, model, sample.design, task.covariance, task.linear);
}

/** Ends a pass. Statuses as in `iv_fit`, and ExtremeColumn for a column that must be scaled first. */
export function iv_next(streamAddress: usize): Status {
  const stream = changetype<RowStream>(streamAddress);
  const state = changetype<IvStream>(stream.state);
  const pass = state.passes.pass;
  if (pass == Pass.Next) {
    stream.more = 0;
    return state.failed ? Status.OutOfMemory : finish(state);
  }
  const status = endPass(state.passes);
  if (status != Status.Ok) return status;
  if (pass == Pass.Weights) return countDegrees(state.task);
  return pass == Pass.Triangle ? solve(state) : Status.Ok;
}

/** Basis and coefficients, and memory for the scores. */
function solve(state: IvStream): Status {
  const task = state.task;
  const sample = task.sample;
  const basis = task.basis;
  const fit = task.fit;
  const width = sample.model.k + 1;
  const r = alloc(doubles(width * width));
  if (exhausted() || !allocBasis(sample, basis)) return Status.OutOfMemory;
  triangleOf(state.passes, r);
  let status = orderBasis(sample, r, state.passes.block.scales, basis);
  if (status == Status.Ok) status = completeBasis(sample, basis);
  fit.rankInstruments = basis.q;
  fit.dropped = basis.dropped;
  fit.detail = basis.detail;
  if (status != Status.Ok) return status;
  if (!allocInstruments(sample, basis, state.capacity)) return Status.OutOfMemory;
  status = openExact(task);
  if (status != Status.Ok) return status;
  const kappa = kappaOf(task);
  status = solveCoefficients(task, kappa);
  if (status != Status.Ok) return status;
  state.share = task.options.method == IvMethod.KClass ? kappa : 1;
  task.regression.rss = 0;
  task.linear.factor = 1;
  state.scores = openScores(task.regression, sample.design, task.covariance);
  if (exhausted()) return Status.OutOfMemory;
  return task.options.tests != 0 && hasTests(task) ? addTests(state) : Status.Ok;
}

function addTests(state: IvStream): Status {
  const tests = changetype<StreamedTests>(allocZeroed(offsetof<StreamedTests>()));
  if (exhausted()) return Status.OutOfMemory;
  state.tests = tests;
  return openTests(state.task, changetype<LinearOptions>(state.task.options.tests), tests);
}

/** Covariance, statistics and tests, as `iv_fit` computes them. */
function finish(state: IvStream): Status {
  const task = state.task;
  const outcome = state.passes.outcome;
  let status = covariance(state);
  if (status != Status.Ok) {
    task.fit.detail = task.linear.detail;
    return status;
  }
  task.linear.tssCentered = squaresAboutMean(outcome);
  task.fit.tss = outcome.squares;
  const options = task.covariance;
  const lengths = options.lengths;
  options.lengths = regressorLengths(state);
  if (exhausted()) return Status.OutOfMemory;
  status = describeFit(task);
  options.lengths = lengths;
  const tests = state.tests;
  return status == Status.Ok && tests != null ? closeTests(task, tests) : status;
}

function covariance(state: IvStream): Status {
  const task = state.task;
  const model = task.regression;
  const options = task.covariance;
  const linear = task.linear;
  if (options.covariance == Covariance.Unadjusted) return unadjusted(model, options, linear);
  const meat = allocZeroed(doubles(model.k * model.k));
  if (exhausted()) return Status.OutOfMemory;
  const status = closeScores(state.scores, model, options, linear, meat);
  return status == Status.Ok ? sandwich(model, meat, linear.factor, linear.vcov) : status;
}

/** f64, k + 1: lengths of the regressors and of the outcome. */
function regressorLengths(state: IvStream): usize {
  const sample = state.task.sample;
  const lengths = alloc(doubles(sample.k + 1));
  if (exhausted()) return 0;
  const all = state.passes.lengths;
  memory.copy(lengths, all, doubles(sample.k));
  memory.copy(lengths + doubles(sample.k), all + doubles(sample.model.k), doubles(1));
  return lengths;
}
