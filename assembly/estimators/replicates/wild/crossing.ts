/**
 * Absorbed effects whose levels lie in several clusters. Multipliers are constant within a cluster, so with M = I - P
 * for the projection P on the effects, and u_(h) the vector that is u in cluster h and 0 elsewhere, the residuals of a
 * replicate before its regressors are M sum_h v_h u_(h). In direction x = Z c the score of cluster g is
 *
 *   sum_h v_h K_gh,    K_gh = x_(g)' M u_(h)
 *
 * If every level lies in one cluster, K is diagonal with the scores of the sample. M is symmetric, so x alone is
 * transformed, once per cluster, for the residuals e and for the part of u that depends on the tested value, x / A.
 *
 * The columns of a regression with a constant keep their means, so M keeps them here, too.
 */
import { alloc, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, getInt, set } from '../../../memory/layout';
import { PanelOptions } from '../../../memory/records';
import { Status } from '../../../status';
import { removeEffects } from '../../../panel/absorb/conjugate';
import { Effects, LANES, lanes, openEffects, weightOf } from '../../../panel/absorb/effects';
import { Iteration, openIterations } from '../../../panel/absorb/iteration';
import { Resample } from '../rows';
import { clusterOf } from './wild';


@unmanaged
export class Crossing {
  sample: Resample;
  effects: Effects;
  iteration: Iteration;
  /** f64, n: the direction, the outcome, which is e, and a vector for columns of a joint test. */
  x: usize;
  e: usize;
  restricted: usize;
  /** f64, n x LANES: x in the rows of LANES clusters. */
  block: usize;
  /** f64, LANES: the means of these columns. */
  means: usize;
  /** f64, nunits x LANES: columns of K for these clusters, with e and with x. */
  residuals: usize;
  direction: usize;
}

/** Prepares a sample with absorbed effects. */
export function openCrossing(crossing: Crossing, sample: Resample): Status {
  const rows = sample.task.sample;
  const n = rows.design.nrows;
  const panel = changetype<PanelOptions>(sample.task.options.panel);
  const units = sample.resampling.nunits;
  const joint = sample.resampling.njoint > 0;
  crossing.sample = sample;
  crossing.effects = changetype<Effects>(alloc(offsetof<Effects>()));
  crossing.iteration = changetype<Iteration>(alloc(offsetof<Iteration>()));
  crossing.x = alloc(doubles(n));
  crossing.e = rows.design.y;
  crossing.restricted = joint ? alloc(doubles(n)) : 0;
  crossing.block = alloc(doubles(LANES * n));
  crossing.means = alloc(doubles(LANES));
  crossing.residuals = alloc(doubles(LANES * units));
  crossing.direction = alloc(doubles(LANES * units));
  if (exhausted()) return Status.OutOfMemory;
  crossing.effects.weights = rows.design.weights;
  openIterations(crossing.iteration, panel.maxIterations, panel.tolerance, false);
  return openEffects(crossing.effects, n, panel) ? Status.Ok : Status.OutOfMemory;
}

/** x += X b. */
export function addRegressors(crossing: Crossing, b: usize, x: usize): void {
  const rows = crossing.sample.task.sample;
  const n = rows.design.nrows;
  for (let j = 0; j < crossing.sample.k; ++j) {
    const column = entry(rows.design.x, n, 0, j);
    const factor = get(b, j);
    for (let i = 0; i < n; ++i) set(x, i, get(x, i) + factor * get(column, i));
  }
}

/** Computes the columns of K for the clusters first .. first + LANES - 1. */
export function transformClusters(crossing: Crossing, first: i32): Status {
  const status = transformMasked(crossing, first);
  if (status == Status.Ok) sumProducts(crossing);
  return status;
}

/** block := x in the clusters first .. first + LANES - 1, one per lane, without effects and minus `means`. */
export function transformMasked(crossing: Crossing, first: i32): Status {
  gatherClusters(crossing, first);
  const scope = mark();
  const status = removeEffects(crossing.effects, crossing.iteration, crossing.block);
  release(scope);
  return status;
}

/** Fills the block with x in the rows of the lane's cluster, minus the means that the columns keep. */
function gatherClusters(crossing: Crossing, first: i32): void {
  const sample = crossing.sample;
  const n = crossing.effects.nrows;
  memory.fill(crossing.means, 0, doubles(LANES));
  if (sample.means) addMeans(crossing, first);
  const a = v128.load(crossing.means);
  for (let i = 0; i < n; ++i) {
    const to = lanes(crossing.block, i);
    v128.store(to, f64x2.neg(a));
    const lane = clusterOf(sample.resampling, getInt(sample.resampling.units, i)) - first;
    if (lane < 0 || lane >= LANES) continue;
    set(to, lane, get(to, lane) + get(crossing.x, i));
  }
}

/** means := the weighted means of the columns. */
function addMeans(crossing: Crossing, first: i32): void {
  const n = crossing.effects.nrows;
  const resampling = crossing.sample.resampling;
  let total: f64 = 0;
  for (let i = 0; i < n; ++i) {
    const weight = weightOf(crossing.effects, i);
    total += weight;
    const lane = clusterOf(resampling, getInt(resampling.units, i)) - first;
    if (lane < 0 || lane >= LANES) continue;
    set(crossing.means, lane, get(crossing.means, lane) + weight * get(crossing.x, i));
  }
  for (let lane = 0; lane < LANES; ++lane) {
    set(crossing.means, lane, get(crossing.means, lane) / total);
  }
}

/** Adds the products of the columns without effects with e and x, by unit. */
function sumProducts(crossing: Crossing): void {
  const sample = crossing.sample;
  const units = sample.resampling.nunits;
  const roots = sample.task.sample.weights.roots;
  const a = v128.load(crossing.means);
  memory.fill(crossing.residuals, 0, doubles(LANES * units));
  memory.fill(crossing.direction, 0, doubles(LANES * units));
  for (let i = 0; i < crossing.effects.nrows; ++i) {
    const root = roots == 0 ? 1 : get(roots, i);
    const from = lanes(crossing.block, i);
    const left = f64x2.add(v128.load(from), a);
    const g = getInt(sample.resampling.units, i);
    addProducts(lanes(crossing.residuals, g), root * root * get(crossing.e, i), left);
    addProducts(lanes(crossing.direction, g), root * root * get(crossing.x, i), left);
  }
}

// @ts-ignore: decorator
@inline
function addProducts(to: usize, factor: f64, left: v128): void {
  const by = f64x2.splat(factor);
  v128.store(to, f64x2.add(v128.load(to), f64x2.mul(by, left)));
}
