/** What a permutation of labels exchanges: the sequences of labels of units. */
import type { Engine } from '../../../../core/engine/engine.js';
import { scope } from '../../../../core/engine/arena.js';
import { splitSeed } from '../../../../core/numerics/random.js';
import { isConstantWithin } from '../../../interacted/stack.js';

/** Rows, each with a label and a unit, in the order of units and periods. */
export interface LabelledRows {
  readonly labels: Int32Array;
  readonly units: Int32Array;
  /** Period of each row; undefined without a calendar. */
  readonly periods?: Int32Array | undefined;
}

export interface LabelExchange {
  /** Number of units, and number of units that have no partner to exchange with. */
  readonly nunits: number;
  readonly fixed: number;
  /** False if every exchange leaves the labels unchanged. */
  readonly changes: boolean;
  /** The smallest possible p-value: the share of distinct labellings whose |t| must equal that of the sample. */
  readonly smallest: number;
  /** Labels of the rows in permutation r of a seed. */
  permuted(engine: Engine, seed: number, r: number): Int32Array;
}

/**
 * Labels that are constant within units are exchanged among all units. Sequences are exchanged among units with rows in
 * the same periods or, without a calendar, with as many rows.
 */
export function labelExchange({ labels, units, periods }: LabelledRows): LabelExchange {
  const constant = isConstantWithin(labels, units);
  const rowsOf = rowsByUnit(units);
  const patternOf = (rows: readonly number[]) =>
    constant ? '' : periods ? rows.map((row) => periods[row]).join(' ') : String(rows.length);
  const strata = new Map<string, number[][]>();
  for (const rows of rowsOf) {
    const pattern = patternOf(rows);
    const others = strata.get(pattern);
    if (others === undefined) strata.set(pattern, [rows]);
    else others.push(rows);
  }
  const sizes = [...strata.values()].map(({ length }) => length);
  const items = [...strata.values()].flat();
  const starts = Int32Array.from(sizes, (_, s) => sizes.slice(0, s).reduce((a, b) => a + b, 0));
  const bounds = Int32Array.from([...starts, items.length]);
  return {
    nunits: items.length,
    fixed: sizes.filter((size) => size === 1).length,
    changes: [...strata.values()].some((units) => differ(units, labels)),
    smallest: smallestShare(
      [...strata.values()].map((units) =>
        units.map((rows) => (constant ? rows.slice(0, 1) : rows).map((row) => labels[row]!)),
      ),
    ),
    permuted(engine, seed, r) {
      const order = orderOf(engine, bounds, seed, r);
      const out = new Int32Array(labels.length);
      items.forEach((rows, i) => {
        const from = items[order[i]!]!;
        rows.forEach((row, j) => (out[row] = labels[constant ? from[0]! : from[j]!]!));
      });
      return out;
    },
  };
}

/** Whether units that may be exchanged have different labels. */
function differ(units: readonly (readonly number[])[], labels: Int32Array): boolean {
  const first = units[0]!;
  return units.some((rows) => rows.some((row, j) => labels[row] !== labels[first[j] ?? first[0]!]));
}

/**
 * 1 / m for m distinct labellings, counted from the labels of the units in each stratum; 2 / m if swapping the two
 * groups also gives one of the labellings, because its t only has the opposite sign.
 */
function smallestShare(strata: readonly (readonly (readonly number[])[])[]): number {
  let [share, mirrored] = [1, true];
  for (const units of strata) {
    const counts = new Map<string, number>();
    units.forEach((labels, i) => {
      const key = labels.join(' ');
      counts.set(key, (counts.get(key) ?? 0) + 1);
      share *= counts.get(key)! / (i + 1); // the inverse of a multinomial coefficient
    });
    const swapped = (key: string) => key.replace(/\d+/g, (label) => String(1 - Number(label)));
    mirrored &&= [...counts].every(([key, count]) => counts.get(swapped(key)) === count);
  }
  return mirrored ? 2 * share : share;
}

/** The rows of each unit, in the order of the units' numbers. */
function rowsByUnit(units: Int32Array): number[][] {
  const rows = new Map<number, number[]>();
  units.forEach((unit, row) => {
    const others = rows.get(unit);
    if (others === undefined) rows.set(unit, [row]);
    else others.push(row);
  });
  return [...rows].sort(([a], [b]) => a - b).map(([, list]) => list);
}

function orderOf(engine: Engine, bounds: Int32Array, seed: number, r: number): Int32Array {
  const [low, high] = splitSeed(seed);
  return scope(engine, (arena) => {
    const out = arena.allocInts(bounds.at(-1)!);
    engine.exports.random_order(bounds.length - 1, arena.putInts(bounds), r, low, high, out);
    return arena.ints(out, bounds.at(-1)!);
  });
}
