/**
 * Permutation tests of one coefficient (Freedman and Lane, 1983). With Q an orthonormal basis of the other regressors
 * and M = I - Q Q', the residuals e = M y of the restricted model are permuted by P, and
 *
 *   b* = x'P e / x'x,   x := M x,        r* = M P e - x b*
 *   t* = b* / sqrt(V*),  x'x^2 V* = r*'r* x'x, or sum_g (sum_{i in g} x_i r*_i)^2
 *
 * Small-sample factors are the same in every permutation and left out.
 */
import { RowWidth } from '../../codes';
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set } from '../../memory/layout';
import { Permutation } from '../../memory/resampling-records';
import { daxpy, ddot, dnrm2, dscal } from '../../blas/level1';
import { permute } from '../../random/permutations';
import { seed } from '../../random/philox';
import { Status } from '../../status';

/** columns := Q, M x and M y, each orthogonalised twice. */
export function permutation_prepare(testAddress: usize): Status {
  const test = changetype<Permutation>(testAddress);
  if (test.size != i32(offsetof<Permutation>())) return Status.BadRecord;
  const n = test.nrows;
  for (let j = 0; j < test.nothers + 2; ++j) {
    const column = entry(test.columns, n, 0, j);
    const before = min(j, test.nothers);
    for (let pass = 0; pass < 2; ++pass) project(test, before, column);
    if (j < test.nothers) dscal(n, 1 / dnrm2(n, column), column);
  }
  return Status.Ok;
}

/** x := x - Q Q'x, with Q the first `count` columns. */
function project(test: Permutation, count: i32, x: usize): void {
  const n = test.nrows;
  for (let j = 0; j < count; ++j) {
    const q = entry(test.columns, n, 0, j);
    daxpy(n, -ddot(n, q, x), q, x);
  }
}

/** Computes replicates first .. first + count - 1 of a prepared test; out receives count x 2: b* and t*. */
export function permutation_run(testAddress: usize, first: i32, count: i32, out: usize): Status {
  const test = changetype<Permutation>(testAddress);
  const n = test.nrows;
  const scope = mark();
  const items = alloc(integers(test.nitems));
  const drawn = alloc(doubles(n));
  const scores = alloc(doubles(test.nclusters));
  if (exhausted()) return Status.OutOfMemory;
  seed(u32(test.seedLow), u32(test.seedHigh));
  for (let r = 0; r < count; ++r) {
    permute(test.nstrata, test.strata, u32(first + r), test.enumerated != 0, items);
    move(test, items, drawn);
    statistics(test, drawn, scores, addressOf(out, r * RowWidth.Permutation));
  }
  release(scope);
  return Status.Ok;
}

/** drawn := P e: the residuals of item `items[i]` in the rows of item i. */
function move(test: Permutation, items: usize, drawn: usize): void {
  const residual = entry(test.columns, test.nrows, 0, test.nothers + 1);
  for (let i = 0; i < test.nitems; ++i) {
    const to = getInt(test.starts, i);
    const from = getInt(test.starts, getInt(items, i));
    const length = getInt(test.starts, i + 1) - to;
    memory.copy(addressOf(drawn, to), addressOf(residual, from), doubles(length));
  }
}

/** out := b*, t*; `drawn` becomes r*. */
function statistics(test: Permutation, drawn: usize, scores: usize, out: usize): void {
  const n = test.nrows;
  const x = entry(test.columns, n, 0, test.nothers);
  const square = ddot(n, x, x);
  const b = ddot(n, x, drawn) / square;
  project(test, test.nothers, drawn);
  daxpy(n, -b, x, drawn);
  set(out, 0, b);
  set(out, 1, (b * square) / sqrt<f64>(meat(test, x, drawn, scores)));
}

/** x'x^2 V*. */
function meat(test: Permutation, x: usize, r: usize, scores: usize): f64 {
  const n = test.nrows;
  if (test.nclusters == 0) return ddot(n, r, r) * ddot(n, x, x);
  memory.fill(scores, 0, doubles(test.nclusters));
  for (let i = 0; i < n; ++i) {
    const g = getInt(test.clusters, i);
    set(scores, g, get(scores, g) + get(x, i) * get(r, i));
  }
  return ddot(test.nclusters, scores, scores);
}
