/** Statistics of moments of units under permuted labels. Each group is estimated from sums over the units it has then. */
import { otherLabels, switchingLabels } from '../../../../words/errors/bootstrap/comparisons.js';
import { unknownInPair } from '../../../../words/errors/bootstrap/groups.js';
import { type Engine, newEngine } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import { checkOmitted } from '../../../../data/index.js';
import { contextOf } from '../../../../models/context.js';
import { fitModel } from '../../../../models/fit.js';
import type { UnitMomentsTask } from '../../../../models/dynamic/replicates/task.js';
import { fittedModel } from '../../../../models/fitted-model.js';
import { prepareMoments, type Replicator } from '../../replicator.js';
import { noBootstrap } from '../../../../models/replicates/refusal.js';
import type { Compared } from '../compared.js';
import type { Pair } from '../difference.js';
import { labelExchange } from './exchange.js';
import { type Permutable, type Statistic, statisticOf, type Statistics } from './permutable.js';
import { within } from '../split.js';

/**
 * Prepares the sample of a pair. The error of the difference combines the errors by unit of both groups, which share no
 * unit.
 *
 * @throws InputError `no-bootstrap` if units switch groups, or clusters contain several units; as `bootstrap`
 */
export async function permutableByUnit(
  compared: Compared,
  pair: Pair,
): Promise<Permutable<SampleByUnit>> {
  const { engine, model, split, units, switchingUnits, options } = compared;
  if (switchingUnits > 0) {
    throw noBootstrap(switchingLabels({ units: switchingUnits, column: units.column! }), 'groups');
  }
  const fit = await fitModel(split.table, within(model, split, pair), { engine });
  const context = contextOf(fit)!;
  const byUnit = fittedModel(context).byUnit!;
  if (units.column !== byUnit.column(context)) {
    throw noBootstrap(otherLabels({ column: units.column! }), 'groups');
  }
  const task = byUnit.errorsTask(context);
  const { units: drawn } = prepareMoments(await newEngine(engine.module), task);
  const labelOf = new Map(
    pair.flatMap((g, label) =>
      Array.from(compared.groups[g]!.rows, (row) => [row, label] as const),
    ),
  );
  const labels = Int32Array.from(drawn, (unit) => {
    const row = byUnit.rowsOf(context, unit).find((one) => labelOf.has(one));
    return labelOf.get(row!)!;
  });
  checkOmitted('groups: of', fit.omitted ?? [], options.of);
  const place = Object.keys(fit.params).indexOf(options.of);
  if (place < 0) throw new InputError(unknownInPair({ of: options.of }), 'groups');
  const rows = { labels, units: drawn };
  const k = Object.keys(fit.params).length;
  const sample = { kind: 'by-unit', task, place, k } as const;
  return { pairs: [pair], sample, rows, exchange: labelExchange(rows) };
}

/** The task, the position of the coefficient, and the number of coefficients. */
export interface SampleByUnit {
  readonly kind: 'by-unit';
  readonly task: UnitMomentsTask;
  readonly place: number;
  readonly k: number;
}

export function statisticsByUnit(engine: Engine, { task, place, k }: SampleByUnit): Statistics {
  const replicator = prepareMoments(engine, task);
  return (labels) => [statisticUnder(replicator, labels, { place, k })];
}

function statisticUnder(
  { weigh }: Replicator,
  labels: Int32Array,
  { place, k }: { readonly place: number; readonly k: number },
): Statistic | undefined {
  const [first, second] = [0, 1].map((g) => {
    const { values, statuses } = weigh(
      labels.map((label) => Number(label === g)),
      1,
    );
    if ((statuses[0]! & ReplicateStatus.bits) !== 0) return undefined;
    return { estimate: values[place]!, stdError: values[k + place]! };
  });
  if (first === undefined || second === undefined) return undefined;
  const stdError = Math.sqrt(first.stdError ** 2 + second.stdError ** 2);
  return statisticOf((second.estimate - first.estimate) / stdError, stdError);
}
