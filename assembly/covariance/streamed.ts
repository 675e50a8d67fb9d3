/**
 * Sums of scores whose rows come in parts (`kinds.ts` for all rows at once): the unadjusted kind, HC0 to HC4, and CV1 in
 * one dimension. Every part but the last has a multiple of BLOCK rows, so the sums have the order of one pass.
 */
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, getInt } from '../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../memory/records';
import { Status } from '../status';
import { LinearModel } from '../linear/linear';
import { groupScores } from './kinds/cluster';
import { clusterFactor, degreesFactor, observations } from './rows/counts';
import { addRows } from './kinds/heteroskedastic';
import { Covariance } from './kinds';
import { addMeat } from './sandwich';
import { BLOCK, WhitenedRows, addSum, openWhitened } from './rows/whitened';


@unmanaged
export class StreamedScores {
  /** For HC0 to HC4: the sum, and room for the multipliers of a block. */
  block: WhitenedRows;
  multipliers: usize;
  /** For CV1: the number of clusters, and f64, groups x k: the scores of each. */
  groups: i32;
  sums: usize;
}

/** Memory for the scores of a model that has its root; `exhausted` when memory ends. */
export function openScores(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
): StreamedScores {
  const scores = changetype<StreamedScores>(allocZeroed(offsetof<StreamedScores>()));
  if (exhausted()) return scores;
  if (options.covariance == Covariance.CV1) {
    scores.groups = getInt(design.clusterCounts, 0);
    scores.sums = allocZeroed(doubles(scores.groups * model.k));
  } else if (options.covariance != Covariance.Unadjusted) {
    scores.block = openWhitened(model);
    scores.multipliers = alloc(doubles(BLOCK));
  }
  return scores;
}

/** Adds rows with their residuals; the clusters of the design are those of these rows. */
export function addStreamed(
  scores: StreamedScores,
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
): void {
  const kind = options.covariance;
  if (kind == Covariance.Unadjusted) return;
  if (kind == Covariance.CV1) {
    groupScores(model, design.clusters, scores.groups, scores.sums);
    return;
  }
  const mean = f64(model.k) / observations(model);
  const order = kind - Covariance.HC0;
  fit.saturated += addRows(model, order, mean, scores.block, scores.multipliers);
}

/** Adds the meat (zero on entry) of all rows and sets fit.factor, as `addScores` does. */
export function closeScores(
  scores: StreamedScores,
  model: LinearModel,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  if (options.covariance == Covariance.CV1) {
    fit.factor = clusterFactor(model, options, scores.groups);
    return addMeat(model, scores.sums, scores.groups, 1, meat);
  }
  addSum(scores.block, 1, meat);
  fit.factor = options.covariance == Covariance.HC1 ? degreesFactor(model, options) : 1;
  return Status.Ok;
}
