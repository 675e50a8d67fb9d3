/** Entry of the test build: kernels that the release build does not export. */
import { alloc, allocZeroed } from '../../assembly/memory/arena';
export { Status } from '../../assembly/status';
import { drawnSums, openDrawnSums } from '../../assembly/blas/drawn-sums';
import { doubles, entry, get, set } from '../../assembly/memory/layout';
import { LinearDesign } from '../../assembly/memory/records';
import { leverages } from '../../assembly/covariance/rows/leverage';
import { leastSquares } from '../../assembly/linear/least-squares';
import {
  ColumnSet,
  keepElements,
  nameColumns,
  openColumns,
} from '../../assembly/estimators/dpd/replicate/distinct-columns';
import { addToFingerprints } from '../../assembly/estimators/dpd/replicate/fingerprints';
import { LinearModel } from '../../assembly/linear/linear';
import {
  Whitener,
  factorize,
  openWhitener,
  whiten,
  whitenTransposed,
  whitenTransposedColumns,
} from '../../assembly/gmm/whitener';

export * from '../../assembly/index';
export { allocMatrix, allocZeroed, exhausted } from '../../assembly/memory/arena';
export { daxpy, ddot, dnrm2, dscal } from '../../assembly/blas/level1';
export { dsyrkPanels } from '../../assembly/blas/gram';
export { quadraticForm } from '../../assembly/lapack/quadratic-form';
export { dgemv, dtrsv, multiplySymmetric } from '../../assembly/blas/level2';
export { dgemm, dsyrk, dtrsm } from '../../assembly/blas/level3';
export { dgemmPanels } from '../../assembly/blas/panel-product';
export { rangedEntry, setRange } from '../../assembly/blas/ranged-panels';
export { signedSums, signedSumsWork } from '../../assembly/blas/signed-sums';
export { dtrmmPanels } from '../../assembly/blas/panel-update';
export { pack, unpack, triangleEntry, triangleSize } from '../../assembly/blas/panels';
export { dpotrf, dtrsmPanels, dtrsvPanels } from '../../assembly/lapack/dpotrf';
export { dgeqp3, dormqr } from '../../assembly/lapack/dgeqp3';
export { dpstrf } from '../../assembly/lapack/dpstrf';
export { dgesvj } from '../../assembly/lapack/dgesvj';
export { cosine, sine } from '../../assembly/arithmetic/trigonometric';
export { philox, seed, wordAddress } from '../../assembly/random/philox';
export { drawWeights } from '../../assembly/random/weights';
export { multinomial } from '../../assembly/random/draws';
export { covariance } from '../../assembly/covariance/covariance';
export { correlation, meanOf, squaresAbout, variance } from '../../assembly/panel/variation';
export { columnAddress } from '../../assembly/panel/columns';
export { lessMeans, openUnitMeans } from '../../assembly/panel/unit-means';
export { absorb } from '../../assembly/panel/absorb/absorb';
export { countDegrees } from '../../assembly/panel/absorb/degrees';
export {
  applyLevels,
  demeanFirst,
  levelSums,
  subtractLevels,
} from '../../assembly/panel/absorb/sweep';
export { sandwich } from '../../assembly/gmm/sandwich';
export { windmeijer } from '../../assembly/gmm/windmeijer';
export { empiricalLikelihood } from '../../assembly/gmm/empirical-likelihood';
export { settled } from '../../assembly/gmm/minimize';
export { waldFirst } from '../../assembly/linear/wald';
export { outcomeSums, squaresAboutMean } from '../../assembly/linear/totals';
export * from './kernels/dpd';
export * from './kernels/gmm';
export * from './kernels/panel';

/**
 * Address of the solved model of a design, its rows multiplied by the roots of their weights; with its
 * leverages when asked.
 */
export function solved(design: LinearDesign, withLeverages: bool): usize {
  const n = design.nrows;
  const k = design.nregressors;
  const model = changetype<LinearModel>(alloc(offsetof<LinearModel>()));
  memory.fill(changetype<usize>(model), 0, offsetof<LinearModel>());
  model.n = n;
  model.k = k;
  model.x = alloc(doubles(n * k));
  model.y = alloc(doubles(n));
  model.params = alloc(doubles(k));
  model.residuals = alloc(doubles(n));
  model.bread = alloc(doubles(k * k));
  model.root = alloc(doubles(k * k));
  if (design.weightType == 2) model.frequency = design.weights;
  for (let i = 0; i < n; ++i) {
    const root = design.weights == 0 ? 1 : sqrt<f64>(get(design.weights, i));
    set(model.y, i, root * get(design.y, i));
    for (let j = 0; j < k; ++j) {
      store<f64>(entry(model.x, n, i, j), root * load<f64>(entry(design.x, n, i, j)));
    }
  }
  leastSquares(model);
  if (withLeverages) {
    model.leverage = alloc(doubles(n));
    leverages(model);
  }
  return changetype<usize>(model);
}
export { dtpqrt } from '../../assembly/lapack/dtpqrt';

