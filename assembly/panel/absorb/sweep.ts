/**
 * Sums over the rows between columns and level values, two columns at a time. D1 are the dummies of the first
 * dimension, D2 those of all others, W the weights; M1 = (D1'W D1)^-1 D1'W takes weighted means of the first dimension.
 */
import { doubles, get, getInt } from '../../memory/layout';
import { Effects, LANES, lanes, otherLevel, weightOf } from './effects';

/** x := x - D1 M1 x. */
export function demeanFirst(effects: Effects, x: usize): void {
  const n = effects.nrows;
  memory.fill(effects.means, 0, doubles(LANES * effects.nfirst));
  for (let row = 0; row < n; ++row) {
    const weight = f64x2.splat(weightOf(effects, row));
    const from = lanes(x, row);
    const a = f64x2.mul(weight, v128.load(from));
    addLanes(lanes(effects.means, getInt(effects.first, row)), a);
  }
  divideMeans(effects);
  for (let row = 0; row < n; ++row) {
    const mean = lanes(effects.means, getInt(effects.first, row));
    const to = lanes(x, row);
    v128.store(to, f64x2.sub(v128.load(to), v128.load(mean)));
  }
}

/** sums := D2'W x. */
export function levelSums(effects: Effects, x: usize, sums: usize): void {
  memory.fill(sums, 0, doubles(LANES * effects.nlevels));
  for (let row = 0; row < effects.nrows; ++row) {
    const weight = f64x2.splat(weightOf(effects, row));
    const from = lanes(x, row);
    const a = f64x2.mul(weight, v128.load(from));
    for (let place = 0; place < effects.nothers; ++place) {
      addLanes(lanes(sums, otherLevel(effects, place, row)), a);
    }
  }
}

/** sums := D2'W (I - D1 M1) D2 values: the two passes of an iteration, over codes and levels only. */
export function applyLevels(effects: Effects, values: usize, sums: usize): void {
  const nothers = effects.nothers;
  levelMeans(effects, values);
  memory.fill(sums, 0, doubles(LANES * effects.nlevels));
  for (let row = 0; row < effects.nrows; ++row) {
    const mean = lanes(effects.means, getInt(effects.first, row));
    let a = f64x2.neg(v128.load(mean));
    for (let place = 0; place < nothers; ++place) {
      const from = lanes(values, otherLevel(effects, place, row));
      a = f64x2.add(a, v128.load(from));
    }
    const weight = f64x2.splat(weightOf(effects, row));
    a = f64x2.mul(weight, a);
    for (let place = 0; place < nothers; ++place) {
      addLanes(lanes(sums, otherLevel(effects, place, row)), a);
    }
  }
}

/** x := x - D2 values. */
export function subtractLevels(effects: Effects, values: usize, x: usize): void {
  for (let row = 0; row < effects.nrows; ++row) {
    const to = lanes(x, row);
    let a = v128.load(to);
    for (let place = 0; place < effects.nothers; ++place) {
      const from = lanes(values, otherLevel(effects, place, row));
      a = f64x2.sub(a, v128.load(from));
    }
    v128.store(to, a);
  }
}

/** effects.means := M1 D2 values. */
function levelMeans(effects: Effects, values: usize): void {
  memory.fill(effects.means, 0, doubles(LANES * effects.nfirst));
  for (let row = 0; row < effects.nrows; ++row) {
    let a = f64x2.splat(0);
    for (let place = 0; place < effects.nothers; ++place) {
      const from = lanes(values, otherLevel(effects, place, row));
      a = f64x2.add(a, v128.load(from));
    }
    const weight = f64x2.splat(weightOf(effects, row));
    const to = lanes(effects.means, getInt(effects.first, row));
    addLanes(to, f64x2.mul(weight, a));
  }
  divideMeans(effects);
}

/** Sums of the first dimension become means. */
function divideMeans(effects: Effects): void {
  for (let level = 0; level < effects.nfirst; ++level) {
    const share = f64x2.splat(get(effects.firstShare, level));
    const mean = lanes(effects.means, level);
    v128.store(mean, f64x2.mul(v128.load(mean), share));
  }
}

// @ts-ignore: decorator
@inline
function addLanes(to: usize, a: v128): void {
  v128.store(to, f64x2.add(v128.load(to), a));
}
