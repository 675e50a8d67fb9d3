/** The data of the session: one table, read from a file, a text or the example. */
import { describeData, panelReport, readTable, type Table } from 'wasmetrics/data';
import type {
  DescribedColumn,
  OpenedTable,
  Source,
  TableQuestions,
} from '../engine/questions/tables.js';
import { sparklineOf } from './sparkline.js';

let opened: Table | undefined;

/** The data that models are estimated on. The page asks for none before it has opened a file. */
export function table(): Table {
  if (opened === undefined) throw new Error('no data are open');
  return opened;
}

export async function open({ name, bytes, options }: Source): Promise<OpenedTable> {
  opened = await readTable(bytes, { ...options, name });
  const columns = Array.from(opened.columns, ([column, { kind, label }]) => ({
    name: column,
    kind,
    label,
  }));
  const warnings = (opened.warnings ?? []).map(({ message }) => message);
  return { name, nrows: opened.nrows, columns, warnings };
}

export async function describe(): Promise<readonly DescribedColumn[]> {
  const { names, columns } = await describeData(table());
  return names.map((name) => ({
    ...columns[name]!,
    name,
    sparkline: sparklineOf(table().columns.get(name)!),
  }));
}

export function panel({ unit, time }: TableQuestions['panel']['asks']) {
  return panelReport(table(), { unit, time });
}
