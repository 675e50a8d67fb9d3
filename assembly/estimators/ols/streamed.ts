/**
 * `ols_fit` for rows that come in parts: the same bits, but neither a copy of the rows nor their residuals are kept.
 * After the passes of `linear/passes.ts`
 *
 *   root        improves R^-1 if the condition number requires it
 *   residuals   X'r for one refinement of the coefficients; repeated until they are final
 *   scores      residuals at the final coefficients, their sum of squares and their scores
 *
 * The caller calls `ols_rows` for each part of a pass and `ols_next` after it, while `more` is 1.
 */
import { Covariance, isStreamed } from '../../covariance/kinds';
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions, RowStream } from '../../memory/records';
import { triangleSize } from '../../blas/panels';
import { Status } from '../../status';
import { clearRounding } from '../../covariance/rounding';
import { sandwich } from '../../covariance/sandwich';
import { StreamedScores, addStreamed, closeScores, openScores } from '../../covariance/streamed';
import { unadjusted } from '../../covariance/kinds/unadjusted';
import { foldOrthogonal, multiplyInverse } from '../../linear/inverse-root';
import {
  formBread,
  isIllConditioned,
  solveTriangle,
  splitTriangle,
} from '../../linear/least-squares';
import { LinearModel } from '../../linear/linear';
import { Pass, RowPasses, addPart, endPass, openPasses, triangleOf } from '../../linear/passes';
import {
  Refinement,
  endSweep,
  finishRows,
  openRefinement,
  repeatResiduals,
  scaleParams,
  sweep,
} from '../../linear/refine';
import { ROWS } from '../../linear/row-block';
import { describeSlopes } from '../../covariance/slopes';
import { squaresAboutMean } from '../../linear/totals';
import { openModel } from './fit';

const enum OlsPass {
  Root = 4,
  Residuals = 5,
  Scores = 6,
}


@unmanaged
class OlsStream {
  design: LinearDesign;
  options: LinearOptions;
  fit: LinearFit;
  model: LinearModel;
  passes: RowPasses;
  /** f64, k x k and k: the triangle of the scaled X, and Q'y, which becomes the coefficients. */
  r: usize;
  b: usize;
  /** For the pass over X R^-1: its triangle in panels, and f64, ROWS x k, low words. */
  triangle: usize;
  lows: usize;
  refinement: Refinement;
  scores: StreamedScores;
}

/**
 * Prepares an estimate of `design.nrows` rows. Returns BadOption for a covariance that needs all rows in memory. The
 * caller owns the arena scope; results point into it.
 */
export function ols_open(
  designAddress: usize,
  optionsAddress: usize,
  fitAddress: usize,
  streamAddress: usize,
): Status {
  const design = changetype<LinearDesign>(designAddress);
  const options = changetype<LinearOptions>(optionsAddress);
  const fit = changetype<LinearFit>(fitAddress);
  const stream = changetype<RowStream>(streamAddress);
  if (fit.size != i32(offsetof<LinearFit>())) return Status.BadRecord;
  if (design.size != i32(offsetof<LinearDesign>())) return Status.BadRecord;
  if (options.size != i32(offsetof<LinearOptions>())) return Status.BadRecord;
  if (stream.size != i32(offsetof<RowStream>())) return Status.BadRecord;
  if (stream.capacity < ROWS || stream.capacity % ROWS != 0) return Status.ShapeMismatch;
  if (!isStreamed(options.covariance, design.nclusterings)) return Status.BadOption;
  const state = changetype<OlsStream>(allocZeroed(offsetof<OlsStream>()));
  if (exhausted()) return Status.OutOfMemory;
  stream.state = changetype<usize>(state);
  stream.more = 1;
  state.design = design;
  state.options = options;
  state.fit = fit;
  const k = design.nregressors;
  const nrows = design.nrows;
  design.nrows = 0;
  state.model = openModel(design, state.options, fit);
  design.nrows = nrows;
  state.passes = openPasses(design, state.model, stream.capacity);
  state.r = alloc(doubles(k * k));
  state.b = alloc(doubles(k));
  if (exhausted()) return Status.OutOfMemory;
  fit.residuals = 0;
  return state.passes.pass == Pass.Lengths ? countDegrees(state) : Status.Ok;
}

/** nobs and degrees of freedom, when the weights have been summed. */
function countDegrees(state: OlsStream): Status {
  const fit = state.fit;
  const model = state.model;
  fit.nobs = state.passes.rows.nobs;
  fit.dfResid = fit.nobs - f64(model.k) - f64(state.options.dfAbsorbed);
  const enough = state.passes.nrows >= model.k && fit.dfResid > 0;
  return enough ? Status.Ok : Status.NoDegreesOfFreedom;
}

