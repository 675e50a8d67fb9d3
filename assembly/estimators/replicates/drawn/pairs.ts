/**
 * Units drawn with replacement, and the estimate of each resample from its triangle R* = U R (`replicates/rows.ts`),
 * without reading rows. kappa of LIML and of Fuller is recomputed in each resample.
 *
 * With absorbed effects the constant is the mean of y - X b in the resample, so effects and constant are re-estimated
 * too.
 */
import { IvMethod } from '../../../codes';
import { alloc, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { doubles, entry, get, set } from '../../../memory/layout';
import { dnrm2 } from '../../../blas/level1';
import { dtrsv } from '../../../blas/level2';
import { NoTrans, Upper } from '../../../blas/options';
import { padded, triangleEntry, triangleSize } from '../../../blas/panels';
import { dpotrf, pivotTolerance } from '../../../lapack/dpotrf';
import { Status } from '../../../status';
import { Basis, gatherMoments } from '../../iv/basis';
import { limlKappa, solveKClass } from '../../iv/kclass';
import { MOMENTS, Resample, ROWS, WEIGHT, placeOf } from '../rows';
import { standardErrors } from './standard-errors';
import { instrumentTests } from './instrument-tests';
import { Pairs, extra, absorbed } from './state';

/** A regressor is not identified if it keeps less than this share after projection on the others. */
const IDENTIFIED: f64 = 1e-8;

export function openPairs(pairs: Pairs, sample: Resample): Status {
  const width = sample.width;
  const full = sample.task.basis;
  const basis = changetype<Basis>(allocZeroed(offsetof<Basis>()));
  pairs.sample = sample;
  pairs.basis = basis;
  pairs.gram = allocZeroed(doubles(triangleSize(width)));
  pairs.reciprocals = allocZeroed(doubles(padded(width)));
  pairs.params = alloc(doubles(sample.k));
  pairs.triangle = alloc(doubles(sample.k * sample.k));
  const triangle = allocZeroed(doubles(width * width));
  const moments = alloc(doubles(full.q * (sample.k + 1)));
  if (exhausted()) return Status.OutOfMemory;
  basis.q = full.q;
  basis.width = width;
  basis.triangle = triangle;
  basis.moments = moments;
  return Status.Ok;
}

/** Estimates one replicate: `counts` (i32) per unit, `sums` weighted with them. */
export function writePairsReplicate(state: usize, counts: usize, sums: usize, out: usize): i32 {
  const pairs = changetype<Pairs>(state);
  const scope = mark();
  pairs.sums = sums;
  let status = triangularize(pairs);
  if (status == Status.Ok) status = solve(pairs);
  if (status == Status.Ok) status = report(pairs, counts, out);
  release(scope);
  return status;
}

function report(pairs: Pairs, counts: usize, out: usize): Status {
  const sample = pairs.sample;
  const k = sample.k;
  let sum: f64 = 0;
  if (sample.means) set(pairs.params, k - 1, averageEffect(pairs));
  for (let j = 0; j < k; ++j) {
    const distance = get(pairs.params, j);
    sum += distance;
    set(out, j, get(sample.resampling.params, j) + distance);
  }
  if (sum - sum != 0) return Status.Overflow;
  out += doubles(k);
  if (sample.resampling.statistics != 0) {
    const status = standardErrors(pairs, counts, out);
    if (status != Status.Ok) return status;
    out += doubles(k);
  }
  return sample.resampling.tests == 0 ? Status.Ok : instrumentTests(pairs, counts, out);
}

/** Returns the change of the constant: the mean of e minus the regressors' means times their changes. */
function averageEffect(pairs: Pairs): f64 {
  const sample = pairs.sample;
  const k = sample.k;
  let mean = extra(pairs, MOMENTS + k);
  for (let j = 0; j < k - 1; ++j) mean -= extra(pairs, MOMENTS + j) * get(pairs.params, j);
  return mean / extra(pairs, WEIGHT);
}

/** R* := U R with U'U = G*. */
export function triangularize(pairs: Pairs): Status {
  const width = pairs.sample.width;
  let product = pairs.sums;
  for (let b = 0; b < width; ++b) {
    let to = triangleEntry(pairs.gram, 0, b);
    for (const end = product + doubles(b + 1); product < end; product += 8) {
      store<f64>(to, load<f64>(product));
      to += 32;
    }
  }
  const checked = pairs.basis.q;
  const tolerance = pivotTolerance(width);
  if (dpotrf(width, checked, tolerance, pairs.gram, pairs.reciprocals, 0, 0) != 0) {
    return Status.RankDeficient;
  }
  for (let j = 0; j < checked; ++j) {
    if (get(pairs.reciprocals, j) == 0) return Status.RankDeficient;
  }
  const full = pairs.sample.task.basis.triangle;
  for (let j = 0; j < width; ++j) {
    const column = entry(full, width, 0, j);
    const out = entry(pairs.basis.triangle, width, 0, j);
    for (let l = 0; l <= j; ++l) {
      const right = get(column, l);
      let u = triangleEntry(pairs.gram, 0, l);
      set(out, l, 0);
      for (let i = 0; i <= l; ++i) {
        set(out, i, get(out, i) + load<f64>(u) * right);
        u += 32;
      }
    }
  }
  return Status.Ok;
}

/** Sets params and triangle of the resample. */
export function solve(pairs: Pairs): Status {
  const sample = pairs.sample.task.sample;
  const basis = pairs.basis;
  const k = sample.k;
  if (sample.nendogenous == 0) {
    const width = basis.width;
    // Only standard errors use T after this.
    for (let j = 0; j < k && pairs.sample.resampling.statistics != 0; ++j) {
      memory.copy(entry(pairs.triangle, k, 0, j), entry(basis.triangle, width, 0, j), doubles(k));
    }
    for (let i = 0; i < k; ++i) set(pairs.params, i, load<f64>(entry(basis.triangle, width, i, k)));
    dtrsv(Upper, NoTrans, k, basis.triangle, width, pairs.params);
    return Status.Ok;
  }
  gatherMoments(sample, basis);
  pairs.kappa = kappaOf(pairs);
  if (pairs.kappa != pairs.kappa) return exhausted() ? Status.OutOfMemory : Status.NotConverged;
  const status = solveKClass(sample, basis, pairs.kappa, pairs.params, pairs.triangle);
  return status == Status.Ok ? checkIdentified(pairs) : status;
}

function kappaOf(pairs: Pairs): f64 {
  const options = pairs.sample.task.options;
  if (options.method == IvMethod.KClass) return options.kappa;
  if (options.method == IvMethod.Gmm) return 1;
  const kappa = limlKappa(pairs.sample.task.sample, pairs.basis);
  if (options.method != IvMethod.Fuller) return kappa;
  return kappa - options.kappa / (extra(pairs, ROWS) - f64(pairs.basis.q) - absorbed(pairs));
}

function checkIdentified(pairs: Pairs): Status {
  const k = pairs.sample.k;
  for (let j = 0; j < k; ++j) {
    const place = placeOf(pairs.sample, j);
    const length = dnrm2(place + 1, entry(pairs.basis.triangle, pairs.basis.width, 0, place));
    const rest = abs(load<f64>(entry(pairs.triangle, k, j, j)));
    if (!(rest > IDENTIFIED * length)) return Status.UnderIdentified;
  }
  return Status.Ok;
}
