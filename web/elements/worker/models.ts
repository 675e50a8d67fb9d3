/** Models of elements. */
import { type FitResult, fitModel, type ModelInput } from 'wasmetrics';
import { type DataPlace, prepareData, type PreparationInput, type Table } from 'wasmetrics/data';
import { rangeOf } from '../../worker/period-range.js';
import { fileAt, tableAt } from './files.js';
import { Refused, warningsIn } from './failures.js';
import type { FitRequest, Fitted, ModelRequest, OpenedModel, WrittenModel } from './questions.js';

export async function openModel(asks: ModelRequest): Promise<OpenedModel> {
  const model = asks.model ?? ((await fileAt(asks.src!)) as WrittenModel);
  const data = await prepared({ ...asks, model });
  const { time } = (model['panel'] ?? {}) as { readonly time?: string };
  return { model, periods: time === undefined ? undefined : rangeOf(data, time) };
}

const most = 32;
const mostTables = 8;
const kept = new Map<string, Promise<FitResult>>();

/** @throws EconError as `fitModel` */
export async function fit(asks: FitRequest): Promise<Fitted> {
  const { model, src, data, page, language } = asks;
  const key = JSON.stringify([model, src, data, page]);
  const fit = kept.get(key) ?? estimate(asks);
  kept.delete(key);
  kept.set(key, fit);
  fit.catch(() => kept.delete(key));
  for (const old of kept.keys()) if (kept.size > most) kept.delete(old);
  return { fit: await fit, warnings: await warningsIn(language, (await fit).warnings) };
}

async function estimate(asks: FitRequest): Promise<FitResult> {
  // Where no worker could be started by its file, the library starts one in its own way.
  const workers = typeof document === 'undefined' ? 0 : 1;
  return fitModel(await prepared(asks), asks.model as unknown as ModelInput, { workers });
}

const tables = new Map<string, Promise<Table>>();

/** Keys that change the data before the model is estimated. */
const stepKeys = ['append', 'reshape', 'merge', 'build', 'panel'];

/** The data of a model after its steps, which a change of its other keys need not repeat. */
async function prepared({ model, src, data, page }: FitRequest): Promise<Table> {
  const given = Object.entries(model).filter(([key]) => stepKeys.includes(key));
  const steps = Object.fromEntries(given) as PreparationInput;
  const key = JSON.stringify([steps, model['data'], src, data, page]);
  const known = tables.get(key);
  if (known !== undefined) return known;
  const read = (place: DataPlace) => tableAt(place, src ?? page);
  const place = data === undefined ? placeOf(model['data']) : { file: data };
  const table = read(place).then((whole) => prepareData(whole, steps, { read }));
  tables.set(key, table);
  table.catch(() => tables.delete(key));
  for (const old of tables.keys()) if (tables.size > mostTables) tables.delete(old);
  return table;
}

/** @throws Refused if the model names no data */
function placeOf(data: unknown): DataPlace {
  if (typeof data === 'string') return { file: data };
  if (typeof data === 'object' && data !== null) return data as DataPlace;
  throw new Refused('no-data', {});
}
