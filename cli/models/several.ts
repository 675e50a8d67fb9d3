/** The models that one written model describes by outcomes, steps and samples. */
import type { ModelInput, Table } from '../../bindings/index.js';
import {
  describesSeveral,
  overlappingSamples,
  severalModels,
} from '../../bindings/entries/report.js';
import type { Host } from '../host.js';
import { printWarning } from '../warnings.js';
import { namingModel } from './named-errors.js';
import { isKeyed, titleOf, type WrittenModel } from './written.js';

type Keys = Readonly<Record<string, unknown>>;

/**
 * The models, with those that each describes in its place. `tableOf` reads the data of a model with these columns, if
 * they tell its samples or the rows that samples share. The samples of a column have no names as headings, because tables
 * write its values over the columns.
 */
export async function withSeveral(
  host: Host,
  models: readonly WrittenModel[],
  tableOf: (model: ModelInput, columns: readonly string[]) => Promise<Table>,
  { json }: { readonly json?: boolean | undefined },
): Promise<readonly WrittenModel[]> {
  if (!models.some(({ written }) => isKeyed(written) && describesSeveral(written))) return models;
  const all: WrittenModel[] = [];
  for (const model of models) {
    const { written } = model;
    const { split, fsplit, samples, where } = written as Keys;
    const used = [split, fsplit, ...(isKeyed(samples) ? Object.values(samples) : [])];
    const columns = used.filter((text) => typeof text === 'string');
    const read = (first: Keys) => tableOf(first as unknown as ModelInput, columns);
    const [described, shared] = await namingModel(titleOf(model), async () => [
      await severalModels({ ...written }, read),
      await overlappingSamples({ ...written }, read),
    ]);
    for (const warning of shared) printWarning(host, warning, { json: json === true });
    const isHeaded = where === undefined && (split ?? fsplit) !== undefined;
    for (const one of described) {
      const { name, formula } = one as Keys & { readonly formula: string };
      const named = typeof name !== 'string' ? {} : isHeaded ? { sample: name } : { name };
      all.push({ written: one, formula, ...named });
    }
  }
  return all.length === 1 ? all : all.map((model, i) => ({ ...model, place: i + 1 }));
}
