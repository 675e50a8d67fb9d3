/** The estimate of one group from the units that a replicate draws. */
import { splitUnits } from '../../../../words/errors/bootstrap/unavailable.js';
import { newEngine } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import { estimatesTask } from '../../../../models/dynamic/replicates/task.js';
import { fittedModel, linearOf } from '../../../../models/fitted-model.js';
import type { LinearFit } from '../../../../models/linear/fitted.js';
import type { FitContext } from '../../../../models/fit-context.js';
import type { UnitReplicates } from '../../../../models/protocol.js';
import { contextOf } from '../../../../models/context.js';
import { kindOf } from '../../kinds/registry.js';
import { prepareTask } from '../../prepared.js';
import { noBootstrap } from '../../../../models/replicates/refusal.js';
import { taskOf } from '../../plan/any.js';
import type { LinearTask } from '../../tasks/linear.js';
import { checkRows } from '../../tasks/linear-refusals.js';
import { type RowsTask, rowsTask } from '../../tasks/rows.js';
import { clusterUnits, rowUnits } from '../../tasks/units.js';
import { weightedTask } from '../../tasks/weighted.js';
import type { Compared } from '../compared.js';
import { type Sampler, unitNumbers } from './sampler.js';

/** @throws InputError `no-bootstrap` with the reason */
export async function groupSampler(
  { engine, groups, units, options }: Compared,
  g: number,
  numberOf: (row: number) => number,
): Promise<Sampler> {
  const { fit } = groups[g]!;
  const context = contextOf(fit)!;
  const places = [[g, Object.keys(fit.params).indexOf(options.of)]] as const;
  const { byUnit } = fittedModel(context);
  if (byUnit !== undefined) {
    const task = estimatesTask(byUnit.task(context, {}, []));
    const resampler = prepareTask(await newEngine(engine.module), task);
    const jointOf = (unit: number) => jointUnit(byUnit, context, unit, { units, numberOf });
    return { task, places, joint: resampler.units.map(jointOf) };
  }
  const linear = linearOf(context);
  if (linear === undefined) return weightedSampler(context, places, { units, options, numberOf });
  const task = linearTask(context, linear, { cluster: units.column, reps: options.reps });
  const joint = unitNumbers(task.units, linear.rows.rows, numberOf);
  return { task, places, joint };
}

interface Drawing extends Pick<Compared, 'units' | 'options'> {
  readonly numberOf: (row: number) => number;
}

/** Estimates all rows of a group, weighted by how often their units are drawn. */
function weightedSampler(
  context: FitContext,
  places: Sampler['places'],
  { units: { column: cluster }, options: { reps }, numberOf }: Drawing,
): Sampler {
  const scheme = cluster === undefined ? 'pairs' : 'cluster';
  const task = weightedTask(context, { reps, scheme, cluster }, []);
  const joint = unitNumbers(task.units, fittedModel(context).rows(context), numberOf);
  return { task, places, joint };
}

/**
 * Joint unit of a unit whose periods an estimate needs together.
 *
 * @throws InputError `no-bootstrap` if what is drawn splits the unit
 */
function jointUnit(
  byUnit: UnitReplicates<FitContext>,
  context: FitContext,
  number: number,
  { units: { codes, column }, numberOf }: Pick<Drawing, 'units' | 'numberOf'>,
): number {
  const rows = byUnit.rowsOf(context, number);
  if (rows.every((row) => codes[row] === codes[rows[0]!])) return numberOf(rows[0]!);
  const unit = byUnit.column(context);
  throw noBootstrap(splitUnits({ column: String(column), unit }), 'groups');
}

type DrawnTask = LinearTask | RowsTask;

/** If the weighting matrix of GMM is not a sum over the drawn units, each replicate is estimated from its rows. */
function linearTask(
  context: FitContext,
  linear: LinearFit,
  { cluster, reps }: { readonly cluster: string | undefined; readonly reps: number },
): DrawnTask {
  const weighted = linear.moments !== undefined;
  const scheme = cluster === undefined ? 'pairs' : 'cluster';
  const options = { reps, scheme, cluster, ...(weighted && { recenter: false }) } as const;
  try {
    const task = taskOf(context, options) as DrawnTask;
    return kindOf(task).coefficients(task);
  } catch (error) {
    if (!weighted || !(error instanceof InputError)) throw error;
    const { rows } = linear;
    const units = cluster === undefined ? rowUnits(rows) : clusterUnits(rows, cluster, 'groups');
    const drawn = { scheme, ...(cluster !== undefined && { cluster }) } as const;
    const rest = { options, ci: [], tests: [], errors: undefined };
    const plan = { context: linear, units, scheme: drawn, ...rest };
    checkRows(plan);
    return rowsTask(plan);
  }
}
