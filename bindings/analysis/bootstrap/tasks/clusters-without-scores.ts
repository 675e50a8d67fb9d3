/** Clusters that have no part in the variance of a wild bootstrap, because absorbed effects explain their regressors. */
import { findColumn, levelsOf } from '../../../data/index.js';
import type { Grouping } from '../../../models/linear/design/effects.js';
import type { LinearSample } from '../../../models/linear/design/sample.js';
import type { Units } from './units.js';

/**
 * The names of clusters that share no level of an effect with others and in which every regressor is constant within
 * the levels of an effect. What is left of their regressors is 0, and so are their scores under any multiplier.
 */
export function clustersWithoutScores(
  { rows, table, x }: Pick<LinearSample, 'rows' | 'table' | 'x'>,
  { codes, count, clusters }: Units,
  absorbed: readonly Grouping[],
  column: string,
): string[] {
  const clusterOf = clusters === undefined ? codes : codes.map((unit) => clusters.codes[unit]!);
  const without = new Uint8Array(clusters?.count ?? count).fill(Number(absorbed.length > 0));
  for (const effect of absorbed) {
    const first = firstRows(effect);
    effect.codes.forEach((level, row) => {
      const [a, b] = [clusterOf[row]!, clusterOf[first[level]!]!];
      if (a !== b) without[a] = without[b] = 0;
    });
  }
  for (const regressor of x) {
    if (typeof regressor === 'number' || !without.includes(1)) continue;
    const constant = new Uint8Array(without.length);
    for (const effect of absorbed) {
      const first = firstRows(effect);
      const varies = new Uint8Array(without.length);
      effect.codes.forEach((level, row) => {
        if (regressor[row] !== regressor[first[level]!]) varies[clusterOf[row]!] = 1;
      });
      varies.forEach((one, g) => (constant[g]! |= 1 - one));
    }
    constant.forEach((one, g) => (without[g]! &= one));
  }
  if (!without.includes(1)) return [];
  const { codes: values, names } = levelsOf(findColumn(table, column, 'bootstrap.cluster'));
  const firsts = firstRows({ codes: clusterOf, count: without.length });
  return Array.from(firsts, (row, g) =>
    without[g] === 1 ? [names[values[rows[row]!]!]!] : [],
  ).flat();
}

/** The first row of each level. */
function firstRows({ codes, count }: Pick<Grouping, 'codes' | 'count'>): Int32Array {
  const first = new Int32Array(count).fill(-1);
  codes.forEach((level, row) => {
    if (first[level] === -1) first[level] = row;
  });
  return first;
}
