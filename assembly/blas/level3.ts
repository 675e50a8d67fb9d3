/**
 * Matrix-matrix operations with the reference names and argument order, column-major, on the 4x4
 * micro-kernel. Operands are packed block by block into static buffers, so nothing allocates.
 *
 * Block sizes are part of the numeric contract: a sum over k is taken in blocks of KC, each in order.
 */
import { doubles, entry } from '../memory/layout';
import { SET, TILE, tile } from './micro';
import { NoTrans, Upper } from './options';
import { pack, panelCount, rectanglePanel } from './panels';

const KC: i32 = 256;
const MC: i32 = 64;
const NC: i32 = 128;

// @ts-ignore: decorator
@lazy
const PACKED_A: usize = memory.data(256 * 64 * 8, 16);
// @ts-ignore: decorator
@lazy
const PACKED_B: usize = memory.data(256 * 128 * 8, 16);

/** C := alpha op(A) op(B) + beta C; op(A) m x k, op(B) k x n, C m x n. */
export function dgemm(
  transa: i32,
  transb: i32,
  m: i32,
  n: i32,
  k: i32,
  alpha: f64,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
  beta: f64,
  c: usize,
  ldc: i32,
): void {
  for (let j = 0; j < n; ++j) scale(m, beta, entry(c, ldc, 0, j));
  const aRow = transa == NoTrans ? lda : 1; // stride along k
  const aColumn = transa == NoTrans ? 1 : lda; // stride along m
  const bRow = transb == NoTrans ? 1 : ldb;
  const bColumn = transb == NoTrans ? ldb : 1;
  for (let k0 = 0; k0 < k; k0 += KC) {
    const kc = min(KC, k - k0);
    for (let j0 = 0; j0 < n; j0 += NC) {
      const nc = min(NC, n - j0);
      pack(kc, nc, b + doubles(k0 * bRow + j0 * bColumn), bRow, bColumn, kc, PACKED_B);
      for (let i0 = 0; i0 < m; i0 += MC) {
        const mc = min(MC, m - i0);
        pack(kc, mc, a + doubles(k0 * aRow + i0 * aColumn), aRow, aColumn, kc, PACKED_A);
        const rows = panelCount(mc);
        const columns = panelCount(nc);
        for (let q = 0; q < columns; ++q) {
          const panelB = rectanglePanel(PACKED_B, kc, q);
          for (let p = 0; p < rows; ++p) {
            const panelA = rectanglePanel(PACKED_A, kc, p);
            const i = i0 + 4 * p;
            const j = j0 + 4 * q;
            const to = entry(c, ldc, i, j);
            if (addWhole(alpha, m - i, n - j, kc, panelA, panelB, to, ldc)) continue;
            tile(SET, kc, panelB, panelA, TILE, 4);
            addTile(alpha, min(4, m - i), min(4, n - j), to, ldc);
          }
        }
      }
    }
  }
}

/**
 * C := alpha A'A + beta C (trans) or alpha A A' + beta C (no trans) for the `uplo` triangle of C,
 * n x n; the other triangle is not touched. k is the length of the sum.
 */
export function dsyrk(
  uplo: i32,
  trans: i32,
  n: i32,
  k: i32,
  alpha: f64,
  a: usize,
  lda: i32,
  beta: f64,
  c: usize,
  ldc: i32,
): void {
  for (let j = 0; j < n; ++j) {
    if (uplo == Upper) scale(j + 1, beta, entry(c, ldc, 0, j));
    else scale(n - j, beta, entry(c, ldc, j, j));
  }
  const row = trans == NoTrans ? lda : 1;
  const column = trans == NoTrans ? 1 : lda;
  for (let k0 = 0; k0 < k; k0 += KC) {
    const kc = min(KC, k - k0);
    for (let j0 = 0; j0 < n; j0 += MC) {
      const nc = min(MC, n - j0);
      pack(kc, nc, a + doubles(k0 * row + j0 * column), row, column, kc, PACKED_B);
      for (let i0 = 0; i0 <= j0; i0 += MC) {
        const mc = min(MC, n - i0);
        const packed = i0 == j0 ? PACKED_B : PACKED_A;
        if (i0 < j0) pack(kc, mc, a + doubles(k0 * row + i0 * column), row, column, kc, packed);
        for (let q = 0; q < panelCount(nc); ++q) {
          const j = j0 + 4 * q;
          const panelB = rectanglePanel(PACKED_B, kc, q);
          for (let p = 0; p < panelCount(mc) && i0 + 4 * p <= j; ++p) {
            const panelA = rectanglePanel(packed, kc, p);
            addSymmetric(uplo, alpha, n, i0 + 4 * p, j, kc, panelA, panelB, c, ldc);
          }
        }
      }
    }
  }
}

