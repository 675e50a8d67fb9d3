/** Statistics of a linear model under permuted labels, from the pooled model with interactions. */
import { codesByRow } from '../../../models/panel/units.js';
import { rowsOf } from '../../tasks/problem.js';
import { type Compared, pooled } from '../compared.js';
import type { Pair } from '../difference.js';
import { fitStack } from '../interacted/fit.js';
import { unitErrors } from '../interacted/unit-errors.js';
import { labelExchange } from './exchange.js';
import { type Permutable, statisticOf } from './permutable.js';

export async function linearStatistics(
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Permutable | { readonly reason: string }> {
  const { engine, units, model } = compared;
  if (model.weights?.type === 'frequency') {
    return {
      reason:
        'a row with a frequency weight represents several rows, whose labels would be exchanged together; repeat the row in the data instead',
    };
  }
  const chosen = pairs.length === 1 ? pairs[0]! : compared.groups.map((_, g) => g);
  const labelled = await pooled(compared, chosen);
  const rows = rowsOf(labelled.context);
  const unitOfRow = Int32Array.from(rows.rows, (row) => units.codes[row]!);
  const calendar = rows.panel && codesByRow(rows.panel).period;
  const inCalendar = units.column !== undefined && units.column === rows.panel?.unit;
  const exchange = labelExchange({
    labels: labelled.labels,
    units: unitOfRow,
    periods: inCalendar ? Int32Array.from(rows.rows, (row) => calendar![row]!) : undefined,
  });
  if (!exchange.changes) {
    return {
      reason: `units of ${units.column} with rows in the same periods have the same labels, so exchanging them changes nothing; use --method bootstrap`,
    };
  }
  const errors = unitErrors(labelled, units.column, unitOfRow);
  return {
    pairs,
    exchange,
    observed: labelled.labels,
    statistics(labels) {
      const fit = fitStack(engine, { ...labelled, labels }, errors);
      return pairs.map((pair) => {
        if ('status' in fit) return undefined;
        const [a, b] = pair.map((g) => chosen.indexOf(g)) as [number, number];
        const { estimates, covariance: v } = fit;
        const stdError = Math.sqrt(v[a]![a]! + v[b]![b]! - 2 * v[a]![b]!);
        return statisticOf((estimates[b]! - estimates[a]!) / stdError, stdError);
      });
    },
  };
}
