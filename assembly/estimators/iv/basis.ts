/**
 * An orthonormal basis of the instruments, which is never stored. One QR of all columns, block by block of rows,
 *
 *   [W  Z  X1  y] = Q R,     Q'X = A,  Q'y = s: columns of R,     [W Z] = Q R11
 *
 * gives every moment that depends on the data through second moments only. Columns are scaled by powers of two, so the
 * units of an instrument cost no digits, and Z'Z is never formed.
 *
 * An excluded instrument is left out if it keeps less than 1e-10 of its length (1e-8 after absorbing effects) after
 * projection on the exogenous regressors and the instruments before it.
 */
import { alloc, allocZeroed, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, integers, set, setInt } from '../../memory/layout';
import { dnrm2, dscal } from '../../blas/level1';
import { dgeqp3 } from '../../lapack/dgeqp3';
import { dlarf, dlarfg } from '../../lapack/dlarfg';
import { checkRank } from '../../linear/collinearity';
import { invertTriangle } from '../../linear/inverse-root';
import { triangularizeAll } from '../../linear/least-squares';
import { LinearModel } from '../../linear/linear';
import { RowBlock, openBlock } from '../../linear/row-block';
import { Status } from '../../status';
import { IvSample, exogenousColumns } from './sample';

const TOLERANCE: f64 = 1e-10;


@unmanaged
export class Basis {
  /** Number of kept instruments, exogenous regressors included: the leading columns of Q. */
  q: i32;
  /** q, endogenous regressors and the outcome. */
  width: i32;
  /** First regressor to leave out, or endogenous regressor that is not identified; -1 if there are too few instruments. */
  detail: i32;
  /** Number of independent regressors. */
  rank: i32;
  /** f64, k x k: `LinearModel.dependence` for the regressors. */
  dependence: usize;
  /** f64, width x width: R, zeros below a diagonal that is not negative. */
  triangle: usize;
  /** i32, excluded instruments: 1 if left out. */
  dropped: usize;
  /** f64, q x (k + 1): [A s], columns X1, W, y. */
  moments: usize;
  /** f64, n x q: the kept instruments; and q x q: R11^-1. */
  instruments: usize;
  root: usize;
}

/**
 * Returns RankDeficient for dependent regressors (as `checkRank`), UnderIdentified for too few independent instruments.
 */
export function openBasis(sample: IvSample, basis: Basis): Status {
  const width = sample.model.k + 1;
  if (!allocBasis(sample, basis)) return Status.OutOfMemory;
  const scope = mark();
  const block = changetype<RowBlock>(alloc(offsetof<RowBlock>()));
  if (!openBlock(block, sample.model)) return Status.OutOfMemory;
  const r = alloc(doubles(width * width));
  if (exhausted()) return Status.OutOfMemory;
  let status = triangularizeAll(sample.model, block, r);
  if (status == Status.Ok) status = orderBasis(sample, r, block.scales, basis);
  release(scope);
  if (status != Status.Ok) return status;
  status = completeBasis(sample, basis);
  if (status != Status.Ok) return status;
  return gatherInstruments(sample, basis) ? Status.Ok : Status.OutOfMemory;
}

/** Memory for a basis; returns false when memory ends. */
export function allocBasis(sample: IvSample, basis: Basis): bool {
  const width = sample.model.k + 1;
  basis.detail = -1;
  basis.dropped = allocZeroed(integers(sample.nexcluded));
  basis.triangle = alloc(doubles(width * width));
  basis.moments = alloc(doubles((width - sample.nendogenous - 1) * (sample.k + 1)));
  return !exhausted();
}

/** The triangle of a basis from that of the scaled columns in the order of the sample. */
export function orderBasis(sample: IvSample, r: usize, scales: usize, basis: Basis): Status {
  const status = checkRegressors(sample, r, scales, basis);
  return status == Status.Ok ? reorder(sample, r, scales, basis) : status;
}