/** Adds alpha A'B of two panels to rows i.. and columns j.. of the wanted triangle of a symmetric C. */
function addSymmetric(
  uplo: i32,
  alpha: f64,
  n: i32,
  i: i32,
  j: i32,
  k: i32,
  a: usize,
  b: usize,
  c: usize,
  ldc: i32,
): void {
  if (i < j) {
    const whole =
      uplo == Upper
        ? addWhole(alpha, 4, n - j, k, a, b, entry(c, ldc, i, j), ldc)
        : addWhole(alpha, n - j, 4, k, b, a, entry(c, ldc, j, i), ldc);
    if (whole) return;
  }
  tile(SET, k, b, a, TILE, 4);
  addTriangleTile(uplo, alpha, n, i, j, c, ldc);
}

/** Solves op(A) X = B in place, A an m x m triangle, B m x n: the left-sided dtrsm with unit alpha. */
export function dtrsm(
  uplo: i32,
  trans: i32,
  m: i32,
  n: i32,
  a: usize,
  lda: i32,
  b: usize,
  ldb: i32,
): void {
  const backward = (uplo == Upper) == (trans == NoTrans);
  const blocks = (m + NB - 1) / NB;
  for (let step = 0; step < blocks; ++step) {
    const block = backward ? blocks - 1 - step : step;
    const start = block * NB;
    const size = min(NB, m - start);
    for (let j = 0; j < n; ++j) {
      solveBlock(uplo, trans, size, entry(a, lda, start, start), lda, entry(b, ldb, start, j));
    }
    const rest = backward ? 0 : start + size;
    const count = backward ? start : m - rest;
    if (count == 0) continue;
    const off = trans == NoTrans ? entry(a, lda, rest, start) : entry(a, lda, start, rest);
    const known = entry(b, ldb, start, 0);
    dgemm(trans, NoTrans, count, n, size, -1, off, lda, known, ldb, 1, entry(b, ldb, rest, 0), ldb);
  }
}

/** Rows of a diagonal block of dtrsm that are solved by substitution. */
const NB: i32 = 16;

function solveBlock(uplo: i32, trans: i32, n: i32, a: usize, lda: i32, x: usize): void {
  const backward = (uplo == Upper) == (trans == NoTrans);
  for (let step = 0; step < n; ++step) {
    const i = backward ? n - 1 - step : step;
    let value = load<f64>(x + doubles(i));
    for (let known = 0; known < step; ++known) {
      const j = backward ? n - 1 - known : known;
      const element = trans == NoTrans ? entry(a, lda, i, j) : entry(a, lda, j, i);
      value -= load<f64>(element) * load<f64>(x + doubles(j));
    }
    store<f64>(x + doubles(i), value / load<f64>(entry(a, lda, i, i)));
  }
}

function scale(n: i32, beta: f64, x: usize): void {
  if (beta == 1) return;
  for (let i = 0; i < n; ++i) {
    const to = x + doubles(i);
    store<f64>(to, beta == 0 ? 0 : beta * load<f64>(to));
  }
}

/**
 * C += alpha A'B of two packed panels, written directly into C without the scratch tile. Requires a whole tile of C (m,
 * n >= 4) and alpha of 1 or -1; otherwise does nothing and returns false.
 */
function addWhole(
  alpha: f64,
  m: i32,
  n: i32,
  k: i32,
  a: usize,
  b: usize,
  c: usize,
  ldc: i32,
): bool {
  if (m < 4 || n < 4 || abs(alpha) != 1) return false;
  tile(i32(alpha), k, b, a, c, usize(ldc));
  return true;
}

/** Adds alpha times the scratch tile, whose row r is column j + r of C, to an m x n corner of C. */
function addTile(alpha: f64, m: i32, n: i32, c: usize, ldc: i32): void {
  for (let j = 0; j < n; ++j) {
    for (let i = 0; i < m; ++i) {
      const to = entry(c, ldc, i, j);
      store<f64>(to, load<f64>(to) + alpha * load<f64>(TILE + doubles(4 * j + i)));
    }
  }
}

/** Adds the scratch tile of rows i.. and columns j.. to the wanted triangle of a symmetric C. */
function addTriangleTile(uplo: i32, alpha: f64, n: i32, i: i32, j: i32, c: usize, ldc: i32): void {
  for (let s = 0; s < 4 && j + s < n; ++s) {
    for (let r = 0; r < 4 && i + r <= j + s; ++r) {
      const to = uplo == Upper ? entry(c, ldc, i + r, j + s) : entry(c, ldc, j + s, i + r);
      store<f64>(to, load<f64>(to) + alpha * load<f64>(TILE + doubles(4 * s + r)));
    }
  }
}
