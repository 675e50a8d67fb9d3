/** What a permutation test exchanges: rows or whole clusters, within strata. */
import * as said from '../../../words/errors/bootstrap/permutations.js';
import type { Grouping } from '../../../models/linear/design/effects.js';
import type { Units } from '../tasks/units.js';
import { noPermutation } from '../../../models/replicates/refusal.js';

export interface Exchange {
  /** The rows sorted by item, and the items by stratum. */
  readonly rows: readonly number[];
  /**
   * First row of each item, ending with the number of rows; first item of each stratum, ending with the number of
   * items.
   */
  readonly starts: Int32Array;
  readonly strata: Int32Array;
  /**
   * Number of possible permutations, and number of clusters that are never exchanged because no other has their size.
   */
  readonly count: number;
  readonly fixed: number;
}

/**
 * Collects the items to exchange: rows, or clusters in the order of their rows. An item is only exchanged with items of
 * the same size and the same value of `within`.
 *
 * @throws InputError `no-bootstrap` if nothing can be exchanged, if a cluster has several values of `within`, or if an
 *   exchange would change an absorbed effect
 */
export function exchangeOf(
  nrows: number,
  clusters: Units | undefined,
  within: Units | undefined,
  effect: Grouping | undefined,
): Exchange {
  const items = new Map<number, number[]>();
  for (let i = 0; i < nrows; i++) {
    const key = clusters?.codes[i] ?? i;
    const members = items.get(key);
    if (members === undefined) items.set(key, [i]);
    else members.push(i);
  }
  const strata = new Map<string, number[][]>();
  for (const rows of items.values()) {
    const value = within?.codes[rows[0]!] ?? 0;
    if (rows.some((row) => (within?.codes[row] ?? 0) !== value)) {
      throw noPermutation(said.variesWithin());
    }
    const key = `${value} ${rows.length}`;
    const others = strata.get(key);
    if (others === undefined) strata.set(key, [rows]);
    else others.push(rows);
  }
  const ordered = [...strata.values()];
  if (effect !== undefined) checkEffect(ordered, effect);
  const count = ordered.reduce((product, { length }) => product * factorial(length), 1);
  if (count === 1) {
    throw noPermutation(said.nothingToExchange());
  }
  const all = ordered.flat();
  return {
    rows: all.flat(),
    starts: sumsOf(all.map(({ length }) => length)),
    strata: sumsOf(ordered.map(({ length }) => length)),
    count,
    fixed: clusters === undefined ? 0 : ordered.filter(({ length }) => length === 1).length,
  };
}

/** Checks that exchanges stay within the levels of an effect: Freedman and Lane's residuals then keep their means. */
function checkEffect(strata: readonly number[][][], { name, codes }: Grouping): void {
  const whole = strata.every((items) => {
    const level = codes[items[0]![0]!];
    return items.flat().every((row) => codes[row] === level);
  });
  if (whole) return;
  throw noPermutation(said.acrossLevels({ effect: name }));
}

/** Returns 0 followed by the cumulative sums. */
function sumsOf(lengths: readonly number[]): Int32Array {
  const sums = new Int32Array(lengths.length + 1);
  lengths.forEach((length, i) => (sums[i + 1] = sums[i]! + length));
  return sums;
}

function factorial(n: number): number {
  let product = 1;
  for (let i = 2; i <= n && product < Infinity; i++) product *= i;
  return product;
}