/**
 * The ceiling of the kernels, what multiply and add reach when nothing is loaded or stored: `count` times
 * x := a x + b in twelve independent chains of two doubles, as many as hide the latency of a product and a sum. 48
 * floating-point operations each; returns the sum of the chains, so that none is left out.
 */
export function multiplyAdd(count: i32, a: f64, b: f64): f64 {
  const factor = f64x2.splat(a);
  const term = f64x2.splat(b);
  let x0 = term;
  let x1 = term;
  let x2 = term;
  let x3 = term;
  let x4 = term;
  let x5 = term;
  let x6 = term;
  let x7 = term;
  let x8 = term;
  let x9 = term;
  let x10 = term;
  let x11 = term;
  for (let i = 0; i < count; ++i) {
    x0 = f64x2.add(f64x2.mul(x0, factor), term);
    x1 = f64x2.add(f64x2.mul(x1, factor), term);
    x2 = f64x2.add(f64x2.mul(x2, factor), term);
    x3 = f64x2.add(f64x2.mul(x3, factor), term);
    x4 = f64x2.add(f64x2.mul(x4, factor), term);
    x5 = f64x2.add(f64x2.mul(x5, factor), term);
    x6 = f64x2.add(f64x2.mul(x6, factor), term);
    x7 = f64x2.add(f64x2.mul(x7, factor), term);
    x8 = f64x2.add(f64x2.mul(x8, factor), term);
    x9 = f64x2.add(f64x2.mul(x9, factor), term);
    x10 = f64x2.add(f64x2.mul(x10, factor), term);
    x11 = f64x2.add(f64x2.mul(x11, factor), term);
  }
  const low = f64x2.add(f64x2.add(f64x2.add(x0, x1), f64x2.add(x2, x3)), f64x2.add(x4, x5));
  const high = f64x2.add(f64x2.add(f64x2.add(x6, x7), f64x2.add(x8, x9)), f64x2.add(x10, x11));
  const sum = f64x2.add(low, high);
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Rank of a replicate's weighting matrix, a triangle in panels, which has rank `most` at most; negative in the Moore-Penrose form. */
export function whitenerRank(n: i32, most: i32, s: usize): i32 {
  const whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  openWhitener(whitener, n, 1);
  whitener.checksPivots = true;
  whitener.maxRank = most;
  factorize(whitener, s);
  return whitener.singular ? -whitener.rank : whitener.rank;
}

/** out (n x n, then how far apart two ways to it are) := W of a weighting matrix, a triangle in panels, by whitening unit vectors. */
export function whitenerInverse(n: i32, s: usize, out: usize): void {
  const whitener = changetype<Whitener>(alloc(offsetof<Whitener>()));
  openWhitener(whitener, n, n);
  factorize(whitener, s);
  const unit = allocZeroed(doubles(n * n));
  const roots = alloc(doubles(n * n));
  for (let j = 0; j < n; ++j) store<f64>(entry(unit, n, j, j), 1);
  whiten(whitener, n, unit, roots);
  whitenTransposedColumns(whitener, n, roots, out);
  const column = alloc(doubles(n + 4));
  let apart: f64 = 0; // of the two ways back
  for (let j = 0; j < n; ++j) {
    memory.copy(column, entry(roots, n, 0, j), doubles(n));
    whitenTransposed(whitener, column);
    for (let i = 0; i < n; ++i) {
      apart = max(apart, abs(get(column, i) - load<f64>(entry(out, n, i, j))));
    }
  }
  set(out, n * n, apart);
}

/** The first m rows of C (`ldc` doubles each) := W'B by `drawnSums`, W of `draws` draws at most in a column. */
export function sumDrawn(
  m: i32,
  n: i32,
  k: i32,
  draws: i32,
  counts: usize,
  b: usize,
  ranges: usize,
  c: usize,
  ldc: i32,
): void {
  memory.fill(c, 0, doubles(m * ldc));
  drawnSums(openDrawnSums(m, k, draws, b, ranges), m, n, k, counts, c, ldc);
}

/** The distinct columns of `rows`, nunits x nelements row by row: their number, then column and factor of each element. */
export function distinctColumns(nunits: i32, nelements: i32, rows: usize, out: usize): i32 {
  const columns: ColumnSet = openColumns(nunits, nelements);
  for (let u = 0; u < nunits; ++u) {
    addToFingerprints(columns.prints, u, rows + doubles(u * nelements));
  }
  let passes = 0;
  do {
    nameColumns(columns);
    for (let u = 0; u < nunits; ++u) keepElements(columns, u, rows + doubles(u * nelements));
    ++passes;
  } while (columns.strays > 0);
  set(out, 0, columns.ncolumns);
  for (let j = 0; j < nelements; ++j) {
    set(out, 1 + j, load<i32>(columns.source + (usize(j) << 2)));
    set(out, 1 + nelements + j, get(columns.factor, j));
  }
  return passes;
}
