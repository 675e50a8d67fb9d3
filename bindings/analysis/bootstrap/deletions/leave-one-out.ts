/** Estimates without one of the drawn units: units of a dynamic panel, rows or clusters of a regression. */
import type { Engine } from '../../../core/engine/engine.js';
import { findColumn, levelsOf, rowNumber, type Table } from '../../../data/index.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import type { SchemeResult } from '../../../results/fit.js';
import { drawnColumn } from '../summary/scheme.js';
import { type LeftOut } from '../summary/jackknife.js';
import { leaveOut } from './leave-out.js';
import { kindOf } from '../kinds/registry.js';
import { prepareAny } from '../prepare-any.js';
import type { BootstrapTask } from '../replicator.js';

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
  const deletions = {
    prepare: (engine: Engine) => prepareAny(engine, kindOf(task).coefficients(task)),
    nameUnits: (units: Int32Array) => namesOf(context, task.scheme, units),
  };
  return leaveOut(deletions, context.engine?.module, signal);
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
