/** Estimates absorbed effects from the part of the outcome that regressors and residuals do not explain. */
import type { Grouping } from '../../../models/linear/design/effects.js';

export interface Effects {
  readonly name: string;
  /** The effect of each level. */
  readonly values: Float64Array;
}

/** Effects by grouping; for two groupings also the connected set of each level, by grouping. */
export interface SplitEffects {
  readonly effects: readonly Effects[];
  readonly sets: readonly [Int32Array, Int32Array] | undefined;
}

/**
 * Splits r(i) = a(level of i) + b(level of i), which holds up to rounding, into the effects of one or two groupings.
 * Two groupings are identified up to a constant in each connected set of levels (Abowd, Creecy and Kramarz 2002): in
 * each set the effects of the second have mean 0 over the rows. Undefined for three groupings or more.
 */
export function splitEffects(
  groupings: readonly Grouping[],
  r: Float64Array,
): SplitEffects | undefined {
  const [first, second, third] = groupings;
  if (first === undefined || third !== undefined) return undefined;
  if (second === undefined) {
    return { effects: [{ name: first.name, values: levelMeans(first, r) }], sets: undefined };
  }
  const sets = connectedSets(first, second);
  const values = walk(first, second, r);
  centreSecond(first, sets, values, second);
  const effects = [first, second].map(({ name }, i) => ({ name, values: values[i]! }));
  return { effects, sets };
}

export function levelMeans({ codes, count }: Grouping, values: Float64Array): Float64Array {
  const sums = new Float64Array(count);
  const sizes = new Float64Array(count);
  codes.forEach((code, i) => {
    sums[code]! += values[i]!;
    sizes[code]! += 1;
  });
  return sums.map((sum, level) => sum / sizes[level]!);
}

/** Rows by level. */
function rowsByLevel({ codes, count }: Grouping): number[][] {
  const rows = Array.from({ length: count }, (): number[] => []);
  codes.forEach((code, i) => rows[code]!.push(i));
  return rows;
}

/** Connected sets: levels that rows link, each with the number of its set. */
export function connectedSets(first: Grouping, second: Grouping): [Int32Array, Int32Array] {
  const sets: [Int32Array, Int32Array] = [
    new Int32Array(first.count),
    new Int32Array(second.count),
  ];
  let last = -1;
  const enterFirst = (level: number, row: number) => {
    if (row < 0) last++;
    sets[0][level] = last;
  };
  breadthFirst(first, second, enterFirst, (level) => (sets[1][level] = last));
  return sets;
}

/**
 * Visits the levels of both groupings. Each level except the first of a connected set is linked by a row to a level
 * visited before; `visit` gets levels of the first grouping and that row, `visitSecond` levels of the second.
 */
function breadthFirst(
  first: Grouping,
  second: Grouping,
  visit: (level: number, from: number) => void,
  visitSecond: (level: number, from: number) => void,
): void {
  const groupings = [first, second] as const;
  const rows = groupings.map(rowsByLevel);
  const seen = groupings.map(({ count }) => new Uint8Array(count));
  const queue: (readonly [side: 0 | 1, level: number])[] = [];
  const enter = (side: 0 | 1, level: number, from: number) => {
    if (seen[side]![level] === 1) return;
    seen[side]![level] = 1;
    (side === 0 ? visit : visitSecond)(level, from);
    queue.push([side, level]);
  };
  let next = 0;
  for (let start = 0; start < first.count; start++) {
    enter(0, start, -1);
    while (next < queue.length) {
      const [side, level] = queue[next++]!;
      const other = side === 0 ? 1 : 0;
      for (const row of rows[side]![level]!) enter(other, groupings[other].codes[row]!, row);
    }
  }
}

/** Effects of both groupings along a tree of rows; the first level of each connected set gets the effect 0. */
function walk(first: Grouping, second: Grouping, r: Float64Array) {
  const a = new Float64Array(first.count);
  const b = new Float64Array(second.count);
  breadthFirst(
    first,
    second,
    (level, row) => (a[level] = row < 0 ? 0 : r[row]! - b[second.codes[row]!]!),
    (level, row) => (b[level] = r[row]! - a[first.codes[row]!]!),
  );
  return [a, b] as const;
}

/** Moves the means of the second grouping's effects over the rows of each connected set to the first. */
export function centreSecond(
  first: Grouping,
  sets: readonly [Int32Array, Int32Array],
  [a, b]: readonly [Float64Array, Float64Array],
  second: Grouping,
): void {
  const count = sets[0].reduce((most, set) => Math.max(most, set + 1), 0);
  const bySet: Grouping = { name: '', count, codes: first.codes.map((code) => sets[0][code]!) };
  const means = levelMeans(
    bySet,
    Float64Array.from(second.codes, (code) => b[code]!),
  );
  a.forEach((_, level) => (a[level]! += means[sets[0][level]!]!));
  b.forEach((_, level) => (b[level]! -= means[sets[1][level]!]!));
}
