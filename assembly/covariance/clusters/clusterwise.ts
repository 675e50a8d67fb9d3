/**
 * Cluster scores corrected for the leverage of their cluster, shared by CV2 and CV3.
 *
 *   H_gg = X_g (X'X)^-1 X_g',  (X'X)^-1 = C C',  Z = X C  (n x k, orthonormal columns)
 *   X_g'(I - H_gg)^-p e_g = C'^-1 (I - B_g)^-p Z_g'e_g,   B_g = Z_g'Z_g  (k x k)
 *
 * A cluster of n_g rows therefore costs O(n_g k^2) and never needs an n_g x n_g matrix. The eigenvectors of B_g come from
 * one-sided Jacobi rotations of B_g, or of Z_g' if the cluster has fewer rows than X has columns (`leverage-power.ts`).
 *
 * An eigenvalue of 1 is a direction that this cluster alone identifies, such as a dummy of one of its groups. The
 * residuals are zero in it, so it is left out, as in the Moore-Penrose inverse; fit.saturated counts such clusters.
 *
 * Absorbed effects that cross the clusters have columns of Z, too, after those of the regressors, which they are
 * orthogonal to (`panel/absorb/crossing-effects.ts`). The scores of the regressors are the first k of a_g.
 */
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { doubles, entry, get, getInt, integers, set } from '../../memory/layout';
import { LinearDesign, LinearFit } from '../../memory/records';
import { Status } from '../../status';
import { NoTrans, Trans, Upper } from '../../blas/options';
import { dgemv } from '../../blas/level2';
import { dsyrk } from '../../blas/level3';
import { unpack } from '../../blas/panels';
import { LinearModel } from '../../linear/linear';
import { ClusterParts, writeParts } from './cluster-parts';
import { LeverageSpectrum, decomposeLeverages, leveragePower } from './leverage-power';
import { naturalOrder, sortBy } from '../rows/order';
import { mirror } from '../../blas/triangles';
import { BLOCK, WhitenedRows, openWhitened, whitenRows } from '../rows/whitened';

/** Scratch of one cluster after another. */
@unmanaged
class Cluster {
  /** f64: rows of X (BLOCK x k), rows of Z (BLOCK x width); BLOCK residuals. */
  x: usize;
  z: usize;
  e: usize;
  whitened: WhitenedRows;
  /** Eigenvectors of B_g, found from B_g or from Z_g'. */
  spectrum: LeverageSpectrum;
  /** f64, width: Z_g'e_g and its correction. */
  score: usize;
  corrected: usize;
}

/**
 * meat (zero on entry) := sum_g a_g a_g', a_g = (I - B_g)^-p Z_g'e_g, p = 1/2 with `root`, else 1. Writes the parts of
 * each cluster if `parts` is not 0.
 */
export function clusterwise(
  model: LinearModel,
  design: LinearDesign,
  root: bool,
  fit: LinearFit,
  meat: usize,
  parts: ClusterParts = changetype<ClusterParts>(0),
): Status {
  const n = model.n;
  const k = model.k;
  const scope = mark();
  const width = k + design.neffects;
  const cluster = openCluster(model, width);
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
    const few = rows <= min(width, BLOCK);
    cluster.spectrum.count = few ? rows : width;
    cluster.spectrum.rooted = few;
    gather(model, design, order + integers(first), rows, cluster);
    if (!decomposeLeverages(cluster.spectrum)) return Status.NotConverged;
    if (leveragePower(cluster.spectrum, root, cluster.score, cluster.corrected)) ++fit.saturated;
    if (changetype<usize>(parts) != 0) writeParts(parts, cluster.spectrum, cluster.score);
    dsyrk(Upper, NoTrans, k, 1, 1, cluster.corrected, k, 1, meat, k);
  }
  release(scope);
  return Status.Ok;
}

function openCluster(model: LinearModel, k: i32): Cluster {
  const cluster = changetype<Cluster>(alloc(offsetof<Cluster>()));
  cluster.x = alloc(doubles(BLOCK * model.k));
  cluster.z = alloc(doubles(BLOCK * k));
  cluster.e = alloc(doubles(BLOCK));
  cluster.whitened = openWhitened(model);
  cluster.spectrum = changetype<LeverageSpectrum>(alloc(offsetof<LeverageSpectrum>()));
  cluster.score = alloc(doubles(k));
  cluster.corrected = alloc(doubles(k));
  const vectors = alloc(doubles(k * k));
  const values = alloc(doubles(k));
  if (exhausted()) return cluster;
  cluster.spectrum.k = k;
  cluster.spectrum.vectors = vectors;
  cluster.spectrum.values = values;
  return cluster;
}

/** Score and either Z_g' (k x rows, if rooted) or B_g (k x k) of a cluster whose row numbers are at `order`. */
function gather(
  model: LinearModel,
  design: LinearDesign,
  order: usize,
  rows: i32,
  cluster: Cluster,
): void {
  const k = cluster.spectrum.k;
  const few = cluster.spectrum.rooted;
  const vectors = cluster.spectrum.vectors;
  memory.fill(cluster.score, 0, doubles(k));
  if (!few) memory.fill(vectors, 0, doubles(k * k));
  for (let first = 0; first < rows; first += BLOCK) {
    const count = min(BLOCK, rows - first);
    for (let i = 0; i < count; ++i) {
      const row = getInt(order, first + i);
      set(cluster.e, i, get(model.residuals, row));
      for (let j = 0; j < model.k; ++j) {
        store<f64>(entry(cluster.x, BLOCK, i, j), load<f64>(entry(model.x, model.n, row, j)));
      }
      for (let j = 0; j < design.neffects; ++j) {
        const effect = load<f64>(entry(design.effects, model.n, row, j));
        store<f64>(entry(cluster.z, BLOCK, i, model.k + j), effect);
      }
    }
    const z = cluster.z;
    whitenRows(cluster.whitened, count, cluster.x, BLOCK);
    unpack(count, model.k, cluster.whitened.panels, BLOCK, z, BLOCK);
    dgemv(Trans, count, k, 1, z, BLOCK, cluster.e, 1, cluster.score);
    if (!few) dsyrk(Upper, Trans, k, count, 1, z, BLOCK, 1, vectors, k);
  }
  if (few) transpose(rows, k, cluster.z, BLOCK, vectors);
  else mirror(k, vectors);
}

/** out (k x m) := A' for A m x k. */
function transpose(m: i32, k: i32, a: usize, lda: i32, out: usize): void {
  for (let j = 0; j < k; ++j) {
    for (let i = 0; i < m; ++i) store<f64>(entry(out, k, j, i), load<f64>(entry(a, lda, i, j)));
  }
}