/** Takes the part of `count` rows that the design's columns hold. */
export function ols_rows(streamAddress: usize): void {
  const stream = changetype<RowStream>(streamAddress);
  const state = changetype<OlsStream>(stream.state);
  const model = state.model;
  const passes = state.passes;
  addPart(passes, stream.count);
  switch (passes.pass) {
    case OlsPass.Root:
      foldOrthogonal(model, passes.block, state.r, state.lows, state.triangle);
      break;
    case OlsPass.Residuals:
      sweep(model, passes.block, state.refinement);
      break;
    case OlsPass.Scores:
      repeatResiduals(model, passes.block, state.refinement);
      finishRows(model, state.refinement);
      addStreamed(state.scores, model, state.design, state.options, state.fit);
  }
}

/** Ends a pass. Statuses as in `ols_fit`, and ExtremeColumn for a column that must be scaled first. */
export function ols_next(streamAddress: usize): Status {
  const stream = changetype<RowStream>(streamAddress);
  const state = changetype<OlsStream>(stream.state);
  const pass = state.passes.pass;
  if (pass == OlsPass.Root) return endRoot(state);
  if (pass == OlsPass.Residuals) return endResiduals(state);
  if (pass == OlsPass.Scores) {
    stream.more = 0;
    return finish(state);
  }
  const status = endPass(state.passes);
  if (status != Status.Ok) return status;
  if (pass == Pass.Weights) return countDegrees(state);
  return pass == Pass.Triangle ? solve(state) : Status.Ok;
}

function solve(state: OlsStream): Status {
  const model = state.model;
  const k = model.k;
  const whole = alloc(doubles((k + 1) * (k + 1)));
  if (exhausted()) return Status.OutOfMemory;
  triangleOf(state.passes, whole);
  splitTriangle(k, whole, state.r, state.b);
  model.rankTolerance = state.options.rankTolerance;
  const status = solveTriangle(model, state.passes.block.scales, state.r, state.b, model.root);
  state.fit.detail = model.detail;
  if (status != Status.Ok) return status;
  if (!isIllConditioned(model)) return openResiduals(state);
  state.triangle = allocZeroed(doubles(triangleSize(k)));
  state.lows = alloc(doubles(ROWS * k));
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

function endRoot(state: OlsStream): Status {
  multiplyInverse(state.model.k, state.triangle, state.model.root);
  return openResiduals(state);
}

function openResiduals(state: OlsStream): Status {
  const model = state.model;
  formBread(model, state.passes.block, model.root);
  state.refinement = openRefinement(model, state.b);
  state.passes.pass = OlsPass.Residuals;
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

function endResiduals(state: OlsStream): Status {
  const model = state.model;
  if (!endSweep(model, state.refinement, state.r)) return Status.Ok;
  scaleParams(model, state.passes.block, state.refinement);
  model.rss = 0;
  state.fit.saturated = 0;
  state.scores = openScores(model, state.design, state.options);
  state.passes.pass = OlsPass.Scores;
  return exhausted() ? Status.OutOfMemory : Status.Ok;
}

/** Sums of squares, covariance and tests, as `ols_fit` computes them. */
function finish(state: OlsStream): Status {
  const model = state.model;
  const options = state.options;
  const fit = state.fit;
  const outcome = state.passes.outcome;
  const lengths = options.lengths;
  fit.sumLogWeights = state.passes.rows.sumLogWeights;
  fit.rss = model.rss;
  fit.condition = model.condition;
  fit.tss = outcome.squares;
  fit.tssCentered = squaresAboutMean(outcome);
  const status = covariance(state);
  if (status != Status.Ok) return status;
  options.lengths = state.passes.lengths;
  const cleared = clearRounding(model, options, fit);
  options.lengths = lengths;
  if (!cleared || !describeSlopes(state.design, options, fit)) return Status.OutOfMemory;
  return Status.Ok;
}

function covariance(state: OlsStream): Status {
  const model = state.model;
  const options = state.options;
  const fit = state.fit;
  fit.factor = 1;
  fit.bandwidth = 0;
  fit.indefinite = 0;
  if (options.covariance == Covariance.Unadjusted) return unadjusted(model, options, fit);
  const meat = allocZeroed(doubles(model.k * model.k));
  if (exhausted()) return Status.OutOfMemory;
  const status = closeScores(state.scores, model, options, fit, meat);
  return status == Status.Ok ? sandwich(model, meat, fit.factor, fit.vcov) : status;
}
