/** Estimates without one of the drawn units: units of a dynamic panel, rows or clusters of a regression. */
import type { Engine } from '../../../core/engine/engine.js';
import { findColumn, levelsOf, rowNumber, type Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel, linearOf } from '../../../models/fitted-model.js';
import type { SchemeResult } from '../../../results/fit.js';
import { drawnColumn } from '../summary/scheme.js';
import { type LeftOut } from '../summary/jackknife.js';
import { leaveOut } from './leave-out.js';
import { kindOf } from '../kinds/registry.js';
import { prepareAny } from '../prepare-any.js';
import type { BootstrapTask } from '../replicator.js';
import { planLinear } from '../tasks/linear-plan.js';

/**
 * Computes the estimates in the calling thread. An aborted `signal` throws its reason. Moments are not recentred, as
 * those of the estimate are not.
 *
 * @throws InputError `no-bootstrap` if the scheme keeps the order of rows, which a gap would break
 */
export function leaveOutEach(
  context: FitContext,
  task: BootstrapTask,
  signal: AbortSignal | undefined,
): Promise<LeftOut> {
  const left = withoutCrossing(context, task);
  const deletions = {
    prepare: (engine: Engine) => prepareAny(engine, kindOf(left).coefficients(left)),
    nameUnits: (units: Int32Array) => namesOf(context, left.scheme, units),
  };
  return leaveOut(deletions, context.engine?.module, signal);
}

/** Draws the clusters of a wild bootstrap if effects cross them, as these change with the clusters that are left. */
function withoutCrossing(context: FitContext, task: BootstrapTask): BootstrapTask {
  const { scheme } = task;
  if (scheme.crossing === undefined) return task;
  const cluster = drawnColumn(scheme);
  const drawn = cluster === undefined ? ({ scheme: 'pairs' } as const) : { cluster };
  return planLinear(linearOf(context)!, { scheme: 'cluster', ...drawn, reps: 1, ci: [] }, []);
}

export function namesOf(
  context: FitContext,
  scheme: SchemeResult,
  units: Int32Array,
): readonly string[] {
  const model = fittedModel(context);
  if (model.byUnit !== undefined) return model.byUnit.names(context, units);
  const sample = { table: model.table(context), rows: model.rows(context) };
  const column = drawnColumn(scheme);
  return column === undefined
    ? Array.from(sample.rows, (row) => `row ${rowNumber(row, sample.table.fileRows)}`)
    : clusterNames(sample, column);
}

interface Rows {
  readonly table: Table;
  readonly rows: Int32Array;
}

/** Names the clusters in the order of the rows used, as `clusterUnits` numbers them. */
function clusterNames({ table, rows }: Rows, column: string): string[] {
  const { codes, names } = levelsOf(findColumn(table, column, 'bootstrap.cluster'));
  return [...new Set(Array.from(rows, (row) => codes[row]!))].map((code) => names[code]!);
}