/** Moments and root of a basis that has its triangle. */
export function completeBasis(sample: IvSample, basis: Basis): Status {
  gatherMoments(sample, basis);
  const status = checkIdentification(sample, basis);
  return status == Status.Ok ? invertLeading(basis) : status;
}

/** Checks that X has full rank, from the leading triangle of r. */
function checkRegressors(sample: IvSample, r: usize, scales: usize, basis: Basis): Status {
  const k = sample.k;
  const scope = mark();
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const leading = alloc(doubles(k * k));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < k; ++j) {
    memory.copy(entry(leading, k, 0, j), entry(r, sample.model.k + 1, 0, j), doubles(k));
  }
  model.k = k;
  model.rankTolerance = sample.rankTolerance;
  model.constant = sample.constant;
  model.nyielding = sample.nendogenous;
  model.dependence = basis.dependence;
  const status = checkRank(model, leading, scales);
  basis.rank = model.rank;
  if (status == Status.RankDeficient) basis.detail = model.detail;
  release(scope);
  return status;
}

/**
 * basis.triangle := R of the columns in the order W, Z, X1, y, from the triangle r of their order in the sample; also
 * sets q, width and `dropped`.
 */
function reorder(sample: IvSample, r: usize, scales: usize, basis: Basis): Status {
  const all = sample.model.k + 1;
  const scope = mark();
  const work = allocZeroed(doubles(all * all));
  const taus = alloc(doubles(all));
  if (exhausted()) return Status.OutOfMemory;
  const tolerance = toleranceOf(sample);
  let count = 0;
  for (let place = 0; place < all; ++place) {
    const source = sourceOf(sample, place);
    const column = entry(work, all, 0, count);
    memory.copy(column, entry(r, all, 0, source), doubles(all));
    dscal(all, 1 / get(scales, source), column);
    const length = dnrm2(all, column);
    for (let i = 0; i < count; ++i) {
      dlarf(all - i, entry(work, all, i, i), get(taus, i), addressOf(column, i));
    }
    if (source >= sample.k && source < all - 1) {
      if (!(dnrm2(all - count, addressOf(column, count)) > tolerance * length)) {
        setInt(basis.dropped, source - sample.k, 1);
        continue;
      }
    }
    set(taus, count, dlarfg(all - count, addressOf(column, count)));
    ++count;
  }
  basis.width = count;
  basis.q = count - sample.nendogenous - 1;
  copyTriangle(count, work, all, basis.triangle);
  release(scope);
  return Status.Ok;
}

/** Returns the column of the sample at a position of the order W, Z, X1, y. */
function sourceOf(sample: IvSample, place: i32): i32 {
  const instruments = sample.nexogenous + sample.nexcluded;
  if (place < instruments) return sample.nendogenous + place;
  return place < sample.model.k ? place - instruments : place;
}

/** out (n x n) := the upper triangle of a, rows with the sign that makes the diagonal positive, zeros below. */
function copyTriangle(n: i32, a: usize, lda: i32, out: usize): void {
  memory.fill(out, 0, doubles(n * n));
  for (let i = 0; i < n; ++i) {
    const sign: f64 = load<f64>(entry(a, lda, i, i)) < 0 ? -1 : 1;
    for (let j = i; j < n; ++j) {
      store<f64>(entry(out, n, i, j), sign * load<f64>(entry(a, lda, i, j)));
    }
  }
}

/** basis.moments := [A s] in the order of the coefficients. */
export function gatherMoments(sample: IvSample, basis: Basis): void {
  const q = basis.q;
  const k1 = sample.nendogenous;
  for (let j = 0; j <= sample.k; ++j) {
    const source = j < k1 ? q + j : j < sample.k ? j - k1 : basis.width - 1;
    memory.copy(
      entry(basis.moments, q, 0, j),
      entry(basis.triangle, basis.width, 0, source),
      doubles(q),
    );
  }
}

