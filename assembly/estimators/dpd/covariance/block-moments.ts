/**
 * First and second moments of the blocks B_c = (Z_c'X_c, Z_c'y_c) over clusters c: sum B_c and sum factor x vec(B_c)
 * vec(B_c)'. The moments g(b) = sum B_c (-b, 1)' and their covariance at any b follow from them without reading rows.
 */
import { alloc, allocMatrix, exhausted } from '../../../memory/arena';
import { doubles } from '../../../memory/layout';
import { DpdFit } from '../../../memory/dpd-records';
import { Status } from '../../../status';
import { triangleSize } from '../../../blas/panels';
import { Gram, openGram } from '../../../blas/gram';
import { blockSize } from '../moments/moment-block';
import { unpackTriangle } from '../../../blas/triangles';
import { covarianceAt } from '../moments/clusters';
import { Estimate } from '../steps';

/** Fills fit.blockSum and fit.blockProducts. */
export function findSecondMoments(estimate: Estimate, fit: DpdFit): Status {
  const model = estimate.model;
  const order = blockSize(model.k, model.n);
  fit.blockSum = model.moments;
  fit.blockProducts = allocMatrix(order, order);
  if (exhausted()) return Status.OutOfMemory;
  const gram = changetype<Gram>(alloc(offsetof<Gram>()));
  const sum = alloc(doubles(triangleSize(order)));
  if (!openGram(gram, order)) return Status.OutOfMemory;
  covarianceAt(estimate.clusters, 0, gram, sum);
  unpackTriangle(order, sum, fit.blockProducts, order);
  return Status.Ok;
}
