/** The models that one written model describes by outcomes, steps and samples. */
import type { ModelInput, Table } from '../../bindings/index.js';
import { describesSeveral, severalModels } from '../../bindings/entries/report.js';
import { namingModel } from './named-errors.js';
import { isKeyed, titleOf, type WrittenModel } from './written.js';

type Keys = Readonly<Record<string, unknown>>;

/**
 * The models, with those that each describes in its place. `tableOf` reads the data of a model with these columns, if
 * they tell its samples. The samples of a column have no names as headings, because tables write its values over the
 * columns.
 */
export async function withSeveral(
  models: readonly WrittenModel[],
  tableOf: (model: ModelInput, columns: readonly string[]) => Promise<Table>,
): Promise<readonly WrittenModel[]> {
  if (!models.some(({ written }) => isKeyed(written) && describesSeveral(written))) return models;
  const all: WrittenModel[] = [];
  for (const model of models) {
    const { written } = model;
    const { split, fsplit, where } = written as Keys;
    const columns = [split, fsplit].filter((name) => typeof name === 'string');
    const described = await namingModel(titleOf(model), () =>
      severalModels({ ...written }, (first) => tableOf(first as unknown as ModelInput, columns)),
    );
    const isHeaded = where === undefined && (split ?? fsplit) !== undefined;
    for (const one of described) {
      const { name, formula } = one as Keys & { readonly formula: string };
      const named = typeof name === 'string' && !isHeaded ? { name } : {};
      all.push({ written: one, formula, ...named });
    }
  }
  return all.length === 1 ? all : all.map((model, i) => ({ ...model, place: i + 1 }));
}
