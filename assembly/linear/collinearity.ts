/** Finds dependent columns of X from its triangle R, and says which columns explain each. */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { daxpy, ddot, dnrm2, dscal } from '../blas/level1';
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
 * Sets rank, from a QR of R with column pivoting. Below k, `dependence` says which columns to leave out and what
 * explains each, `detail` is the first of them, and RankDeficient is returned. Columns are kept in order: the constant,
 * then as written. `r` is k x k; its columns have lengths of 1 to 2 and are the model's times `scales` (k).
 */
export function checkRank(model: LinearModel, r: usize, scales: usize): Status {
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
  const status = model.rank < k ? leaveOut(model, r, scales, tolerance) : Status.Ok;
  release(scope);
  return status;
}

/**
 * Fills `dependence` and `detail` like `checkRank`, which has the same arguments, and returns RankDeficient. The model
 * has its k, its rank, `constant`, `nyielding` and `dependence`.
 */
export function leaveOut(model: LinearModel, r: usize, scales: usize, tolerance: f64): Status {
  const scope = mark();
  const search = openSearch(model, r);
  if (exhausted()) return Status.OutOfMemory;
  chooseOmitted(search, model.k - model.rank, tolerance);
  explainOmitted(search, model, scales);
  release(scope);
  return Status.RankDeficient;
}

/** Columns taken in the order in which they are kept; r_j = basis x coefficients for each kept one. */
@unmanaged
class Search {
  k: i32;
  r: usize;
  /** i32, k: the columns in order, and 1 for the columns to leave out. */
  order: usize;
  omitted: usize;
  /** f64, k: what a column keeps after projection on the columns kept before it. */
  rests: usize;
  /** i32, k: the kept columns, and their number. */
  kept: usize;
  count: i32;
  /** f64, k x k: an orthonormal basis of the kept columns, and the triangle of their coefficients in it. */
  basis: usize;
  triangle: usize;
  /** f64, k: the coefficients of the column last projected, and what it keeps. */
  coefficients: usize;
  rest: usize;
}

function openSearch(model: LinearModel, r: usize): Search {
  const k = model.k;
  const search = changetype<Search>(alloc(offsetof<Search>()));
  const numbers = alloc(3 * integers(k));
  const values = alloc(3 * doubles(k));
  const squares = alloc(2 * doubles(k * k));
  if (exhausted()) return search;
  search.k = k;
  search.r = r;
  search.order = numbers;
  search.omitted = numbers + integers(k);
  search.kept = numbers + 2 * integers(k);
  search.rests = values;
  search.coefficients = values + doubles(k);
  search.rest = values + 2 * doubles(k);
  search.basis = squares;
  search.triangle = squares + doubles(k * k);
  orderColumns(model, search.order);
  return search;
}

/** order := the constant, then the others as written; columns that yield to all others come last. */
function orderColumns(model: LinearModel, order: usize): void {
  const written = model.k - i32(model.constant);
  let place = 0;
  if (model.constant) setInt(order, place++, model.k - 1);
  for (let j = model.nyielding; j < written; ++j) setInt(order, place++, j);
  for (let j = 0; j < model.nyielding; ++j) setInt(order, place++, j);
}

/**
 * Marks the columns to leave out: those that keep no more than `tolerance`, but at most as many as the rank lacks,
 * because leaving out one may make another independent. If no column keeps so little, the one that keeps least is
 * marked.
 */
function chooseOmitted(search: Search, lacking: i32, tolerance: f64): void {
  const k = search.k;
  let clear = 0;
  search.count = 0;
  for (let place = 0; place < k; ++place) {
    const j = getInt(search.order, place);
    const rest = project(search, j);
    set(search.rests, j, rest);
    if (rest > tolerance) keep(search, j, rest);
    else ++clear;
  }
  memory.fill(search.omitted, 0, integers(k));
  for (let left = max(1, min(clear, lacking)); left > 0; --left) {
    setInt(search.omitted, leastRest(search), 1);
  }
}

/** Returns the unmarked column that keeps least, the last of several. */
function leastRest(search: Search): i32 {
  let least = -1;
  for (let place = 0; place < search.k; ++place) {
    const j = getInt(search.order, place);
    if (getInt(search.omitted, j) != 0) continue;
    if (least < 0 || !(get(search.rests, j) > get(search.rests, least))) least = j;
  }
  return least;
}

/**
 * Sets detail, the first column left out, and the column of `dependence` of each: the coefficients of the kept columns
 * that equal it, 0 for columns that take no part, and 1 for itself.
 */
function explainOmitted(search: Search, model: LinearModel, scales: usize): void {
  const k = search.k;
  search.count = 0;
  model.detail = -1;
  if (model.dependence != 0) memory.fill(model.dependence, 0, doubles(k * k));
  for (let place = 0; place < k; ++place) {
    const j = getInt(search.order, place);
    const rest = project(search, j);
    if (getInt(search.omitted, j) == 0) {
      if (rest > 0) keep(search, j, rest);
      continue;
    }
    if (model.detail < 0) model.detail = j;
    if (model.dependence != 0) explain(search, j, scales, entry(model.dependence, k, 0, j));
  }
}

/** Fills rest and coefficients of a column, by projecting it twice, and returns the length of the rest. */
function project(search: Search, j: i32): f64 {
  const k = search.k;
  memory.copy(search.rest, entry(search.r, k, 0, j), doubles(k));
  memory.fill(search.coefficients, 0, doubles(k));
  for (let pass = 0; pass < 2; ++pass) {
    for (let i = 0; i < search.count; ++i) {
      const direction = entry(search.basis, k, 0, i);
      const coefficient = ddot(k, direction, search.rest);
      daxpy(k, -coefficient, direction, search.rest);
      set(search.coefficients, i, get(search.coefficients, i) + coefficient);
    }
  }
  return dnrm2(k, search.rest);
}

/** Adds the column that was projected last to the basis. */
function keep(search: Search, j: i32, rest: f64): void {
  const k = search.k;
  const count = search.count;
  const direction = entry(search.basis, k, 0, count);
  memory.copy(direction, search.rest, doubles(k));
  dscal(k, 1 / rest, direction);
  memory.copy(entry(search.triangle, k, 0, count), search.coefficients, doubles(k));
  store<f64>(entry(search.triangle, k, count, count), rest);
  setInt(search.kept, count, j);
  search.count = count + 1;
}

/** out (k) := the combination of the kept columns that equals column j, which was projected last; out[j] := 1. */
function explain(search: Search, j: i32, scales: usize, out: usize): void {
  const k = search.k;
  const length = dnrm2(k, entry(search.r, k, 0, j));
  dtrsv(Upper, NoTrans, search.count, search.triangle, k, search.coefficients);
  for (let i = 0; i < search.count; ++i) {
    const column = getInt(search.kept, i);
    const coefficient = get(search.coefficients, i);
    const share = abs(coefficient) * dnrm2(k, entry(search.r, k, 0, column));
    if (!(share > PART_TOLERANCE * length)) continue;
    set(out, column, (coefficient * get(scales, column)) / get(scales, j));
  }
  set(out, j, 1);
}
