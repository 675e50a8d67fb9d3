/** The data of the session: one table, read from a file, or one of the examples. */
import type { Table } from 'wasmetrics/data';
import type { ColumnName, OpenedTable, Source } from '../../engine/questions/tables.js';
import type { Running } from '../running.js';
import { dataAre } from './hash.js';
import { readSource } from './read-source.js';

let opened: Table | undefined;
/** Number of the last file that was asked for: one before it that is read later is not kept. */
let lastRead = 0;

/** The data that models are estimated on. The page asks for none before it has opened a file. */
export function table(): Table {
  if (opened === undefined) throw new Error('no data are open');
  return opened;
}

export async function open(source: Source, { report, signal }: Running): Promise<OpenedTable> {
  const { name, file, options } = source;
  const number = ++lastRead;
  const read = await readSource(file, { ...options, name, signal, onProgress: report });
  if (number === lastRead) {
    opened = read;
    dataAre(file, name);
  }
  return { name, nrows: read.nrows, columns: namesOf(read), warnings: read.warnings ?? [] };
}

/** The columns as lists show them. */
export function namesOf({ columns }: Table): ColumnName[] {
  return Array.from(columns, ([name, { kind, label }]) => ({ name, kind, label }));
}
