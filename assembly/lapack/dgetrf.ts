/**
 * LU factorisation with row exchanges, P A = L U, blocked: columns of a block by `daxpy`, the columns after it by `dgemm`.
 * NB is part of the numeric contract: it fixes the order of summation.
 */
import { addressOf, doubles, entry, get, getInt, integers, set, setInt } from '../memory/layout';
import { daxpy, ddot } from '../blas/level1';
import { dgemm } from '../blas/level3';
import { NoTrans } from '../blas/options';

const NB: i32 = 32;

/**
 * Overwrites `a` (n x n) with L below the diagonal and U; row i was exchanged with row pivots[i] (n integers). Returns
 * 0, or j + 1 for the first column without a pivot.
 */
export function dgetrf(n: i32, a: usize, lda: i32, pivots: usize): i32 {
  for (let start = 0; start < n; start += NB) {
    const size = min(NB, n - start);
    const failing = factorBlock(n - start, size, entry(a, lda, start, start), lda, pivots, start);
    if (failing > 0) return start + failing;
    for (let i = start; i < start + size; ++i) {
      const other = getInt(pivots, i);
      if (other == i) continue;
      exchange(start, entry(a, lda, i, 0), entry(a, lda, other, 0), lda);
      const rest = n - start - size;
      exchange(rest, entry(a, lda, i, start + size), entry(a, lda, other, start + size), lda);
    }
    const next = start + size;
    const corner = entry(a, lda, start, start);
    for (let j = next; j < n; ++j) forward(size, corner, lda, entry(a, lda, start, j));
    if (next == n) break;
    const lower = entry(a, lda, next, start);
    const upper = entry(a, lda, start, next);
    const rest = entry(a, lda, next, next);
    dgemm(NoTrans, NoTrans, n - next, n - next, size, -1, lower, lda, upper, lda, 1, rest, lda);
  }
  return 0;
}

/** Factors `size` columns of m rows, whose first row is row `start` of the matrix. */
function factorBlock(m: i32, size: i32, a: usize, lda: i32, pivots: usize, start: i32): i32 {
  for (let j = 0; j < size; ++j) {
    const column = entry(a, lda, 0, j);
    let best = j;
    for (let i = j + 1; i < m; ++i) if (abs(get(column, i)) > abs(get(column, best))) best = i;
    setInt(pivots, start + j, start + best);
    const pivot = get(column, best);
    if (!(abs(pivot) > 0)) return j + 1;
    if (best != j) exchange(size, addressOf(a, j), addressOf(a, best), lda);
    for (let i = j + 1; i < m; ++i) set(column, i, get(column, i) / pivot);
    for (let c = j + 1; c < size; ++c) {
      const other = entry(a, lda, 0, c);
      daxpy(m - j - 1, -get(other, j), addressOf(column, j + 1), addressOf(other, j + 1));
    }
  }
  return 0;
}

/** Exchanges `count` elements that are `lda` apart. */
export function exchange(count: i32, x: usize, y: usize, lda: i32): void {
  for (let j = 0; j < count; ++j) {
    const value = load<f64>(x);
    store<f64>(x, load<f64>(y));
    store<f64>(y, value);
    x += doubles(lda);
    y += doubles(lda);
  }
}

/** x := L^-1 x for the unit lower triangle L. */
function forward(n: i32, l: usize, lda: i32, x: usize): void {
  for (let j = 0; j < n - 1; ++j) {
    daxpy(n - j - 1, -get(x, j), entry(l, lda, j + 1, j), addressOf(x, j + 1));
  }
}

/** x := U'^-1 or L'^-1 x, columns of the factor in the order of their unknowns. */
function backward(n: i32, l: usize, lda: i32, x: usize): void {
  for (let j = n - 2; j >= 0; --j) {
    set(x, j, get(x, j) - ddot(n - j - 1, entry(l, lda, j + 1, j), addressOf(x, j + 1)));
  }
}

/** b := A^-1 b for one right-hand side, with the factors of `dgetrf`. */
export function dgetrs(n: i32, a: usize, lda: i32, pivots: usize, b: usize): void {
  for (let i = 0; i < n; ++i) exchange(1, addressOf(b, i), addressOf(b, getInt(pivots, i)), 1);
  forward(n, a, lda, b);
  for (let j = n - 1; j >= 0; --j) {
    const value = get(b, j) / load<f64>(entry(a, lda, j, j));
    set(b, j, value);
    daxpy(j, -value, entry(a, lda, 0, j), b);
  }
}

/** b := A'^-1 b. */
function transposedSolve(n: i32, a: usize, lda: i32, pivots: usize, b: usize): void {
  for (let j = 0; j < n; ++j) {
    const known = ddot(j, entry(a, lda, 0, j), b);
    set(b, j, (get(b, j) - known) / load<f64>(entry(a, lda, j, j)));
  }
  backward(n, a, lda, b);
  for (let i = n - 1; i >= 0; --i) exchange(1, addressOf(b, i), addressOf(b, getInt(pivots, i)), 1);
}

/**
 * A lower bound of the 1-norm of A^-1, nearly always within a factor of three (Higham 1988, ACM Transactions on
 * Mathematical Software 14, algorithm 674). `work` needs 2 n doubles.
 */
export function inverseNorm(n: i32, a: usize, lda: i32, pivots: usize, work: usize): f64 {
  const x = work;
  const signs = addressOf(work, n);
  for (let i = 0; i < n; ++i) set(x, i, 1 / f64(n));
  let largest: f64 = 0;
  let place = -1;
  for (let step = 0; step < 5; ++step) {
    dgetrs(n, a, lda, pivots, x);
    const norm = sumOfSizes(n, x);
    if (norm <= largest) break;
    largest = norm;
    for (let i = 0; i < n; ++i) set(signs, i, get(x, i) < 0 ? -1 : 1);
    transposedSolve(n, a, lda, pivots, signs);
    let best = 0;
    for (let i = 1; i < n; ++i) if (abs(get(signs, i)) > abs(get(signs, best))) best = i;
    if (best == place) break;
    place = best;
    memory.fill(x, 0, doubles(n));
    set(x, place, 1);
  }
  const span = f64(max(1, n - 1));
  for (let i = 0; i < n; ++i) set(x, i, (i & 1 ? -1 : 1) * (1 + f64(i) / span));
  dgetrs(n, a, lda, pivots, x);
  return max(largest, (2 * sumOfSizes(n, x)) / (3 * f64(n)));
}

/** The 1-norm of a vector. */
export function sumOfSizes(n: i32, x: usize): f64 {
  let sum: f64 = 0;
  for (let i = 0; i < n; ++i) sum += abs(get(x, i));
  return sum;
}
