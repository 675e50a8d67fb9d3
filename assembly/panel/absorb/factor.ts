/**
 * Approximate Cholesky factors L D L' of the levels of one dimension with the first one eliminated, S = D2'W (I - P1) D2
 * (Kyng and Sachdeva, 2016). S is the Laplacian of a graph; each level in turn becomes a column of L, and its
 * neighbours get the edges that `star.ts` draws:
 *
 *   L_jv = -w_j / W,   D_v = W
 *
 * The last level of each connected component has no edges left. Its effect is taken as zero, which changes nothing but
 * the constant that a component and the first dimension share.
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, getInt, integers, set, setInt } from '../../memory/layout';
import { seed, seedOf } from '../../random/philox';
import { Effects, firstLevel, lanes, otherLevel, weightOf } from './effects';
import { Graph, openGraph, orderLevels } from './graph';
import { addNeighbour, closeStar, drawEdges, openStar, Star, takeEdges } from './star';

/** The key of the draws of edges: results do not depend on the seed of a bootstrap. */
const SEED: u32 = 0x6c617073;


@unmanaged
export class Factor {
  /** Number of levels, and their levels in the order of their elimination (i32, n). */
  n: i32;
  order: usize;
  /** i32, n: number of neighbours of a column, and the address of its shares w_j / W, behind which are their levels. */
  counts: usize;
  columns: usize;
  /** f64, n: 1 / D, 0 for the last level of a component. */
  pivots: usize;
}

/** Rows in the order of their levels of the first dimension. */
@unmanaged
class Grouped {
  /** i32, nfirst: where the rows of a level end. */
  ends: usize;
  /** i32, nrows. */
  rows: usize;
}

/** Addresses of the factors of the other dimensions (i32, nothers); 0 when memory is short. */
export function factorEffects(effects: Effects): usize {
  const factors = alloc(integers(effects.nothers));
  const grouped = groupRows(effects);
  if (exhausted()) return 0;
  const before = seedOf();
  seed(SEED, 0);
  for (let place = 0; place < effects.nothers && !exhausted(); ++place) {
    const factor = openFactor(levelsOf(effects, place));
    const star = openStar(factor.n);
    const graph = openGraph(factor.n, effects.nrows);
    if (exhausted()) break;
    eliminateFirst(effects, grouped, place, star, graph);
    if (orderLevels(graph)) eliminateLevels(factor, star, graph);
    setInt(factors, place, i32(changetype<usize>(factor)));
  }
  seed(u32(before), u32(before >> 32));
  return exhausted() ? 0 : factors;
}

/** z := (L D L')^-1 z for two columns of a dimension's levels. */
export function solveFactor(factor: Factor, z: usize): void {
  for (let i = 0; i < factor.n; ++i) spread(factor, i, z);
  for (let i = factor.n - 1; i >= 0; --i) collect(factor, i, z);
}

/** Adds the shares of a level to its neighbours, and divides it by its pivot. */
function spread(factor: Factor, i: i32, z: usize): void {
  const level = lanes(z, getInt(factor.order, i));
  const a = v128.load(level);
  const count = getInt(factor.counts, i);
  const shares = usize(getInt(factor.columns, i));
  const neighbours = shares + doubles(count);
  for (let e = 0; e < count; ++e) {
    const share = f64x2.splat(get(shares, e));
    const to = lanes(z, getInt(neighbours, e));
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(share, a)));
  }
  const pivot = f64x2.splat(get(factor.pivots, i));
  v128.store(level, f64x2.mul(pivot, a));
}

/** Adds the shares of its neighbours to a level. */
function collect(factor: Factor, i: i32, z: usize): void {
  const level = lanes(z, getInt(factor.order, i));
  let a = v128.load(level);
  const count = getInt(factor.counts, i);
  const shares = usize(getInt(factor.columns, i));
  const neighbours = shares + doubles(count);
  for (let e = 0; e < count; ++e) {
    const share = f64x2.splat(get(shares, e));
    const from = lanes(z, getInt(neighbours, e));
    a = f64x2.add(a, f64x2.mul(share, v128.load(from)));
  }
  v128.store(level, a);
}

/** Number of levels of the `place`-th other dimension. */
function levelsOf(effects: Effects, place: i32): i32 {
  const next = place + 1 < effects.nothers ? firstLevel(effects, place + 1) : effects.nlevels;
  return next - firstLevel(effects, place);
}

function openFactor(n: i32): Factor {
  const factor = changetype<Factor>(alloc(offsetof<Factor>()));
  const counts = alloc(integers(n));
  const columns = alloc(integers(n));
  const pivots = alloc(doubles(n));
  if (pivots == 0) return factor;
  factor.n = n;
  factor.counts = counts;
  factor.columns = columns;
  factor.pivots = pivots;
  return factor;
}

function groupRows(effects: Effects): Grouped {
  const grouped = changetype<Grouped>(alloc(offsetof<Grouped>()));
  const starts = allocZeroed(integers(effects.nfirst + 1));
  const rows = alloc(integers(effects.nrows));
  if (rows == 0) return grouped;
  for (let row = 0; row < effects.nrows; ++row) {
    const next = getInt(effects.first, row) + 1;
    setInt(starts, next, getInt(starts, next) + 1);
  }
  for (let i = 0; i < effects.nfirst; ++i) {
    setInt(starts, i + 1, getInt(starts, i + 1) + getInt(starts, i));
  }
  for (let row = 0; row < effects.nrows; ++row) {
    const first = getInt(effects.first, row);
    const place = getInt(starts, first);
    setInt(rows, place, row);
    setInt(starts, first, place + 1);
  }
  grouped.ends = starts;
  grouped.rows = rows;
  return grouped;
}

/** The graph of a dimension: its levels that meet in a level of the first have the edges of a star. */
function eliminateFirst(
  effects: Effects,
  grouped: Grouped,
  place: i32,
  star: Star,
  graph: Graph,
): void {
  const from = firstLevel(effects, place);
  let i = 0;
  for (let first = 0; first < effects.nfirst; ++first) {
    for (const end = getInt(grouped.ends, first); i < end; ++i) {
      const row = getInt(grouped.rows, i);
      const weight = weightOf(effects, row);
      if (weight > 0) addNeighbour(star, otherLevel(effects, place, row) - from, weight);
    }
    drawEdges(star, closeStar(star), graph);
  }
}

/** Eliminates the levels in their order; each is a column of the factor. */
function eliminateLevels(factor: Factor, star: Star, graph: Graph): void {
  factor.order = graph.order;
  for (let i = 0; i < graph.n && !exhausted(); ++i) {
    takeEdges(star, graph, getInt(graph.order, i));
    const total = closeStar(star);
    setInt(factor.counts, i, star.count);
    set(factor.pivots, i, star.count == 0 ? 0 : 1 / total);
    setInt(factor.columns, i, i32(columnOf(star, total)));
    drawEdges(star, total, graph);
  }
}

/** The shares w_j / W of the neighbours, and behind them their levels; 0 when memory is short. */
function columnOf(star: Star, total: f64): usize {
  const shares = alloc(doubles(star.count) + integers(star.count));
  if (shares == 0) return 0;
  for (let e = 0; e < star.count; ++e) set(shares, e, get(star.weights, e) / total);
  memory.copy(shares + doubles(star.count), star.levels, integers(star.count));
  return shares;
}
