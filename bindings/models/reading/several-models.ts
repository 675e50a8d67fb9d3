/** One model that describes several: outcomes and steps in its formula, and samples. */
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import { computedColumn } from '../../data/formula/idioms/computed-terms.js';
import { formulasOf, hasSteps } from '../../data/formula/idioms/several-formulas.js';
import type { Table } from '../../data/table.js';
import { toTable } from '../../data/to-table.js';
import { filtersByName, oneSampleKey } from '../../words/expectations/models/models.js';
import { aFunction, keysAndValues } from '../../words/expectations/values.js';
import type { Warning } from '../../words/warning.js';
import { badValue } from '../schema/bad-value.js';
import type { Sample } from './samples.js';
import { withBuilt } from './written-formula.js';

type Keys = Readonly<Record<string, unknown>>;
/** The keys that describe samples. */
const sampleKeys = ['samples', 'split', 'fsplit'] as const;

/**
 * True if a model describes several, or says so wrongly.
 *
 * @throws InputError `bad-value` for what has no keys
 */
export function describesSeveral(model: Keys): boolean {
  checkKeyed('describesSeveral', model);
  const { formula } = model;
  return (
    sampleKeys.some((key) => model[key] !== undefined) ||
    (typeof formula === 'string' && hasSteps(formula))
  );
}

/**
 * The models that a model describes: each formula in each sample, whose name becomes that of the model. Only the data
 * tell the samples of `split` and `fsplit`: `tableOf` returns them for one of the models.
 *
 * @throws InputError as `formulasOf` and `toTable`; `bad-value` for two of the keys, for what has no keys, or for no function;
 * `unknown-column`
 */
export async function severalModels(
  model: Keys,
  tableOf: (model: Keys) => Promise<Table>,
): Promise<readonly Keys[]> {
  checkKeyed('severalModels', model);
  checkFunction('severalModels', tableOf);
  const { split, fsplit, ...rest } = model;
  const by = fsplit ?? split;
  if (by === undefined || sampleKeys.filter((key) => model[key] !== undefined).length > 1) {
    return listedModels(model);
  }
  if (typeof by !== 'string') return [model];
  const tableFor = async (keys: Keys) => toTable(await tableOf(listedModels(keys)[0]!));
  const { samplesBy, splitColumnOf } = await import('./samples.js');
  const key = fsplit === undefined ? 'split' : 'fsplit';
  const table = await tableFor(rest);
  const { column = by, expression } = table.columns.has(splitColumnOf(by))
    ? {}
    : (computedColumn(by, {}) ?? {});
  const build = expression === undefined ? {} : { [column]: expression };
  const whole = withBuilt(rest, build);
  const values = await samplesBy(
    { key, by: splitColumnOf(column), where: model['where'] },
    whole === rest ? table : await tableFor(whole),
  );
  return inSamples(whole, [...(fsplit === undefined ? [] : [['all', null] as const]), ...values]);
}

/**
 * Warns of named samples that share rows. `tableOf` is called only for a model with two filters.
 *
 * @throws as `severalModels`, and InputError `where-syntax`
 */
export async function overlappingSamples(
  model: Keys,
  tableOf: (model: Keys) => Promise<Table>,
): Promise<readonly Warning[]> {
  checkKeyed('overlappingSamples', model);
  checkFunction('overlappingSamples', tableOf);
  const { samples, where } = model;
  if (!isSamples(samples)) return [];
  const all = Object.entries(samples);
  if (all.filter(([, filter]) => filter !== null).length < 2) return [];
  const table = toTable(await tableOf(listedModels(model)[0]!));
  const { sharedRows } = await import('./samples.js');
  return sharedRows(all, where, table);
}

/**
 * The models that a model describes without data: a wrong value of its keys is left to the check of the model.
 *
 * @throws as `severalModels`
 */
export function listedModels(model: Keys): readonly Keys[] {
  const { samples, ...rest } = model;
  checkOneKey(model);
  if (samples === undefined) return inSamples(model, [['', null]]);
  if (!isSamples(samples)) return [model];
  const all = Object.entries(samples);
  if (all.length === 0) throw badValue('samples', filtersByName(), samples);
  return inSamples(rest, all);
}

function inSamples(model: Keys, samples: readonly Sample[]): readonly Keys[] {
  const { formula } = model;
  const formulas = typeof formula === 'string' ? formulasOf(formula) : [formula];
  return samples.flatMap((sample) =>
    formulas.map((one) => ({ ...inSample(model, sample), formula: one })),
  );
}

function checkKeyed(subject: string, model: unknown): void {
  if (!isKeyed(model)) throw badArgument(subject, 'model', keysAndValues(), model);
}

function checkFunction(subject: string, tableOf: unknown): void {
  if (typeof tableOf !== 'function') throw badArgument(subject, 'tableOf', aFunction(), tableOf);
}

function checkOneKey(model: Keys): void {
  const keys = sampleKeys.filter((key) => model[key] !== undefined);
  if (keys.length > 1) throw badValue(keys[1]!, oneSampleKey(), keys.join(', '));
}

function isSamples(value: unknown): value is Readonly<Record<string, string | null>> {
  return (
    isKeyed(value) && Object.values(value).every((one) => one === null || typeof one === 'string')
  );
}

function inSample(model: Keys, [sample, filter]: Sample): Keys {
  const { name, where = null } = model;
  const both = [where, filter].filter((one) => one !== null);
  const rows = both.length === 2 ? both.map((one) => `(${String(one)})`).join(' && ') : both[0];
  return {
    ...model,
    ...(sample !== '' && { name: name === undefined ? sample : `${String(name)}, ${sample}` }),
    ...(rows !== undefined && { where: rows }),
  };
}
