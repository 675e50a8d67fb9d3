/**
 * The clusters over which the covariance of the moments sums: S(b) = sum over terms of factor x sum_c g_c(b) g_c(b)'.
 * By default there is one term, the units. With clusters there is one term for each non-empty set of dimensions, whose
 * clusters are the intersections. Terms are added for odd sets and subtracted for even ones (Cameron, Gelbach and
 * Miller, 2011). With the small-sample factor each term is multiplied by its own G / (G - 1), as in xtabond2. Clusters
 * are of rows: a stacked row belongs to the cluster of the row that dates it, so one unit may be in several.
 *
 * The sum over several terms may be indefinite; that is reported, not repaired.
 */
import { alloc, allocMatrix, allocZeroed, exhausted } from '../../../memory/arena';
import { doubles, getInt, integers } from '../../../memory/layout';
import { DpdOptions } from '../../../memory/dpd-records';
import { daxpy } from '../../../blas/level1';
import { triangleSize } from '../../../blas/panels';
import { intersect } from '../../../covariance/clusters/intersection';
import { Gram, addRow, clearGram, foldRows } from '../../../blas/gram';
import { addDerivative, blockSize, momentsAt } from './moment-block';
import { LEVELS, stackRows } from '../stack/unit';
import { addSliceDerivative } from '../slices/derivative';
import { addSquares } from '../slices/moments';
import { UnitMoments, addRowMoments, inSlices, linearize, unitMoments } from './unit-moments';
import { Model } from '../model/model';


@unmanaged
export class ClusterTerm {
  factor: f64;
  /** Number of clusters, and of clusters with a stacked row. */
  ngroups: i32;
  noccupied: i32;
  /** i32, rows of the design: cluster of each; u8: 1 where a cluster has a stacked row. */
  ids: usize;
  occupied: usize;
  /** f64, ngroups moment blocks. */
  blocks: usize;
}


@unmanaged
export class Clusters {
  units: UnitMoments;
  /** Number of terms, 0 if the units are the only one. */
  nterms: i32;
  /** ClusterTerm, nterms of them, one after another. */
  terms: usize;
  /** Smallest number of clusters of a dimension. */
  smallest: i32;
}

/** Allocates the terms of the options without filling them; check `exhausted()` afterwards. */
export function openClusters(units: UnitMoments, options: DpdOptions): Clusters {
  const clusters = changetype<Clusters>(allocZeroed(offsetof<Clusters>()));
  if (exhausted()) return clusters;
  const model = units.model;
  clusters.units = units;
  clusters.smallest = model.ngroups;
  if (options.nclusterings == 0) return clusters;
  clusters.nterms = (1 << options.nclusterings) - 1;
  clusters.terms = allocZeroed(usize(clusters.nterms) * offsetof<ClusterTerm>());
  for (let set = 1; set <= clusters.nterms && !exhausted(); ++set) {
    openTerm(model, options, set, termOf(clusters, set - 1));
  }
  return clusters;
}

function openTerm(model: Model, options: DpdOptions, set: i32, term: ClusterTerm): void {
  const n = model.design.nrows;
  term.ids = alloc(integers(n));
  if (exhausted()) return;
  const counts = options.clusterCounts;
  term.ngroups = intersect(n, options.nclusterings, options.clusters, counts, set, term.ids);
  if (exhausted()) return;
  term.occupied = allocZeroed(usize(term.ngroups));
  term.blocks = allocMatrix(term.ngroups, blockSize(model.k, model.n));
}

// @ts-ignore: decorator
@inline
function termOf(clusters: Clusters, index: i32): ClusterTerm {
  return changetype<ClusterTerm>(clusters.terms + usize(index) * offsetof<ClusterTerm>());
}

/** Adds the stacked rows of the loaded unit to their clusters. */
export function addToClusters(clusters: Clusters): void {
  const model = clusters.units.model;
  const nrows = stackRows(model.design);
  for (let i = 0; i < clusters.nterms; ++i) {
    const term = termOf(clusters, i);
    for (let r = 0; r < nrows; ++r) {
      if (!getInt(model.unit.used, r)) continue;
      const c = getInt(term.ids, datingRow(model, r));
      store<u8>(term.occupied + usize(c), 1);
      addRowMoments(model, r, term.blocks + usize(c) * doubles(blockSize(model.k, model.n)));
    }
  }
}

/**
 * Returns the row of the design that dates a stacked row. A forward deviation is stored one period late. If the unit
 * has no complete row in that period, the row that was transformed dates it.
 */
function datingRow(model: Model, r: i32): i32 {
  const periods = model.design.nperiods;
  const t = r % periods;
  const inSample = r / periods == LEVELS || getInt(model.unit.whole, t) != 0;
  return getInt(model.unit.row, inSample ? t : t - 1);
}

