/** The data of the page: a chosen or dropped file, or the example. */
import { InputError, parseCsv, type Table, visibleLine } from 'wasmetrics';
import { plural } from './words.js';

/** A table and the name of the file that it was read from. */
export interface Data {
  readonly name: string;
  readonly table: Table;
}

const shownColumns = 30;

/** Reads a file in this encoding, or in UTF-8 if it is undefined. Throws InputError naming the file. */
export async function readFile(file: File, encoding: string | undefined): Promise<Data> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, table: parseCsv(bytes, { name: file.name, encoding }) };
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
  return { name, table: parseCsv(await fetchText(name), { name }) };
}

/** `abdata.csv: 1,031 rows, 28 columns: id, year, …`. */
export function dataWords({ name, table }: Data): string {
  const names = [...table.columns.keys()];
  const shown = names.slice(0, shownColumns).join(', ');
  const more = names.length > shownColumns ? ', …' : '';
  const size = `${plural(table.nrows, 'row')}, ${plural(names.length, 'column')}`;
  return visibleLine(`${name}: ${size}: ${shown}${more}`);
}
