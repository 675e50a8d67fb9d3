/**
 * Cluster scores corrected for the leverage of their cluster, shared by CV2 and CV3.
 *
 *   H_gg = X_g (X'X)^-1 X_g',  (X'X)^-1 = C C',  Z = X C  (n x k, orthonormal columns)
 *   X_g'(I - H_gg)^-p e_g = C'^-1 (I - B_g)^-p Z_g'e_g,   B_g = Z_g'Z_g  (k x k)
 *
 * A cluster of n_g rows therefore costs O(n_g k^2) and never needs an n_g x n_g matrix. With B_g = U L U' the corrected
 * score is t + sum_j ((1 - l_j)^-p - 1) u_j u_j't, t = Z_g'e_g, without null vectors. L comes from one-sided Jacobi
 * rotations of B_g, or of Z_g' if the cluster has fewer rows than X has columns.
 *
 * An eigenvalue of 1 is a direction that this cluster alone identifies, such as a dummy of one of its groups. The
 * residuals are zero in it, so it is left out, as in the Moore-Penrose inverse; fit.saturated counts such clusters.
 */
import { alloc, exhausted, mark, release } from '../memory/arena';
import { addressOf, doubles, entry, get, getInt, integers, set } from '../memory/layout';
import { LinearDesign, LinearFit } from '../memory/records';
import { Status } from '../status';
import { NoTrans, Trans, Upper } from '../blas/options';
import { daxpy, ddot } from '../blas/level1';
import { dgemv } from '../blas/level2';
import { dsyrk } from '../blas/level3';
import { unpack } from '../blas/panels';
import { dgesvj } from '../lapack/dgesvj';
import { LinearModel } from '../linear/linear';
import { SATURATED } from './leverage';
import { naturalOrder, sortBy } from './order';
import { mirror } from '../blas/triangles';
import { BLOCK, WhitenedRows, openWhitened, whitenRows } from './whitened';

/** Scratch of one cluster after another. */
@unmanaged
class Cluster {
  /** f64, BLOCK x k: rows of X, then of Z; BLOCK residuals. */
  x: usize;
  z: usize;
  e: usize;
  whitened: WhitenedRows;
  /** f64, k x k or k x n_g, and its singular values: eigenvectors of B_g times a length. */
  vectors: usize;
  values: usize;
  /** f64, k: Z_g'e_g and its correction. */
  score: usize;
  corrected: usize;
}

/** meat (zero on entry) := sum_g a_g a_g', a_g = (I - B_g)^-p Z_g'e_g, p = 1/2 with `root`, else 1. */
export function clusterwise(
  model: LinearModel,
  design: LinearDesign,
  root: bool,
  fit: LinearFit,
  meat: usize,
): Status {
  const n = model.n;
  const k = model.k;
  const scope = mark();
  const cluster = openCluster(model);
  const order = alloc(integers(n));
  if (exhausted()) return Status.OutOfMemory;
  naturalOrder(n, order);
  if (!sortBy(n, design.clusters, getInt(design.clusterCounts, 0), order)) {
    return Status.OutOfMemory;
  }
  for (let first = 0, end = 0; first < n; first = end) {
    const id = getInt(design.clusters, getInt(order, first));
    while (end < n && getInt(design.clusters, getInt(order, end)) == id) ++end;
    const rows = end - first;
    const few = rows <= min(k, BLOCK);
    gather(model, order + integers(first), rows, few, cluster);
    if (dgesvj(k, few ? rows : k, cluster.vectors, k, cluster.values) != 0)
      return Status.NotConverged;
    if (correct(k, few ? rows : k, few, root, cluster)) ++fit.saturated;
    dsyrk(Upper, NoTrans, k, 1, 1, cluster.corrected, k, 1, meat, k);
  }
  release(scope);
  return Status.Ok;
}

function openCluster(model: LinearModel): Cluster {
  const k = model.k;
  const cluster = changetype<Cluster>(alloc(offsetof<Cluster>()));
  cluster.x = alloc(doubles(BLOCK * k));
  cluster.z = alloc(doubles(BLOCK * k));
  cluster.e = alloc(doubles(BLOCK));
  cluster.whitened = openWhitened(model);
  cluster.vectors = alloc(doubles(k * k));
  cluster.values = alloc(doubles(k));
  cluster.score = alloc(doubles(k));
  cluster.corrected = alloc(doubles(k));
  return cluster;
}

/** Score and either Z_g' (k x rows, `few`) or B_g (k x k) of a cluster whose row numbers are at `order`. */
function gather(model: LinearModel, order: usize, rows: i32, few: bool, cluster: Cluster): void {
  const k = model.k;
  memory.fill(cluster.score, 0, doubles(k));
  if (!few) memory.fill(cluster.vectors, 0, doubles(k * k));
  for (let first = 0; first < rows; first += BLOCK) {
    const count = min(BLOCK, rows - first);
    for (let i = 0; i < count; ++i) {
      const row = getInt(order, first + i);
      set(cluster.e, i, get(model.residuals, row));
      for (let j = 0; j < k; ++j) {
        store<f64>(entry(cluster.x, BLOCK, i, j), load<f64>(entry(model.x, model.n, row, j)));
      }
    }
    const z = cluster.z;
    whitenRows(cluster.whitened, count, cluster.x, BLOCK);
    unpack(count, k, cluster.whitened.panels, BLOCK, z, BLOCK);
    dgemv(Trans, count, k, 1, z, BLOCK, cluster.e, 1, cluster.score);
    if (!few) dsyrk(Upper, Trans, k, count, 1, z, BLOCK, 1, cluster.vectors, k);
  }
  if (few) transpose(rows, k, cluster.z, BLOCK, cluster.vectors);
  else mirror(k, cluster.vectors);
}

/** out (k x m) := A' for A m x k. */
function transpose(m: i32, k: i32, a: usize, lda: i32, out: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < m; ++i) store<f64>(entry(out, k, j, i), load<f64>(entry(a, lda, i, j)));
  }
}

/**
 * corrected := (I - B_g)^-p score. `vectors` (k x count) holds eigenvectors of B_g of the lengths
 * `values`, which are the eigenvalues or, `few`, their square roots. True when an eigenvalue is 1.
 */
function correct(k: i32, count: i32, few: bool, root: bool, cluster: Cluster): bool {
  let saturated = false;
  memory.copy(cluster.corrected, cluster.score, doubles(k));
  for (let j = 0; j < count; ++j) {
    const length = get(cluster.values, j);
    const value = few ? length * length : length;
    if (value < f64.EPSILON) continue;
    const vector = addressOf(cluster.vectors, j * k);
    let change: f64 = -1;
    if (value >= SATURATED) saturated = true;
    else if (root) change = 1 / sqrt<f64>(1 - value) - 1;
    else change = value / (1 - value);
    const part = ddot(k, vector, cluster.score) / (length * length);
    daxpy(k, change * part, vector, cluster.corrected);
  }
  return saturated;
}
