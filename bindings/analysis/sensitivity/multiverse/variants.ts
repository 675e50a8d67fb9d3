/** Tables of models whose columns are built in other ways. */
import { rebuiltTwice } from '../../../words/errors/analysis/sensitivity.js';
import type { Engine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import { omit } from '../../../core/values/omit.js';
import type { BuildStep, Table } from '../../../data/index.js';
import type { Model } from '../../../models/model.js';
import type { DataSteps } from '../../../models/schema/data-keys.js';
import { preparedFor } from '../../../models/preparation/prepare.js';
import { columnsReadBy } from '../../../models/preparation/step-columns.js';

export interface Variants {
  readonly tables: readonly Table[];
  /** By model: 0 is the table of the original model, 1 the first of `tables`. */
  readonly tableOf: readonly number[];
}

/**
 * Builds the columns that the steps of a model add to those of the original model, and the columns that depend on them;
 * undefined if no model has such steps.
 *
 * @throws InputError `bad-value` for a step that would be taken twice; as `prepareData`
 */
export async function variantsOf(
  models: readonly Model[],
  original: Model,
  table: Table,
  engine: Engine,
): Promise<Variants | undefined> {
  const added = models.map(({ build = [] }) => build.slice(original.build?.length ?? 0));
  const keys = added.map((steps) => JSON.stringify(steps));
  const variants = [...new Map(keys.map((key, i) => [key, added[i]!]))].filter(
    ([, steps]) => steps.length > 0,
  );
  if (variants.length === 0) return undefined;
  const { panel } = original;
  const tables = await Promise.all(
    variants.map(async ([, steps]) => {
      const build = stepsWith(steps, table) as DataSteps['build'];
      return omit(await preparedFor(table, { build, panel }, { engine }), 'shared') as Table;
    }),
  );
  const place = new Map(variants.map(([key], i) => [key, i + 1]));
  return { tables, tableOf: keys.map((key) => place.get(key) ?? 0) };
}

/** The steps, each as late as the columns that it reads, and after it those that read its column. */
function stepsWith(added: readonly BuildStep[], { prepared }: Table): BuildStep[] {
  const before = (prepared?.builds ?? []).flatMap(({ steps }) => steps);
  const names = before.map(({ name }) => name);
  const placeOf = (step: BuildStep) =>
    Math.max(
      names.lastIndexOf(step.name),
      ...columnsReadBy(step).map((name) => names.lastIndexOf(name)),
    );
  const changed = new Set<string>();
  const steps: BuildStep[] = [];
  const take = (...all: readonly BuildStep[]) => {
    for (const step of all) {
      steps.push({ ...step, replace: true });
      changed.add(step.name);
    }
  };
  for (let place = -1; place < before.length; place++) {
    const written = before[place];
    const instead = added.filter((step) => placeOf(step) === place);
    const isReplaced = instead.some(
      (step) => step.name === written?.name && !columnsReadBy(step).includes(step.name),
    );
    if (written !== undefined && !isReplaced) take(...again(written, changed));
    take(...instead);
  }
  return steps;
}

/** The step, if it reads a column that has changed. */
function again(step: BuildStep, changed: ReadonlySet<string>): BuildStep[] {
  const reads = columnsReadBy(step);
  if (!reads.some((name) => changed.has(name))) return [];
  if (!reads.includes(step.name)) return [step];
  throw new InputError(rebuiltTwice({ column: step.name }), { of: 'multiverse', key: 'build' });
}
