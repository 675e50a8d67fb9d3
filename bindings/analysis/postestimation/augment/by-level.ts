/**
 * Absorbed effects of any number of groupings from their sums in the rows, and which of their differences the rows
 * identify.
 */
import type { Grouping } from '../../../models/linear/design/effects.js';
import { centreSecond, connectedSets, splitEffects } from './effects.js';

/** The effects of a grouping, by level. */
export interface LevelEffects {
  readonly values: Float64Array;
  /** Number of each level's set, from 0: the rows identify differences within a set only. */
  readonly sets: Int32Array;
}

/** Largest level mean left, as a share of the root mean square of the sums. */
const TOLERANCE = 1e-13;
const MOST_ITERATIONS = 10_000;

/** Solutions differ by more than this share of the root mean square where rows do not identify an effect. */
const SAME = 1e-5;

/**
 * Effects that sum to r(i) in each row. In each connected set of the first grouping and another one, the effects of the
 * other have mean 0 over the rows. Undefined if three or more groupings are linked so poorly that iterations fail.
 */
export function levelEffects(
  groupings: readonly Grouping[],
  r: Float64Array,
): LevelEffects[] | undefined {
  const split = splitEffects(groupings, r);
  if (split !== undefined) {
    return split.effects.map(({ values }, g) => ({
      values,
      sets: split.sets?.[g as 0 | 1] ?? new Int32Array(values.length),
    }));
  }
  const scale = Math.sqrt(r.reduce((sum, value) => sum + value * value, 0) / r.length);
  const plain = solve(groupings, r, scale, () => 0);
  const other = solve(groupings, r, scale, (k) => scale * ((0.6180339887498949 * (k + 1)) % 1));
  if (plain === undefined || other === undefined) return undefined;
  const sets = plain.map((values, g) =>
    setsOf(
      values.map((value, level) => value - other[g]![level]!),
      SAME * scale,
    ),
  );
  const [first, ...later] = groupings;
  later.forEach((grouping, g) => {
    centreSecond(first!, connectedSets(first!, grouping), [plain[0]!, plain[g + 1]!], grouping);
  });
  return plain.map((values, g) => ({ values, sets: sets[g]! }));
}

/**
 * Least squares of r on all dummies by conjugate gradients in the levels, preconditioned by their numbers of rows. What
 * the rows do not identify stays as it starts.
 */
function solve(
  groupings: readonly Grouping[],
  r: Float64Array,
  scale: number,
  start: (k: number) => number,
): Float64Array[] | undefined {
  const starts = [0];
  for (const { count } of groupings) starts.push(starts.at(-1)! + count);
  const n = starts.at(-1)!;
  const x = Float64Array.from({ length: n }, (_, k) => start(k));
  const rest = r.slice();
  const inRows = new Float64Array(r.length);
  const sizes = sums(groupings, starts, new Float64Array(r.length).fill(1));
  spread(groupings, starts, x, inRows);
  inRows.forEach((value, row) => (rest[row]! -= value));
  const direction = new Float64Array(n);
  let before = 0;
  for (let count = 0; count < MOST_ITERATIONS; count++) {
    const gradient = sums(groupings, starts, rest);
    let square = 0;
    let largest = 0;
    for (let k = 0; k < n; k++) {
      const mean = gradient[k]! / sizes[k]!;
      square += gradient[k]! * mean;
      largest = Math.max(largest, Math.abs(mean));
    }
    if (!(largest > TOLERANCE * scale))
      return groupings.map((_, g) => x.slice(starts[g], starts[g + 1]));
    const turn = count === 0 ? 0 : square / before;
    before = square;
    for (let k = 0; k < n; k++) direction[k] = gradient[k]! / sizes[k]! + turn * direction[k]!;
    spread(groupings, starts, direction, inRows);
    const step = square / inRows.reduce((sum, value) => sum + value * value, 0);
    for (let k = 0; k < n; k++) x[k]! += step * direction[k]!;
    for (let row = 0; row < rest.length; row++) rest[row]! -= step * inRows[row]!;
  }
  return undefined;
}

/** The sums of the rows of each level. */
function sums(groupings: readonly Grouping[], starts: readonly number[], rows: Float64Array) {
  const all = new Float64Array(starts.at(-1)!);
  groupings.forEach(({ codes }, g) => {
    const start = starts[g]!;
    for (let row = 0; row < codes.length; row++) all[start + codes[row]!]! += rows[row]!;
  });
  return all;
}

/** out := in each row the sum of the values of its levels. */
function spread(
  groupings: readonly Grouping[],
  starts: readonly number[],
  values: Float64Array,
  out: Float64Array,
): void {
  out.fill(0);
  groupings.forEach(({ codes }, g) => {
    const start = starts[g]!;
    for (let row = 0; row < codes.length; row++) out[row]! += values[start + codes[row]!]!;
  });
}

/** Levels between which two solutions differ by the same number, in order of appearance. */
function setsOf(differences: Float64Array, same: number): Int32Array {
  const sorted = [...differences.keys()].sort((a, b) => differences[a]! - differences[b]!);
  const groups = new Int32Array(differences.length);
  let group = 0;
  sorted.forEach((level, i) => {
    const previous = sorted[i - 1];
    if (previous !== undefined && differences[level]! - differences[previous]! > same) group++;
    groups[level] = group;
  });
  const numbers = new Map<number, number>();
  return groups.map((one) => {
    if (!numbers.has(one)) numbers.set(one, numbers.size);
    return numbers.get(one)!;
  });
}
