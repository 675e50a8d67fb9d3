/**
 * A bootstrap that builds the indices of its model again in each replicate. It draws the units of the estimate and
 * those that only an index uses, such as rows without an outcome. Each unit is drawn with all its rows in the data.
 */
import * as said from '../../../words/errors/bootstrap/indices.js';
import { modelWithIndex } from '../../../words/expectations/bootstrap.js';
import type { FitContext } from '../../../models/fit-context.js';
import { fittedModel } from '../../../models/fitted-model.js';
import type { RebuiltSteps } from '../../../models/preparation/built-indices.js';
import { builtIndices } from '../../../models/preparation/prepare.js';
import { refitModel } from '../../../models/refits/refit-model.js';
import type { BootstrapOptions } from '../options.js';
import { badOption, noBootstrap } from '../../../models/replicates/refusal.js';
import type { BootstrapTask } from '../replicator.js';
import { unitsWithIndex } from './drawn-units.js';

/**
 * Adds to a task what its replicates need to build the indices of the model again; or the same task if there are no
 * indices.
 *
 * @throws InputError `no-bootstrap` if the scheme does not draw rows, `bad-value`
 */
export function withRebuild<Task extends BootstrapTask>(
  context: FitContext,
  task: Task,
  { rebuild }: BootstrapOptions,
): Task {
  const fitted = fittedModel(context);
  const table = fitted.table(context);
  const parts = table.prepared?.builds && builtIndices.loaded!;
  const { indices, steps, columns } = parts?.rebuiltSteps(context.model, table) ?? noSteps;
  if (indices.length === 0) {
    if (rebuild !== true) return task;
    throw badOption('rebuild', modelWithIndex(), rebuild);
  }
  if (rebuild === false) return { ...task, scheme: { ...task.scheme, given: indices } };
  const { scheme: drawn } = task.scheme;
  if (fitted.resampled === undefined) {
    throw noBootstrap(said.notResampled({ estimator: context.estimator, indices }));
  }
  if (!['pairs', 'cluster', 'block', 'stationary'].includes(drawn)) {
    throw noBootstrap(said.keptRows({ scheme: drawn, indices }));
  }
  const indexed = parts!.indexedRows(context.model, table, steps);
  const units = unitsWithIndex(context, task, table, indexed);
  const kept = columns.flatMap((name) => {
    const column = table.columns.get(name);
    return column === undefined ? [] : ([[name, column]] as const);
  });
  const { fileRows, nrows } = table;
  const part = { nrows, columns: new Map(kept), ...(fileRows && { fileRows }) };
  const scheme = {
    ...task.scheme,
    ...(task.scheme.units !== undefined && { units: units.count }),
    rebuilt: indices,
  };
  return {
    ...task,
    scheme,
    rebuild: { refit: refitModel(context), table: part, steps, ...units },
  };
}

const noSteps: RebuiltSteps = { indices: [], steps: [], columns: [] };
