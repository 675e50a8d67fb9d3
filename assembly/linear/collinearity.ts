/** Finds dependent columns of X from its triangle R. */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, integers, set } from '../memory/layout';
import { dnrm2 } from '../blas/level1';
import { dtrsv } from '../blas/level2';
import { NoTrans, Upper } from '../blas/options';
import { dgeqp3 } from '../lapack/dgeqp3';
import { Status } from '../status';
import { LinearModel } from './linear';

/** A column is dependent if it keeps at most this share, unless the model has its own limit. */
const RANK_TOLERANCE: f64 = 1e-13;

/** A column takes part in a dependence if its term is at least this share of the dependent column. */
const PART_TOLERANCE: f64 = 1e-8;

/**
 * Sets rank, from a QR of R with column pivoting. Below k, `detail` is the first column that depends on
 * columns before it (those are kept, as Stata does) and `dependence` says on which, and
 * RankDeficient is returned. `r` is k x k, columns of length 1 to 2 in order.
 */
export function checkRank(model: LinearModel, r: usize): Status {
  const k = model.k;
  const scope = mark();
  const copy = alloc(doubles(k * k));
  const pivots = alloc(integers(k));
  const tau = alloc(doubles(k));
  const work = alloc(doubles(2 * k));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(copy, r, doubles(k * k));
  const tolerance = model.rankTolerance > 0 ? model.rankTolerance : RANK_TOLERANCE;
  dgeqp3(k, k, copy, k, pivots, tau, work);
  model.rank = 0;
  while (model.rank < k && abs(load<f64>(entry(copy, k, model.rank, model.rank))) > tolerance) {
    ++model.rank;
  }
  if (model.rank < k) {
    model.detail = firstDependent(k, r, tolerance);
    if (model.dependence != 0) explain(k, r, model.detail, model.dependence);
  }
  release(scope);
  return model.rank < k ? Status.RankDeficient : Status.Ok;
}

/**
 * Returns the first column that keeps nothing after projection on those before it; if no column is that clear, the one
 * that keeps least.
 */
function firstDependent(k: i32, r: usize, tolerance: f64): i32 {
  let least = 0;
  let smallest = Infinity;
  for (let j = 0; j < k; ++j) {
    const rest = abs(load<f64>(entry(r, k, j, j)));
    if (!(rest > tolerance)) return j;
    if (rest < smallest) {
      smallest = rest;
      least = j;
    }
  }
  return least;
}

/** dependence[i] := 1 if column i takes part in the combination that equals column j, and for j itself. */
function explain(k: i32, r: usize, j: i32, dependence: usize): void {
  const column = entry(r, k, 0, j);
  const length = dnrm2(j + 1, column);
  memory.fill(dependence, 0, doubles(k));
  memory.copy(dependence, column, doubles(j));
  dtrsv(Upper, NoTrans, j, r, k, dependence);
  for (let i = 0; i < j; ++i) {
    const share = abs(get(dependence, i)) * dnrm2(i + 1, entry(r, k, 0, i));
    set(dependence, i, share > PART_TOLERANCE * length ? 1 : 0);
  }
  set(dependence, j, 1);
}
