/** The steps of `build` that make the indices of a model or read them. Bootstraps repeat these steps. */
import { groupedFilter, groupedStep } from '../../words/errors/models/keys.js';
import {
  type BuildStep,
  columnsInWhere,
  isGrouped,
  parseWhere,
  readsOtherRows,
  stepWords,
  type Table,
} from '../../data/index.js';
import { indicatorsOf } from '../indices/indicators.js';
import { optionsOfStep } from '../indices/options.js';
import type { Model } from '../model.js';
import { namedColumns } from '../reading/named-columns.js';
import { noBootstrap } from '../replicates/refusal.js';
import type { RebuiltStep } from './preparation.js';
import { columnsReadBy } from './step-columns.js';

export interface RebuiltSteps {
  /** Names of the indices that the model uses. */
  readonly indices: readonly string[];
  /** The steps of these indices and of the columns that are computed from them, in order. */
  readonly steps: readonly RebuiltStep[];
  /** Columns that the steps and the model read. */
  readonly columns: readonly string[];
}

/** The steps on which the columns of a model depend, in order, and all columns that these steps read. */
export function usedSteps(model: Model, { prepared }: Table) {
  const all = (prepared?.builds ?? []).flatMap(({ steps, panel }) =>
    steps.map((step) => ({ step, panel }) as RebuiltStep),
  );
  const needed = new Set(namedColumns(model));
  const missing = new Set(needed);
  const used = all.reverse().filter(({ step }) => {
    // A column that a later step replaces is needed only if that step reads it.
    if (!missing.delete(step.name)) return false;
    for (const name of columnsReadBy(step)) {
      needed.add(name);
      missing.add(name);
    }
    return true;
  });
  return { used: used.reverse(), needed };
}

/** Finds the indices on which the columns of a model depend. */
export function rebuiltSteps(model: Model, table: Table): RebuiltSteps {
  const { used, needed } = usedSteps(model, table);
  const rebuilt = new Set<string>();
  const steps = used.filter(({ step }) => {
    const isRebuilt = 'index' in step || columnsReadBy(step).some((name) => rebuilt.has(name));
    if (isRebuilt) rebuilt.add(step.name);
    return isRebuilt;
  });
  const indices = steps.flatMap(({ step }) => ('index' in step ? [step.name] : []));
  return { indices, steps, columns: [...needed] };
}

function checkRows(step: BuildStep): void {
  if ('index' in step || !isGrouped(step)) return;
  throw noBootstrap(groupedStep({ column: step.name, step: stepWords(step) }));
}

function checkFilter(where: string | undefined, rebuilt: ReadonlySet<string>): void {
  if (where === undefined) return;
  const filter = parseWhere(where);
  const name = columnsInWhere(filter).find((column) => rebuilt.has(column));
  if (name === undefined || !readsOtherRows(filter)) return;
  throw noBootstrap(groupedFilter({ filter: where, column: name }));
}

/**
 * 1 for rows in which an index has a value.
 *
 * @throws InputError `no-bootstrap` for a column whose value in a row depends on the index in other rows
 */
export function indexedRows(model: Model, table: Table, steps: readonly RebuiltStep[]): Uint8Array {
  for (const { step } of steps) checkRows(step);
  checkFilter(model.where, new Set(steps.map(({ step }) => step.name)));
  const indexed = new Uint8Array(table.nrows);
  for (const { step } of steps) {
    if (!('index' in step)) continue;
    for (const row of indicatorsOf(table, optionsOfStep(step)).rows) indexed[row] = 1;
  }
  return indexed;
}
