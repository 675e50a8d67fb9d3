/** Statistics of a linear model under permuted labels, from the pooled model with interactions. */
import { type Told } from '../../../../words/told.js';
import { frequencyLabels, sameLabels } from '../../../../words/errors/bootstrap/comparisons.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { omit } from '../../../../core/values/omit.js';
import { codesByRow } from '../../../../models/linear/design/units.js';
import type { LinearFit } from '../../../../models/linear/fitted.js';
import { type Compared, pooled } from '../compared.js';
import type { Pair } from '../difference.js';
import { type Errors, fitStack } from '../../../interacted/fit.js';
import type { Labelled } from '../../../interacted/stack.js';
import { unitErrors } from '../../../interacted/unit-errors.js';
import { labelExchange } from './exchange.js';
import { type Permutable, statisticOf, type Statistics } from './permutable.js';

/** The pooled model, and the pairs by the numbers that their groups have in it. */
export interface LinearSample {
  readonly kind: 'linear';
  readonly labelled: Labelled;
  readonly errors: Errors;
  readonly pairs: readonly Pair[];
}

export function linearStatistics(
  engine: Engine,
  { labelled, errors, pairs }: LinearSample,
): Statistics {
  return (labels) => {
    const fit = fitStack(engine, { ...labelled, labels }, errors);
    return pairs.map(([a, b]) => {
      if ('status' in fit) return undefined;
      const { estimates, covariance: v } = fit;
      const stdError = Math.sqrt(v[a]![a]! + v[b]![b]! - 2 * v[a]![b]!);
      return statisticOf((estimates[b]! - estimates[a]!) / stdError, stdError);
    });
  };
}

export async function linearPermutable(
  compared: Compared,
  pairs: readonly Pair[],
): Promise<Permutable<LinearSample> | { readonly reason: Told }> {
  const { units, model } = compared;
  if (model.weights?.type === 'frequency') {
    return { reason: frequencyLabels() };
  }
  const chosen = pairs.length === 1 ? pairs[0]! : compared.groups.map((_, g) => g);
  const labelled = await pooled(compared, chosen);
  const { rows } = labelled.context;
  const unitOfRow = Int32Array.from(rows.rows, (row) => units.codes[row]!);
  const calendar = rows.panel && codesByRow(rows.panel).period;
  const inCalendar = units.column !== undefined && units.column === rows.panel?.unit;
  const labelledRows = {
    labels: labelled.labels,
    units: unitOfRow,
    periods: inCalendar ? Int32Array.from(rows.rows, (row) => calendar![row]!) : undefined,
  };
  const exchange = labelExchange(labelledRows);
  if (!exchange.changes) {
    return { reason: sameLabels({ column: String(units.column) }) };
  }
  const errors = unitErrors(labelled, units.column, unitOfRow);
  const placed = pairs.map(([a, b]): Pair => [chosen.indexOf(a), chosen.indexOf(b)]);
  const plain = { ...labelled, context: withoutData(labelled.context) };
  const sample = { kind: 'linear', labelled: plain, errors, pairs: placed } as const;
  return { pairs, sample, rows: labelledRows, exchange };
}

/** The regression without its table and result, which workers do not need. */
function withoutData(context: LinearFit): LinearFit {
  const rows = omit(context.rows, 'table', 'ledger');
  return { ...omit(context, 'result'), rows } as LinearFit;
}
