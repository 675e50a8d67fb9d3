/**
 * Degrees of freedom of absorbed effects, counted as in reghdfe (Correia, 2016). All levels of the first dimension
 * count. In every later dimension the number of redundant levels is the number of connected components between it and
 * an earlier dimension, the largest of these numbers. The count is exact for two dimensions; from the third on it is an
 * upper bound of the rank.
 *
 * A dimension is nested if each of its levels is in one cluster of some clustering. A clustered factor does not count
 * nested effects, only the one constant they contain. So dfNested is one less than their number, and dfAbsorbed one
 * less if the regression has that constant itself.
 */
import { RowWidth } from '../../codes';
import { alloc, exhausted, mark, release } from '../../memory/arena';
import { getInt, integers, setInt } from '../../memory/layout';
import { LinearDesign, PanelFit, PanelOptions } from '../../memory/records';

/** Fills degrees, dfAbsorbed and dfNested. Returns false when memory is short. */
export function countDegrees(design: LinearDesign, options: PanelOptions, fit: PanelFit): bool {
  const q = options.nabsorbed;
  fit.dfAbsorbed = 0;
  fit.dfNested = 0;
  fit.degrees = alloc(integers(RowWidth.AbsorbedDegrees * q));
  if (exhausted()) return false;
  for (let dimension = 0; dimension < q; ++dimension) {
    const levels = getInt(options.levels, dimension);
    const redundant = redundantLevels(design.nrows, options, dimension);
    const nested = isNested(design, options, dimension);
    if (redundant < 0 || nested < 0) return false;
    const entry = fit.degrees + integers(RowWidth.AbsorbedDegrees * dimension);
    setInt(entry, 0, levels);
    setInt(entry, 1, redundant);
    setInt(entry, 2, nested);
    fit.dfAbsorbed += levels - redundant;
    if (nested) fit.dfNested += levels - redundant;
  }
  if (q > 0 && options.constant >= 0) --fit.dfAbsorbed;
  if (fit.dfNested > 0) --fit.dfNested;
  return true;
}

/** Largest number of connected components between a dimension and an earlier one; -1 when memory is short. */
function redundantLevels(nrows: i32, options: PanelOptions, dimension: i32): i32 {
  let most = 0;
  for (let earlier = 0; earlier < dimension; ++earlier) {
    const count = components(nrows, options, earlier, dimension);
    if (count < 0) return -1;
    most = max(most, count);
  }
  return most;
}

/** Connected components of the graph whose nodes are the levels of two dimensions and whose edges are the rows. */
function components(nrows: i32, options: PanelOptions, a: i32, b: i32): i32 {
  const scope = mark();
  const codesA = options.codes + integers(a * nrows);
  const codesB = options.codes + integers(b * nrows);
  const offset = getInt(options.levels, a);
  const nodes = offset + getInt(options.levels, b);
  const parent = alloc(integers(nodes));
  if (exhausted()) return -1;
  for (let node = 0; node < nodes; ++node) setInt(parent, node, node);
  let count = nodes;
  for (let row = 0; row < nrows; ++row) {
    const left = root(parent, getInt(codesA, row));
    const right = root(parent, offset + getInt(codesB, row));
    if (left == right) continue;
    setInt(parent, max(left, right), min(left, right));
    --count;
  }
  release(scope);
  return count;
}

/** Root of a node's tree; halves the path to it on the way. */
function root(parent: usize, node: i32): i32 {
  while (getInt(parent, node) != node) {
    const above = getInt(parent, getInt(parent, node));
    setInt(parent, node, above);
    node = above;
  }
  return node;
}

/** Returns 1 if each level of a dimension is in one cluster of some clustering, 0 if not, -1 when memory ends. */
function isNested(design: LinearDesign, options: PanelOptions, dimension: i32): i32 {
  const codes = options.codes + integers(dimension * design.nrows);
  const levels = getInt(options.levels, dimension);
  for (let g = 0; g < design.nclusterings; ++g) {
    const scope = mark();
    const clusterOf = alloc(integers(levels));
    if (exhausted()) return -1;
    const clusters = design.clusters + integers(g * design.nrows);
    const nested = liesWithin(design.nrows, levels, codes, clusters, clusterOf);
    release(scope);
    if (nested) return 1;
  }
  return 0;
}

function liesWithin(nrows: i32, levels: i32, codes: usize, clusters: usize, met: usize): bool {
  memory.fill(met, 0xff, integers(levels)); // -1: not met yet
  for (let row = 0; row < nrows; ++row) {
    const level = getInt(codes, row);
    const cluster = getInt(clusters, row);
    if (getInt(met, level) == -1) setInt(met, level, cluster);
    else if (getInt(met, level) != cluster) return false;
  }
  return true;
}
