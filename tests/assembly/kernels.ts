/** Entry of the test build: kernels that the release build does not export. */
import { alloc } from '../../assembly/memory/arena';
import { doubles, entry, get, set } from '../../assembly/memory/layout';
import { LinearDesign } from '../../assembly/memory/records';
import { leverages } from '../../assembly/moments/covariance/leverage';
import { leastSquares } from '../../assembly/moments/least-squares';
import { LinearModel } from '../../assembly/moments/linear';

export * from '../../assembly/index';
export { allocMatrix, allocZeroed, exhausted } from '../../assembly/memory/arena';
export { daxpy, ddot, dnrm2, dscal } from '../../assembly/blas/level1';
export { dgemv, dtrsv } from '../../assembly/blas/level2';
export { dgemm, dsyrk, dtrsm } from '../../assembly/blas/level3';
export { dtrmmPanels } from '../../assembly/blas/panel-update';
export { pack, unpack, triangleEntry, triangleSize } from '../../assembly/blas/panels';
export { dpotrf, dtrsmPanels, dtrsvPanels } from '../../assembly/lapack/dpotrf';
export { dgeqp3, dormqr } from '../../assembly/lapack/dgeqp3';
export { dpstrf } from '../../assembly/lapack/dpstrf';
export { dgesvj } from '../../assembly/lapack/dgesvj';
export { philox } from '../../assembly/random/philox';
export { drawWeights, seed } from '../../assembly/random/weights';
export { multinomial } from '../../assembly/random/draws';
export { covariance } from '../../assembly/moments/covariance/covariance';

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
