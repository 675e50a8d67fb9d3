/** The estimate of one group from the units that a replicate draws. */
import { splitUnits } from '../../../../words/errors/bootstrap/unavailable.js';
import { newEngine } from '../../../../core/engine/engine.js';
import { InputError } from '../../../../core/errors/errors.js';
import type { DpdFitted } from '../../../../models/dpd/index.js';
import { fittedModel, linearOf, unitMomentsOf } from '../../../../models/fitted-model.js';
import type { LinearFit } from '../../../../models/linear/fitted.js';
import type { FitContext } from '../../../../models/fit-context.js';
import { contextOf } from '../../../../models/context.js';
import { kindOf } from '../../kinds/registry.js';
import { unitMoments } from '../../kinds/unit-moments.js';
import { prepareTask } from '../../prepared.js';
import { noBootstrap } from '../../options.js';
import { taskOf } from '../../plan/any.js';
import { dpdTask } from '../../tasks/dpd.js';
import type { LinearTask } from '../../tasks/linear.js';
import { type RowsTask, rowsTask } from '../../tasks/rows.js';
import { clusterUnits, rowUnits } from '../../tasks/units.js';
import { weightedTask } from '../../tasks/weighted.js';
import type { Compared } from '../compared.js';
import type { UnitsOfTable } from '../units.js';
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
  const moments = unitMomentsOf(context);
  if (moments !== undefined) {
    const task = unitMoments.coefficients(dpdTask(moments, { reps: options.reps }, []));
    const resampler = prepareTask(await newEngine(engine.module), task);
    const joint = dynamicUnits(moments, resampler.units, { units, numberOf });
    return { task, places, joint };
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
 * Joint unit of each unit of a dynamic panel.
 *
 * @throws InputError `no-bootstrap` if what is drawn splits units, whose periods a dynamic panel needs together
 */
function dynamicUnits(
  { sample: { panel }, model }: DpdFitted,
  units: Int32Array,
  {
    units: { codes, column },
    numberOf,
  }: {
    readonly units: UnitsOfTable;
    readonly numberOf: (row: number) => number;
  },
): Int32Array {
  return units.map((unit) => {
    const rows = panel.order.subarray(panel.unitStart[unit], panel.unitStart[unit + 1]);
    if (rows.every((row) => codes[row] === codes[rows[0]!])) return numberOf(rows[0]!);
    throw noBootstrap(splitUnits({ column: String(column), unit: model.panel.unit }), 'groups');
  });
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
    const plan = {
      kind: 'drawn-rows',
      context: linear,
      options,
      units,
      ci: [],
      tests: [],
    } as const;
    return rowsTask({ ...plan, scheme: { scheme, ...(cluster !== undefined && { cluster }) } });
  }
}
