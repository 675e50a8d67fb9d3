/**
 * CV1: M = sum_g s_g s_g', s_g = sum of the scores x_i e_i of cluster g (Liang and Zeger, 1986), times G / (G - 1) (n -
 * 1) / (n - k). Weighted rows are multiplied by the square root of their weight, so a score counts its weight once. A
 * row of frequency f is f rows of its cluster.
 */
import { allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt } from '../../memory/layout';
import { LinearDesign, LinearFit, LinearOptions } from '../../memory/records';
import { Status } from '../../status';
import { LinearModel } from '../../linear/linear';
import { clusterFactor } from '../rows/counts';
import { addMeat } from '../sandwich';

/** The meat (zero on entry) and fit.factor for one dimension of clusters. */
export function clusterRobust(
  model: LinearModel,
  design: LinearDesign,
  options: LinearOptions,
  fit: LinearFit,
  meat: usize,
): Status {
  const groups = getInt(design.clusterCounts, 0);
  fit.factor = clusterFactor(model, options, groups);
  return addClusterMeat(model, design.clusters, groups, 1, meat);
}

/** meat += sign sum_g C's_g (C's_g)', upper triangle, k x k; `ids` n integers below `groups`. */
export function addClusterMeat(
  model: LinearModel,
  ids: usize,
  groups: i32,
  sign: f64,
  meat: usize,
): Status {
  const scope = mark();
  const sums = allocZeroed(doubles(groups * model.k));
  if (exhausted()) return Status.OutOfMemory;
  groupScores(model, ids, groups, sums);
  const status = addMeat(model, sums, groups, sign, meat);
  release(scope);
  return status;
}

/** sums (groups x k, zero on entry) += scores of the rows of each group. */
export function groupScores(model: LinearModel, ids: usize, groups: i32, sums: usize): void {
  const n = model.n;
  for (let j = 0; j < model.k; ++j) {
    const x = entry(model.x, n, 0, j);
    const column = entry(sums, groups, 0, j);
    for (let i = 0; i < n; ++i) {
      const to = addressOf(column, getInt(ids, i));
      store<f64>(to, load<f64>(to) + get(x, i) * get(model.residuals, i));
    }
  }
}
