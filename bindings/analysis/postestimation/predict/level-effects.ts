/** Absorbed effects of the rows of other data, for levels that occur in the sample of the fit. */
import type { Table } from '../../../data/index.js';
import type { LinearFit } from '../../../models/linear/fitted.js';
import type { FitResult } from '../../../results/fit.js';
import { splitEffects } from '../augment/effects.js';
import { decompose } from '../augment/linear.js';
import { columnsOfEffects, labels } from '../rows/effect-levels.js';
import { mark, markUnseen, type Reasons } from './new-rows.js';

/** The absorbed effect of each row of `table`. NaN if the fit does not have it; a reason is then added. */
export function absorbedEffects(
  context: LinearFit,
  fit: FitResult,
  table: Table,
  reasons: Reasons,
): Float64Array {
  const { sample, effect, groupings } = decompose(context, fit);
  const split = splitEffects(groupings, effect!)!;
  const total = new Float64Array(table.nrows);
  const sets = groupings.map(() => new Int32Array(table.nrows).fill(-1));
  columnsOfEffects(context).forEach((columns, g) => {
    const { codes } = groupings[g]!;
    const { name, values } = split.effects[g]!;
    const known = new Map<string, number>();
    const fitLabels = labels(sample.table, columns);
    sample.rows.forEach((row, i) => known.set(fitLabels[row]!, codes[i]!));
    const all = labels(table, columns);
    mark(reasons, `${name} missing`, (row) => all[row] === '', table.nrows);
    const unseen = [...new Set(all)].filter((label) => label !== '' && !known.has(label));
    const isUnseen = (row: number) => all[row] !== '' && !known.has(all[row]!);
    markUnseen(reasons, name, unseen, isUnseen, table.nrows);
    all.forEach((label, row) => {
      const level = known.get(label);
      total[row]! += level === undefined ? NaN : values[level]!;
      sets[g]![row] = level === undefined ? -1 : (split.sets?.[g === 0 ? 0 : 1][level] ?? 0);
    });
  });
  const [first, second] = sets;
  if (first !== undefined && second !== undefined) {
    const apart = (row: number) => !Number.isNaN(total[row]) && first[row] !== second[row];
    const [a, b] = split.effects;
    mark(reasons, `no rows of the fit connect ${a!.name} and ${b!.name}`, apart, table.nrows);
  }
  return total;
}
