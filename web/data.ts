/** The data of the page: a chosen or dropped file, or the example. */
import { InputError, parseCsv, type Table } from 'wasmetrics';
import { plural } from './words.js';

/** A table and the name of the file that it was read from. */
export interface Data {
  readonly name: string;
  readonly table: Table;
}

const shownColumns = 30;

/** Throws InputError naming the file. */
export async function readFile(file: File): Promise<Data> {
  return tableOf(file.name, await file.text());
}

/** A file that is served next to the page. Throws InputError if it is not there. */
export async function fetchText(name: string): Promise<string> {
  const response = await fetch(name);
  if (response.ok) return response.text();
  const { status } = response;
  const message = `${name}: expected the file next to this page, found HTTP status ${status}`;
  throw new InputError('file-not-found', message, { file: name, status });
}

export async function fetchExample(): Promise<Data> {
  const name = 'abdata.csv';
  return tableOf(name, await fetchText(name));
}

/** `abdata.csv: 1,031 rows, 28 columns: id, year, …`. */
export function dataWords({ name, table }: Data): string {
  const names = [...table.columns.keys()];
  const shown = names.slice(0, shownColumns).join(', ');
  const more = names.length > shownColumns ? ', …' : '';
  const size = `${plural(table.nrows, 'row')}, ${plural(names.length, 'column')}`;
  return `${name}: ${size}: ${shown}${more}`;
}

function tableOf(name: string, text: string): Data {
  try {
    return { name, table: parseCsv(text) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(error.code, `${name}: ${error.message}`, { ...error.detail, file: name });
  }
}