/** Returns UnderIdentified if the projection of X on the instruments has less than full rank. */
function checkIdentification(sample: IvSample, basis: Basis): Status {
  const q = basis.q;
  const k = sample.k;
  if (q < k) return Status.UnderIdentified;
  const scope = mark();
  const a = alloc(doubles(q * k));
  const pivots = alloc(integers(k));
  const tau = alloc(doubles(k));
  const work = alloc(doubles(2 * k));
  if (exhausted()) return Status.OutOfMemory;
  memory.copy(a, basis.moments, doubles(q * k));
  for (let j = 0; j < k; ++j) {
    const whole = j < sample.nendogenous ? q + j : j - sample.nendogenous;
    const length = dnrm2(whole + 1, entry(basis.triangle, basis.width, 0, whole));
    dscal(q, 1 / length, entry(a, q, 0, j));
  }
  dgeqp3(q, k, a, q, pivots, tau, work);
  const tolerance = toleranceOf(sample);
  for (let j = 0; j < k; ++j) {
    if (abs(load<f64>(entry(a, q, j, j))) > tolerance) continue;
    basis.detail = lastEndogenous(sample.nendogenous, k, j, pivots);
    return Status.UnderIdentified;
  }
  release(scope);
  return Status.Ok;
}

/** Returns the first endogenous regressor among the columns that pivoting left after the first `rank`. */
function lastEndogenous(k1: i32, k: i32, rank: i32, pivots: usize): i32 {
  for (let j = rank; j < k; ++j) {
    const column = load<i32>(pivots + integers(j));
    if (column < k1) return column;
  }
  return 0;
}

/** Points to the kept instruments, or to a copy if some are left out; returns false when memory ends. */
function gatherInstruments(sample: IvSample, basis: Basis): bool {
  return allocInstruments(sample, basis, sample.model.n) && copyInstruments(sample, basis);
}

/** Memory for the kept instruments of so many rows, if some are left out; returns false when memory ends. */
export function allocInstruments(sample: IvSample, basis: Basis, nrows: i32): bool {
  basis.instruments = exogenousColumns(sample);
  if (keepsAll(sample, basis)) return true;
  basis.instruments = alloc(doubles(nrows * basis.q));
  return !exhausted();
}

function keepsAll(sample: IvSample, basis: Basis): bool {
  return basis.q == sample.nexogenous + sample.nexcluded;
}

/** Copies the kept instruments of the rows, if some are left out; returns true. */
export function copyInstruments(sample: IvSample, basis: Basis): bool {
  const n = sample.model.n;
  const given = exogenousColumns(sample);
  basis.instruments = keepsAll(sample, basis) ? given : basis.instruments;
  if (keepsAll(sample, basis)) return true;
  memory.copy(basis.instruments, given, doubles(n * sample.nexogenous));
  let to = sample.nexogenous;
  for (let l = 0; l < sample.nexcluded; ++l) {
    if (load<i32>(basis.dropped + integers(l)) != 0) continue;
    const from = entry(given, n, 0, sample.nexogenous + l);
    memory.copy(entry(basis.instruments, n, 0, to++), from, doubles(n));
  }
  return true;
}

/** basis.root := R11^-1. */
function invertLeading(basis: Basis): Status {
  const q = basis.q;
  basis.root = alloc(doubles(q * q));
  const scope = mark();
  const leading = alloc(doubles(q * q));
  if (exhausted()) return Status.OutOfMemory;
  for (let j = 0; j < q; ++j) {
    const column = entry(basis.triangle, basis.width, 0, j);
    memory.copy(entry(leading, q, 0, j), column, doubles(q));
  }
  const status = invertTriangle(q, leading, basis.root);
  release(scope);
  return status;
}

function toleranceOf(sample: IvSample): f64 {
  return max(TOLERANCE, sample.rankTolerance);
}
