/**
 * Absorbs two effects in plain JavaScript. The effects are updated in turn: each level is set to the mean of what the
 * other effect leaves. Irons and Tuck's extrapolation accelerates this, as in fixest of R.
 */

/** Categories of rows: the level of each, 0 .. count - 1. */
export interface Levels {
  readonly codes: Int32Array;
  readonly count: number;
}

/** Largest change of a level's value at which the iteration ends. */
const TOLERANCE = 1e-10;

/** The column minus the effects of both categories. */
export function demean(column: Float64Array, first: Levels, second: Levels): Float64Array {
  const [secondRows, sums] = [rowCounts(second), levelSums(column, second)];
  const firstRows = rowCounts(first);
  const firstSums = levelSums(column, first);
  const firstMeans = new Float64Array(first.count);
  const [start, once, twice] = [0, 1, 2].map(() => new Float64Array(second.count));
  const turn = (from: Float64Array, to: Float64Array) => {
    meansLeft(firstSums, firstRows, { of: first, other: second, values: from }, firstMeans);
    meansLeft(sums, secondRows, { of: second, other: first, values: firstMeans }, to);
  };
  for (;;) {
    turn(start!, once!);
    if (largestGap(start!, once!) < TOLERANCE) break;
    turn(once!, twice!);
    extrapolate(start!, once!, twice!);
  }
  meansLeft(firstSums, firstRows, { of: first, other: second, values: once! }, firstMeans);
  return column.map((x, i) => x - firstMeans[first.codes[i]!]! - once![second.codes[i]!]!);
}

interface Turn {
  readonly of: Levels;
  readonly other: Levels;
  /** Values of the other category's levels. */
  readonly values: Float64Array;
}

/** out := means by level of the column minus the other category's values. */
function meansLeft(
  sums: Float64Array,
  rows: Float64Array,
  { of, other, values }: Turn,
  out: Float64Array,
): void {
  out.set(sums);
  const [codes, others] = [of.codes, other.codes];
  for (let i = 0; i < codes.length; i++) out[codes[i]!]! -= values[others[i]!]!;
  for (let level = 0; level < out.length; level++) out[level]! /= rows[level]!;
}

/** start := the limit of a geometric sequence through start, once and twice (Irons and Tuck, 1969). */
function extrapolate(start: Float64Array, once: Float64Array, twice: Float64Array): void {
  let [product, square] = [0, 0];
  for (let i = 0; i < start.length; i++) {
    const step = twice[i]! - once[i]!;
    const second = step - (once[i]! - start[i]!);
    product += step * second;
    square += second * second;
  }
  const factor = square === 0 ? 0 : product / square;
  for (let i = 0; i < start.length; i++) start[i] = twice[i]! - factor * (twice[i]! - once[i]!);
}

function largestGap(a: Float64Array, b: Float64Array): number {
  let most = 0;
  for (let i = 0; i < a.length; i++) most = Math.max(most, Math.abs(a[i]! - b[i]!));
  return most;
}

function rowCounts({ codes, count }: Levels): Float64Array {
  const rows = new Float64Array(count);
  for (const level of codes) rows[level]!++;
  return rows;
}

function levelSums(column: Float64Array, { codes, count }: Levels): Float64Array {
  const sums = new Float64Array(count);
  for (let i = 0; i < codes.length; i++) sums[codes[i]!]! += column[i]!;
  return sums;
}
