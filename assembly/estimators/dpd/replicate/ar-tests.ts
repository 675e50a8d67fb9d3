/**
 * Arellano and Bond's tests in one bootstrap replicate, computed as in the fit (`diagnostics/ar-tests.ts`). A unit
 * drawn w_i times counts as w_i units.
 *
 * Decision: the residuals of drawn units are recomputed from their rows, T (K + 1) numbers per unit. As quadratic forms
 * in (b, -1) the products r_i(m) would take (K + 1)^2 numbers per order, with separate rules for gaps and weights.
 *
 * With recentred moments the products are centred too: residuals that are correlated in the sample are also correlated
 * in the population from which replicates are drawn (Hall and Horowitz, 1996). From r_i its mean at the fit's estimate
 * is subtracted, under the probabilities with which units are drawn.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, get, getInt, integers, set, clear } from '../../../memory/layout';
import { DpdStatistics } from '../../../memory/dpd-records';
import { blockSize } from '../moments/moment-block';
import { ArWorkspace, SUMS } from '../diagnostics/ar-workspace';
import { ArInput, arTests, lagUnit, openArWorkspace, residualsOf } from '../diagnostics/ar-tests';
import { ReplicateState } from './state';
import { StandardErrors, covarianceOf, parameterMap } from './standard-errors';
import { UnitMoments } from '../moments/unit-moments';
import { Model } from '../model/model';


@unmanaged
export class ReplicateAr {
  units: UnitMoments;
  input: ArInput;
  workspace: ArWorkspace;
  /** f64, L x K. */
  work: usize;
  /** f64, orders x SUMS, and i32, orders x 2: what `arTests` writes. */
  sums: usize;
  periods: usize;
}

/** Allocates the tests and computes their centres; check `exhausted()` afterwards. */
export function openReplicateAr(
  model: Model,
  state: ReplicateState,
  statistics: DpdStatistics,
): ReplicateAr {
  const orders = statistics.arOrders;
  const ar = changetype<ReplicateAr>(alloc(offsetof<ReplicateAr>()));
  const units = changetype<UnitMoments>(alloc(offsetof<UnitMoments>()));
  const input = changetype<ArInput>(allocZeroed(offsetof<ArInput>()));
  if (exhausted()) return ar;
  units.model = model;
  units.stride = doubles(blockSize(model.k, model.n));
  units.blocks = state.moments;
  input.map = allocMatrix(model.k, model.n);
  input.vcov = allocMatrix(model.k, model.k);
  input.sigma2 = -1;
  input.orders = orders;
  input.levels = statistics.arLevels != 0;
  ar.units = units;
  ar.input = input;
  ar.workspace = openArWorkspace(model, orders);
  ar.work = allocMatrix(model.k, model.n);
  ar.sums = alloc(doubles(SUMS * orders));
  ar.periods = alloc(integers(2 * orders));
  const centres = alloc(doubles(orders));
  if (exhausted() || statistics.centre == 0) return ar;
  input.params = statistics.centre;
  findCentres(ar, statistics.thresholds, state.places, centres);
  input.centres = centres;
  input.momentCentre = state.centre;
  return ar;
}

/** centres[m - 1] := mean of r_i(m) under the probabilities of the units. */
function findCentres(ar: ReplicateAr, thresholds: usize, places: usize, centres: usize): void {
  const model = ar.units.model;
  const orders = ar.input.orders;
  clear(orders, centres);
  ar.workspace.periods = ar.periods;
  for (let u = 0; u < model.nentering; ++u) {
    const share = probability(thresholds, u, model.nentering);
    residualsOf(model, ar.workspace, ar.input, getInt(places, u));
    for (let m = 0; m < orders; ++m) {
      lagUnit(model, ar.workspace, m + 1, 0);
      set(centres, m, get(centres, m) + share * ar.workspace.product);
    }
  }
}

/** Returns the probability that unit u of n is drawn. */
function probability(thresholds: usize, u: i32, n: i32): f64 {
  if (thresholds == 0) return 1 / f64(n);
  const to = thresholds + (usize(u) << 2);
  const before = u == 0 ? 0 : load<u32>(to - 4);
  return f64(load<u32>(to) - before) / 4294967296;
}

/** out := the statistics of the orders at the estimate `params`, after its standard errors. */
export function arStatistics(
  ar: ReplicateAr,
  state: ReplicateState,
  counts: usize,
  params: usize,
  out: usize,
): void {
  const input = ar.input;
  const standardErrors = changetype<StandardErrors>(state.standardErrors);
  input.params = params;
  input.counts = counts;
  parameterMap(standardErrors, state, ar.work, input.map);
  covarianceOf(standardErrors, state.k, input.vcov);
  arTests(ar.units, input, ar.workspace, ar.sums, ar.periods);
  for (let m = 0; m < input.orders; ++m) set(out, m, get(ar.sums, SUMS * m));
}
