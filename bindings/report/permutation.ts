import pc from 'picocolors';
import type { PermutationTest } from '../bootstrap/index.js';
import { count, plural, pValue, statistic } from '../tables/format.js';
import { width, wrap } from '../tables/table.js';
import type { TextOptions } from './fit.js';

/** A permutation test in a few lines. */
export function permutationText(
  test: PermutationTest,
  { color = false }: TextOptions = {},
): string {
  const { bold, yellow } = pc.createColors(color);
  const { of, within, cluster, reps, enumerated, units, seed, monteCarloError, warnings } = test;
  const what =
    cluster === undefined ? plural(units, 'row') : `${count(units)} clusters of ${cluster}`;
  const inside = within === undefined ? '' : ` within ${within}`;
  const drawn = enumerated
    ? `all ${count(reps)} permutations`
    : `${plural(reps, 'permutation')}, seed ${seed}`;
  const error = enumerated ? '' : `, MC error ${monteCarloError.toPrecision(2)}`;
  const name = test.statistic === 't' ? 't' : 'coefficient';
  return [
    bold(`Permutation test of ${of} = 0`),
    ...wrap(`${drawn} of ${what}${inside}`, width),
    `${name} ${statistic(test.stat)}: permutation p ${pValue(test.pValue)}${error}`,
    ...warnings.flatMap(({ message }) => wrap(`warning: ${message}`, width).map(yellow)),
  ].join('\n');
}
