/** Prepares data for a model: append, reshape, merge, build, in this order. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import * as v from 'valibot';
import { checkKeys } from '../../core/arguments/arguments.js';
import { onFirstUse } from '../../core/values/first-use.js';
import { anyTable, type DataInput } from '../../data/to-table.js';
import type { Table } from '../../data/table.js';
import { aFunction } from '../../words/expectations/values.js';
import { expects } from '../../words/expects.js';
import { localSchemas } from '../../core/jobs/run-options.js';
import type { Preparation, PreparationInput, PrepareOptions, Steps } from './preparation.js';
import { checked } from '../schema/check.js';
import { stepKeys } from '../schema/data-schema.js';
import { panel, record } from '../schema/schema.js';

const schema = record({ ...stepKeys, panel: v.optional(panel) });

const optionSchemas = {
  ...localSchemas,
  read: v.custom<() => void>((value) => typeof value === 'function', expects(aFunction())),
};

/**
 * The table after its steps: `append`, `reshape`, `merge` and `build`, which are keys of a model file. `fitModel` calls it. Call
 * it yourself to describe new columns, or to run the steps once for several models of one table.
 *
 * @throws InputError for unknown keys, columns and files, and of the steps
 */
export async function prepareData(
  data: DataInput,
  steps: PreparationInput,
  options: PrepareOptions = {},
): Promise<Table> {
  checkKeys('data', optionSchemas, options);
  return inOnePiece(options, async () => {
    return preparedFor(anyTable(data), checked(schema, steps, 'data'), options);
  });
}

/**
 * `prepareData` for the steps of a checked model. A table that these steps have already prepared is returned unchanged.
 */
export async function preparedFor(
  table: Table,
  steps: Preparation,
  options: PrepareOptions = {},
): Promise<Table> {
  return (await runSteps(table, steps, options)).table;
}

/**
 * The part that finds the steps that a bootstrap repeats. It is loaded once a table has been through `build`; workers
 * have it.
 */
export const builtIndices = onFirstUse(() => import('./built-indices.js'));

/** `preparedFor` together with what the steps made: nothing if the table had already been prepared. */
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
  { append, reshape, merge, build, panel }: Preparation,
  options: PrepareOptions,
): Promise<Steps> {
  const nothing = { table, indices: {}, splits: [] };
  if ([append, reshape, merge, build].every((step) => step === undefined)) return nothing;
  const recipe = JSON.stringify([append, reshape, merge, build, build && panel]);
  if (table.prepared?.recipes.includes(recipe) === true) return nothing;
  const { takeSteps } = await import('./steps.js');
  return takeSteps(table, { append, reshape, merge, build, panel, recipe }, options);
}
