/**
 * Categorical effects as level sums. The dimension with most levels is "first" and is eliminated exactly by its means;
 * the levels of the others are numbered consecutively in one list.
 *
 * Two columns are transformed together, as a regressor and its outcome are: the values of a row or a level are one f64x2.
 *
 *   rows    row 0: | c0 c1 |  row 1: | c0 c1 | ...
 *   first   level 0: | c0 c1 | ...
 *   others  dimension 1, level 0: | c0 c1 | ...  dimension 2, level 0: ...
 */
import { alloc, allocZeroed, exhausted } from '../../memory/arena';
import { doubles, get, getInt, integers, set, setInt } from '../../memory/layout';
import { PanelOptions } from '../../memory/records';

/** Columns worked on together. */
export const LANES: i32 = 2;

/** log2 of the bytes of two values. */
const LANES_SHIFT: usize = 4;


@unmanaged
export class Effects {
  nrows: i32;
  /** Number of dimensions without the first. */
  nothers: i32;
  nfirst: i32;
  /** Levels of all other dimensions. */
  nlevels: i32;
  /** i32, nrows: level of the first dimension. */
  first: usize;
  /** i32, nothers x 2: address of the codes, position of the first level. */
  others: usize;
  /** f64, nrows, or 0. */
  weights: usize;
  /** f64: 1 over the sum of weights of a level, 0 where that is 0. */
  firstShare: usize;
  levelShare: usize;
  /** f64, nfirst x 2 scratch: means of the first dimension. */
  means: usize;
  /** True if weights are so different that rows of small ones link levels in name only. */
  isUneven: bool;
}

/** Ratio of weights above which they are uneven. */
const UNEVEN: f64 = 1e6;

/** Prepares the effects of one or more dimensions. Returns false when memory is short. */
export function openEffects(effects: Effects, nrows: i32, options: PanelOptions): bool {
  const q = options.nabsorbed;
  const levels = options.levels;
  const codes = options.codes;
  const first = mostLevels(levels, q);
  effects.nrows = nrows;
  effects.nothers = q - 1;
  effects.first = codes + integers(first * nrows);
  effects.nfirst = getInt(levels, first);
  effects.others = alloc(integers(2 * q));
  effects.nlevels = 0;
  let place = 0;
  for (let dimension = 0; dimension < q; ++dimension) {
    if (dimension == first) continue;
    setInt(effects.others, 2 * place, i32(codes + integers(dimension * nrows)));
    setInt(effects.others, 2 * place + 1, effects.nlevels);
    effects.nlevels += getInt(levels, dimension);
    ++place;
  }
  effects.firstShare = allocZeroed(doubles(effects.nfirst));
  effects.levelShare = allocZeroed(doubles(effects.nlevels));
  effects.means = alloc(doubles(LANES * effects.nfirst));
  if (exhausted()) return false;
  shareWeights(effects);
  return true;
}

/** Address of the two values of a row or level. */
// @ts-ignore: decorator
@inline
export function lanes(values: usize, index: i32): usize {
  return values + (usize(index) << LANES_SHIFT);
}

/** Weight of a row. */
// @ts-ignore: decorator
@inline
export function weightOf(effects: Effects, row: i32): f64 {
  return effects.weights == 0 ? 1 : get(effects.weights, row);
}

/** Position in the list of other levels of the first one of the `place`-th other dimension. */
export function firstLevel(effects: Effects, place: i32): i32 {
  return getInt(effects.others, 2 * place + 1);
}

/** Position in the list of other levels of a row's level in the `place`-th other dimension. */
// @ts-ignore: decorator
@inline
export function otherLevel(effects: Effects, place: i32, row: i32): i32 {
  const codes = usize(getInt(effects.others, 2 * place));
  return getInt(effects.others, 2 * place + 1) + getInt(codes, row);
}

function mostLevels(levels: usize, q: i32): i32 {
  let most = 0;
  for (let dimension = 1; dimension < q; ++dimension) {
    if (getInt(levels, dimension) > getInt(levels, most)) most = dimension;
  }
  return most;
}

function shareWeights(effects: Effects): void {
  let least = Infinity;
  let most: f64 = 0;
  for (let row = 0; row < effects.nrows; ++row) {
    const weight = weightOf(effects, row);
    if (weight > 0) least = min(least, weight);
    most = max(most, weight);
    const first = getInt(effects.first, row);
    set(effects.firstShare, first, get(effects.firstShare, first) + weight);
    for (let place = 0; place < effects.nothers; ++place) {
      const level = otherLevel(effects, place, row);
      set(effects.levelShare, level, get(effects.levelShare, level) + weight);
    }
  }
  effects.isUneven = most > UNEVEN * least;
  invert(effects.nfirst, effects.firstShare);
  invert(effects.nlevels, effects.levelShare);
}

function invert(n: i32, x: usize): void {
  for (let i = 0; i < n; ++i) set(x, i, get(x, i) > 0 ? 1 / get(x, i) : 0);
}
