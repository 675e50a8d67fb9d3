/**
 * The rows of a sample in the orthonormal coordinates of its QR (`basis.ts`), after the exogenous regressors. With R11
 * the triangle of the q instruments and R1 the columns of the other variables V = [X1 y] above its last rows,
 *
 *   [W Z V] [R11^-1  -R11^-1 R1] = [Q  U],     U the residuals of V on all instruments,
 *           [  0          I    ]
 *
 * one product with a triangle, block by block. The residuals of V on W only are E = U + Q2 R1, with the rows of R1 of
 * the excluded instruments' basis Q2. Q3 = U1 R22^-1 continues the basis Q with X1.
 */
import { alloc, allocMatrix, allocZeroed, exhausted, mark, release } from '../../../memory/arena';
import { addressOf, doubles, entry, get, set } from '../../../memory/layout';
import { daxpy, dscal } from '../../../blas/level1';
import { dgemv } from '../../../blas/level2';
import { NoTrans } from '../../../blas/options';
import { unpack } from '../../../blas/panels';
import { LinearModel } from '../../../linear/linear';
import { BLOCK, WhitenedRows, openWhitened, whitenRows } from '../../../covariance/rows/whitened';
import { Basis } from '../basis';
import { IvSample } from '../sample';


@unmanaged
export class ProjectedRows {
  n: i32;
  /** Kept excluded instruments L and endogenous variables. */
  ninstruments: i32;
  nendogenous: i32;
  /** f64, n x (L + endogenous): Q2, Q3. Q3 is 0 for a variable that the columns before it explain completely. */
  basis: usize;
  /** f64, n x (1 + endogenous): E and U, the outcome first. */
  restricted: usize;
  unrestricted: usize;
}

/** Returns the rows, in memory of the caller's scope; null when memory ends. */
export function projectRows(sample: IvSample, basis: Basis): ProjectedRows | null {
  const n = sample.model.n;
  const rows = changetype<ProjectedRows>(alloc(offsetof<ProjectedRows>()));
  if (exhausted()) return null;
  rows.n = n;
  rows.ninstruments = basis.q - sample.nexogenous;
  rows.nendogenous = sample.nendogenous;
  rows.basis = allocMatrix(n, rows.ninstruments + rows.nendogenous);
  rows.restricted = allocMatrix(n, 1 + rows.nendogenous);
  rows.unrestricted = allocMatrix(n, 1 + rows.nendogenous);
  const scope = mark();
  const block = alloc(doubles(BLOCK * basis.width));
  const whitened = openProduct(basis);
  if (exhausted()) return null;
  for (let start = 0; start < n; start += BLOCK) {
    const count = min(BLOCK, n - start);
    gatherBlock(sample, basis, start, count, block);
    whitenRows(whitened, count, block, BLOCK);
    unpack(count, basis.width, whitened.panels, BLOCK, block, BLOCK);
    storeBlock(sample, basis, rows, start, count, block);
  }
  release(scope);
  return rows;
}

/** Prepares the product of blocks with the triangle above. */
function openProduct(basis: Basis): WhitenedRows {
  const q = basis.q;
  const width = basis.width;
  const model = changetype<LinearModel>(allocZeroed(offsetof<LinearModel>()));
  const triangle = allocZeroed(doubles(width * width));
  if (exhausted()) return changetype<WhitenedRows>(0);
  for (let j = 0; j < q; ++j) {
    memory.copy(entry(triangle, width, 0, j), entry(basis.root, q, 0, j), doubles(q));
  }
  for (let j = q; j < width; ++j) {
    const column = entry(triangle, width, 0, j);
    dgemv(NoTrans, q, q, -1, basis.root, q, entry(basis.triangle, width, 0, j), 0, column);
    set(column, j, 1);
  }
  model.k = width;
  model.root = triangle;
  return openWhitened(model);
}

/** Columns W, Z, X1, y of a block of rows. */
function gatherBlock(sample: IvSample, basis: Basis, start: i32, count: i32, block: usize): void {
  const n = sample.model.n;
  const q = basis.q;
  for (let j = 0; j < basis.width; ++j) {
    const from =
      j < q
        ? entry(basis.instruments, n, start, j)
        : j < basis.width - 1
          ? entry(sample.model.x, n, start, j - q)
          : addressOf(sample.model.y, start);
    memory.copy(entry(block, BLOCK, 0, j), from, doubles(count));
  }
}

/** The parts of `rows` of a block [Q U]. */
function storeBlock(
  sample: IvSample,
  basis: Basis,
  rows: ProjectedRows,
  start: i32,
  count: i32,
  block: usize,
): void {
  const n = rows.n;
  const first = sample.nexogenous;
  for (let j = 0; j < rows.ninstruments; ++j) {
    const from = entry(block, BLOCK, 0, first + j);
    memory.copy(entry(rows.basis, n, start, j), from, doubles(count));
  }
  for (let a = 0; a <= rows.nendogenous; ++a) {
    const column = a == 0 ? basis.width - 1 : basis.q + a - 1;
    const u = entry(block, BLOCK, 0, column);
    const e = entry(rows.restricted, n, start, a);
    memory.copy(entry(rows.unrestricted, n, start, a), u, doubles(count));
    memory.copy(e, u, doubles(count));
    for (let j = 0; j < rows.ninstruments; ++j) {
      const share = load<f64>(entry(basis.triangle, basis.width, first + j, column));
      daxpy(count, share, entry(block, BLOCK, 0, first + j), e);
    }
  }
  for (let i = 0; i < rows.nendogenous; ++i) {
    const to = entry(rows.basis, n, start, rows.ninstruments + i);
    const column = entry(basis.triangle, basis.width, basis.q, basis.q + i);
    const diagonal = get(column, i);
    memory.copy(to, entry(block, BLOCK, 0, basis.q + i), doubles(count));
    for (let l = 0; l < i; ++l) {
      daxpy(count, -get(column, l), entry(rows.basis, n, start, rows.ninstruments + l), to);
    }
    dscal(count, diagonal > 0 ? 1 / diagonal : 0, to);
  }
}
