/** What a person sees of the data, after the steps of the model. */
import { describeData, fileEndings, panelReport, prepareData, type Table } from 'wasmetrics/data';
import type {
  DescribedColumn,
  PreparedData,
  Steps,
  TableQuestions,
} from '../../engine/questions/tables.js';
import { sparklineOf } from './sparkline.js';
import { namesOf, table } from './tables.js';

let prepared: { readonly of: Table; readonly steps: string; readonly table: Table } | undefined;

export const endings = () => fileEndings;

/** The data after the steps of a model. */
export async function preparedTable(steps: Steps): Promise<Table> {
  const of = table();
  const written = JSON.stringify(steps);
  if (prepared?.of !== of || prepared.steps !== written) {
    prepared = { of, steps: written, table: await prepareData(of, steps) };
  }
  return prepared.table;
}

export async function prepare(steps: Steps): Promise<PreparedData> {
  const made = await preparedTable(steps);
  const built = made.prepared?.built.columns ?? [];
  return { nrows: made.nrows, columns: namesOf(made), built };
}

/** A condition as a column is 1 where it holds. */
export async function kept({ steps, where }: TableQuestions['kept']['asks']): Promise<number> {
  const before = await preparedTable(steps);
  let name = 'where';
  while (before.columns.has(name)) name += '_';
  const after = await prepareData(before, { build: [{ name, value: where }], panel: steps.panel });
  const { values } = after.columns.get(name)!;
  let rows = 0;
  for (const value of values) if (value === 1) rows++;
  return rows;
}

export async function describe(steps: Steps): Promise<readonly DescribedColumn[]> {
  const of = await preparedTable(steps);
  const { unit, time } = steps.panel ?? {};
  const isPanel =
    unit !== undefined && time !== undefined && of.columns.has(unit) && of.columns.has(time);
  const { names, columns } = await describeData(of, isPanel ? { unit, time } : {});
  return names.map((name) => ({
    ...columns[name]!,
    name,
    sparkline: sparklineOf(of.columns.get(name)!),
  }));
}

export async function panel({ unit, time, steps = {} }: TableQuestions['panel']['asks']) {
  return panelReport(await preparedTable(steps), { unit, time });
}
