/**
 * Statistics of a dynamic panel under permuted labels. Each group is estimated from sums over the units that it has
 * then.
 */
import { otherLabels, switchingLabels } from '../../../../words/errors/bootstrap/comparisons.js';
import { unknownInPair } from '../../../../words/errors/bootstrap/groups.js';
import { type Engine, newEngine } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import { checkOmitted } from '../../../../data/index.js';
import { contextOf } from '../../../../models/context.js';
import { fitModel } from '../../../../models/fit.js';
import type { DpdFitted } from '../../../../models/dpd/index.js';
import { unitMoments } from '../../kinds/unit-moments.js';
import { type DpdTask, noStatistics, prepareDpd, type Replicator } from '../../replicator.js';
import { dpdTask } from '../../tasks/dpd.js';
import { noBootstrap } from '../../options.js';
import type { Compared } from '../compared.js';
import type { Pair } from '../difference.js';
import { labelExchange } from './exchange.js';
import { type Permutable, type Statistic, statisticOf, type Statistics } from './permutable.js';
import { within } from '../split.js';

/**
 * Prepares the sample of a pair. The error of the difference combines the errors by unit of both groups, which share no
 * unit.
 *
 * @throws InputError `no-bootstrap` if units switch groups, or clusters contain several units; as `dpdTask`
 */
export async function dynamicPermutable(
  compared: Compared,
  pair: Pair,
): Promise<Permutable<DynamicSample>> {
  const { engine, model, split, units, switchingUnits, options } = compared;
  if (switchingUnits > 0) {
    throw noBootstrap(switchingLabels({ units: switchingUnits, column: units.column! }), 'groups');
  }
  const fit = await fitModel(split.table, within(model, split, pair), { engine });
  const context = contextOf(fit) as DpdFitted;
  if (units.column !== context.model.panel.unit) {
    throw noBootstrap(otherLabels({ column: units.column! }), 'groups');
  }
  const task = taskOf(context);
  const { units: drawn } = prepareDpd(await newEngine(engine.module), task);
  const { panel } = context.sample;
  const labelOf = new Map(
    pair.flatMap((g, label) =>
      Array.from(compared.groups[g]!.rows, (row) => [row, label] as const),
    ),
  );
  const labels = Int32Array.from(drawn, (unit) => {
    const rows = panel.order.subarray(panel.unitStart[unit], panel.unitStart[unit + 1]);
    return labelOf.get(rows.find((row) => labelOf.has(row))!)!;
  });
  checkOmitted('groups: of', fit.omitted ?? [], options.of);
  const place = Object.keys(fit.params).indexOf(options.of);
  if (place < 0) throw new InputError(unknownInPair({ of: options.of }), 'groups');
  const rows = { labels, units: drawn };
  const k = Object.keys(fit.params).length;
  const sample = { kind: 'dynamic', task, place, k } as const;
  return { pairs: [pair], sample, rows, exchange: labelExchange(rows) };
}

/** The task of a dynamic panel, the position of the coefficient, and the number of coefficients. */
export interface DynamicSample {
  readonly kind: 'dynamic';
  readonly task: DpdTask;
  readonly place: number;
  readonly k: number;
}

export function dynamicStatistics(engine: Engine, { task, place, k }: DynamicSample): Statistics {
  const replicator = prepareDpd(engine, task);
  return (labels) => [statisticUnder(replicator, labels, { place, k })];
}

/** The task for the estimates and their errors, without recentring. */
function taskOf(context: DpdFitted): DpdTask {
  const task = unitMoments.coefficients(dpdTask(context, { reps: 1 }, []));
  const { steps, vcov } = context.model;
  const twoSteps = vcov.type === 'windmeijer' ? 'windmeijer' : 'model';
  const covariance = steps === 1 ? 'robust' : twoSteps;
  return { ...task, statistics: { ...noStatistics, covariance } };
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