/** Counts the clusters and sets the factors, after the last unit. */
export function closeClusters(clusters: Clusters, options: DpdOptions): void {
  if (clusters.nterms > 0) clusters.smallest = i32.MAX_VALUE;
  for (let set = 1; set <= clusters.nterms; ++set) {
    const term = termOf(clusters, set - 1);
    term.noccupied = 0;
    for (let c = 0; c < term.ngroups; ++c) term.noccupied += load<u8>(term.occupied + usize(c));
    const g = f64(term.noccupied);
    const dimensions = popcnt(set);
    term.factor = (dimensions & 1 ? 1 : -1) * (options.small ? g / (g - 1) : 1);
    if (dimensions == 1) clusters.smallest = min(clusters.smallest, term.noccupied);
  }
}

/**
 * s := S(params), a triangle in panels; `gram` is scratch. If `params` is 0, each block is one long row and s is the
 * sum of their outer products; S(b) is a quadratic form of that sum at any b.
 */
export function covarianceAt(clusters: Clusters, params: usize, gram: Gram, s: usize): void {
  const model = clusters.units.model;
  const length = triangleSize(gram.n);
  linearize(clusters.units, params);
  memory.fill(s, 0, doubles(length));
  if (clusters.nterms == 0 && params != 0 && inSlices(clusters.units)) {
    addSquares(clusters.units.slices, params, s);
  } else if (clusters.nterms == 0) {
    clearGram(gram);
    for (let u = 0; u < model.nentering; ++u) {
      addMoments(model, unitMoments(clusters.units, u), params, gram);
    }
    foldRows(gram);
    daxpy(length, 1, gram.sum, s);
  }
  for (let i = 0; i < clusters.nterms; ++i) {
    const term = termOf(clusters, i);
    clearGram(gram);
    for (let c = 0; c < term.ngroups; ++c) {
      addMoments(model, clusterBlock(model, term, c), params, gram);
    }
    foldRows(gram);
    daxpy(length, term.factor, gram.sum, s);
  }
}

/** derivative (K columns of padded(L)) += half the derivative of S(b) a at params: sum s_c Q_c + g_c a'Q_c. */
export function derivativeAt(
  clusters: Clusters,
  params: usize,
  weighted: usize,
  derivative: usize,
): void {
  const model = clusters.units.model;
  const k = model.k;
  const n = model.n;
  const g = model.row;
  linearize(clusters.units, params);
  if (clusters.nterms == 0 && inSlices(clusters.units)) {
    return addSliceDerivative(clusters.units.slices, params, weighted, derivative);
  }
  for (let u = 0; u < model.nentering && clusters.nterms == 0; ++u) {
    const block = unitMoments(clusters.units, u);
    momentsAt(k, n, block, params, g);
    addDerivative(k, n, block, 1, weighted, g, derivative);
  }
  for (let i = 0; i < clusters.nterms; ++i) {
    const term = termOf(clusters, i);
    for (let c = 0; c < term.ngroups; ++c) {
      const block = clusterBlock(model, term, c);
      momentsAt(k, n, block, params, g);
      addDerivative(k, n, block, term.factor, weighted, g, derivative);
    }
  }
}

/** Returns the number of clusters of a sum with one term: the units, or the clusters of a single dimension. */
export function groupCount(clusters: Clusters): i32 {
  return clusters.nterms == 0 ? clusters.units.model.nentering : termOf(clusters, 0).ngroups;
}

/** Returns the moment block of cluster c of such a sum. */
export function groupBlock(clusters: Clusters, c: i32): usize {
  if (clusters.nterms == 0) return unitMoments(clusters.units, c);
  return clusterBlock(clusters.units.model, termOf(clusters, 0), c);
}

/** Returns an upper bound of the rank of S: the number of clusters of its positive terms. */
export function maxRank(clusters: Clusters): i32 {
  if (clusters.nterms == 0) return clusters.units.model.nentering;
  let rank = 0;
  for (let set = 1; set <= clusters.nterms; ++set) {
    if (popcnt(set) & 1) rank += termOf(clusters, set - 1).noccupied;
  }
  return rank;
}

export function clusterFactor(clusters: Clusters): f64 {
  return clusters.nterms == 0 ? 1 : termOf(clusters, 0).factor;
}

/** Returns the cluster of the u-th entering unit, which is loaded; -1 if its rows are in several. */
export function clusterOfUnit(clusters: Clusters, u: i32): i32 {
  if (clusters.nterms == 0) return u;
  const model = clusters.units.model;
  let cluster = -1;
  const nrows = stackRows(model.design);
  for (let r = 0; r < nrows; ++r) {
    if (!getInt(model.unit.used, r)) continue;
    const c = getInt(termOf(clusters, 0).ids, datingRow(model, r));
    if (cluster >= 0 && c != cluster) return -1;
    cluster = c;
  }
  return cluster;
}

function clusterBlock(model: Model, term: ClusterTerm, c: i32): usize {
  return term.blocks + usize(c) * doubles(blockSize(model.k, model.n));
}

function addMoments(model: Model, block: usize, params: usize, gram: Gram): void {
  if (params == 0) return addRow(gram, block);
  momentsAt(model.k, model.n, block, params, model.row);
  addRow(gram, model.row);
}
