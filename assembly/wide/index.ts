/**
 * Kernels whose pairs of 128-bit operations V8 may join into operations of 256 bits, and a hash of what they compute.
 * The command line compares it with that of 128-bit operations before it lets V8 join them (`cli/wide/`).
 */
import { dgemmPanels } from '../blas/panel-product';
import { drawnSums, openDrawnSums } from '../blas/drawn-sums';
import { dsyrkPanels } from '../blas/gram';
import { daxpy } from '../blas/level1';
import { multiplySymmetric } from '../blas/level2';
import { dgemm, dsyrk } from '../blas/level3';
import { NoTrans, Trans, Upper } from '../blas/options';
import { dtrmmPanels } from '../blas/panel-update';
import { rectangleSize, triangleSize } from '../blas/panels';
import { wholeRanges } from '../blas/ranged-panels';
import { signedSums, signedSumsWork } from '../blas/signed-sums';
import { packTriangle } from '../blas/triangles';
import { dpotrf } from '../lapack/dpotrf';
import { alloc, allocZeroed, exhausted } from '../memory/arena';
import { doubles, entry, get, integers, set, setInt } from '../memory/layout';
import { NWORDS, philox, seed, wordAddress } from '../random/philox';

/** Order of the matrices, rows of the data, and replicates. */
const N: i32 = 24;
const K: i32 = 120;
const M: i32 = 16;

/** Room for any matrix here. */
const SIZE: i32 = 4 * K * N;

// @ts-ignore: decorator
@lazy
let hash: u64 = 0xcbf29ce484222325;

/** A hash of the results of all kernels; 0 when memory is short. */
export function hash_kernels(): u64 {
  const x = alloc(doubles(SIZE));
  const a = alloc(doubles(SIZE));
  const b = alloc(doubles(SIZE));
  const c = allocZeroed(doubles(SIZE));
  if (exhausted()) return 0;
  fill(x);
  multiply(x, a, b);
  multiplyPanels(x, c);
  multiplyVectors(x, b, c);
  factor(a, b);
  sumDraws(x, c);
  sumSigns(x, c);
  return hash;
}

/** x := numbers from -1 to 1. */
function fill(x: usize): void {
  const words = alloc(integers(NWORDS));
  seed(20, 26);
  for (let i = 0; i < SIZE; ++i) {
    const place = i & (NWORDS - 1);
    if (place == 0) philox(u32(i >> 2), 1, 0, 0, words);
    set(x, i, f64(load<i32>(wordAddress(words, place))) * 4.656612873077393e-10);
  }
  add(x, SIZE);
}

/** a := X'X and b := X'X - X'X / 2 by general and symmetric products. */
function multiply(x: usize, a: usize, b: usize): void {
  memory.fill(a, 0, doubles(N * N));
  memory.fill(b, 0, doubles(N * N));
  dsyrk(Upper, Trans, N, K, 1, x, K, 0, a, N);
  dgemm(Trans, NoTrans, N, N, K, 0.5, x, K, x, K, 1, b, N);
  add(a, N * N);
  add(b, N * N);
}

function multiplyPanels(x: usize, c: usize): void {
  dgemmPanels(N, N, K, x, x, c, N);
  add(c, N * N);
  dsyrkPanels(N, K, K, x, c);
  add(c, triangleSize(N));
  dtrmmPanels(K, N, x, c, K);
  add(c, rectangleSize(K, N));
}

/** c := B x, and c += x / 2 for one element more, which is not one of four. */
function multiplyVectors(x: usize, b: usize, c: usize): void {
  multiplySymmetric(N, b, x, c);
  daxpy(N + 1, 0.5, x, c);
  add(c, N + 1);
}

/** Solves a positive definite system. */
function factor(a: usize, b: usize): void {
  const packed = alloc(doubles(triangleSize(N)));
  const reciprocals = alloc(doubles(N));
  const right = alloc(doubles(rectangleSize(N, N)));
  for (let j = 0; j < N; ++j) {
    const diagonal = entry(a, N, j, j);
    store<f64>(diagonal, load<f64>(diagonal) + 1);
  }
  packTriangle(N, a, N, packed);
  memory.copy(right, b, doubles(N * N));
  dpotrf(N, N, 1e-12, packed, reciprocals, N, right);
  add(packed, triangleSize(N));
  add(right, N * N);
}

/** Sums of drawn rows, for replicates that draw each row 0 to 3 times. */
function sumDraws(x: usize, c: usize): void {
  const counts = alloc(integers(M * K));
  for (let i = 0; i < M * K; ++i) setInt(counts, i, i32(get(x, i) * 2 + 2));
  const workspace = openDrawnSums(M, K, 4 * K, x, wholeRanges(K, N));
  drawnSums(workspace, M, N, K, counts, c, N);
  add(c, M * N);
}

/** Sums of rows times signs. */
function sumSigns(x: usize, c: usize): void {
  const signs = alloc(doubles(M * K));
  for (let i = 0; i < M * K; ++i) set(signs, i, get(x, i) < 0 ? -1 : 1);
  signedSums(M, N, K, signs, x, c, N, alloc(signedSumsWork(M, K)));
  add(c, M * N);
}

/** Mixes the words of n doubles into the hash: FNV-1a (Fowler, Noll and Vo). */
function add(x: usize, n: i32): void {
  for (let i = 0; i < n; ++i) {
    hash = (hash ^ load<u64>(x + doubles(i))) * 0x100000001b3;
    hash ^= hash >> 29;
  }
}
