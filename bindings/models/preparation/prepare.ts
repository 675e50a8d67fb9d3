/** What is done to data before a model: reshape, merge, build, in this order. */
import * as v from 'valibot';
import { checkKeys } from '../../core/arguments/arguments.js';
import { onFirstUse } from '../../core/values/first-use.js';
import { anyTable, type DataInput } from '../../data/to-table.js';
import type { Table } from '../../data/table.js';
import { runSchemas } from '../../core/jobs/run-options.js';
import type { Preparation, PreparationInput, PrepareOptions, Steps } from './preparation.js';
import { checked } from '../schema/check.js';
import { stepKeys } from '../schema/data-schema.js';
import { panel, record } from '../schema/schema.js';

const schema = record({ ...stepKeys, panel: v.optional(panel) });

const optionSchemas = {
  engine: runSchemas.engine,
  read: v.custom<() => void>((value) => typeof value === 'function', 'a function'),
};

/**
 * The table after its steps: `reshape`, `merge` and `build`, which are keys of a model file. `fitModel` calls it; other
 * uses are descriptions of new columns, and several models on one table, whose steps then run once.
 *
 * @throws InputError for unknown keys, columns and files, and of the steps
 */
export async function prepareData(
  data: DataInput,
  steps: PreparationInput,
  options: PrepareOptions = {},
): Promise<Table> {
  checkKeys('data', optionSchemas, options);
  return preparedFor(anyTable(data), checked(schema, steps, 'data'), options);
}

/** `prepareData` for the steps of a model that was checked. A table that has been through them is returned as it is. */
export async function preparedFor(
  table: Table,
  steps: Preparation,
  options: PrepareOptions = {},
): Promise<Table> {
  return (await runSteps(table, steps, options)).table;
}

/** What a bootstrap repeats of a table's steps. It is loaded when a table has been through `build`; workers have it. */
export const builtIndices = onFirstUse(() => import('./built-indices.js'));

/** `preparedFor` with what was made; nothing was if the table has been through the steps. */
export async function runSteps(
  table: Table,
  preparation: Preparation,
  options: PrepareOptions = {},
): Promise<Steps> {
  const steps = await chosenSteps(table, preparation, options);
  if (steps.table.prepared?.builds !== undefined) await builtIndices.load();
  return steps;
}

async function chosenSteps(
  table: Table,
  { reshape, merge, build, panel }: Preparation,
  options: PrepareOptions,
): Promise<Steps> {
  const nothing = { table, indices: {}, splits: [] };
  if (reshape === undefined && merge === undefined && build === undefined) return nothing;
  const recipe = JSON.stringify([reshape, merge, build, build && panel]);
  if (table.prepared?.recipes.includes(recipe) === true) return nothing;
  const { takeSteps } = await import('./steps.js');
  return takeSteps(table, { reshape, merge, build, panel, recipe }, options);
}
