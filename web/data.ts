/** The data of the page: a chosen or dropped file, or the example. */
import { InputError, type Table } from 'wasmetrics';
import { fileEndings, readTable } from 'wasmetrics/data';
import { visibleLine } from 'wasmetrics/report';
import { plural } from './words.js';
import { missingPageFile } from '../bindings/words/errors/program/data.js';

/** A table and the name of the file that it was read from. */
export interface Data {
  readonly name: string;
  readonly table: Table;
}

/** How to read a file, where its format leaves a choice. */
export interface Choices {
  readonly encoding?: string | undefined;
  readonly decimal?: '.' | ',' | undefined;
  readonly header?: number | undefined;
  readonly sheet?: string | undefined;
}

/** Kinds of files by the options that a user has: formats of kind `other` have none. */
export type FileKind = 'text' | 'sheet' | 'other';

const shownColumns = 30;

/** The kind that a file's name implies. */
export function kindOf(name: string): FileKind {
  const ending = name.toLowerCase().replace(/\.gz$/, '').split('.').at(-1)!;
  const formats = Object.entries<readonly string[]>(fileEndings);
  const [format] = formats.find(([, endings]) => endings.includes(ending)) ?? ['csv'];
  return format === 'csv' ? 'text' : format === 'xlsx' || format === 'ods' ? 'sheet' : 'other';
}

/** Reads a file. Readers of formats other than text are loaded when the first such file is read. */
export async function readFile(file: File, choices: Choices): Promise<Data> {
  return { name: file.name, table: await readTable(file, choices) };
}

/** Fetches a file that is served next to the page. Throws InputError if it is not there. */
export async function fetchText(name: string): Promise<string> {
  return (await fetchFile(name)).text();
}

async function fetchFile(name: string): Promise<Response> {
  const response = await fetch(name);
  if (response.ok) return response;
  throw new InputError(missingPageFile({ file: name, status: response.status }), name);
}

export async function fetchExample(): Promise<Data> {
  const name = 'abdata.csv';
  const bytes = await (await fetchFile(`${name}.gz`)).arrayBuffer();
  return { name, table: await readTable(bytes, { name }) };
}

/** `abdata.csv: 1,031 rows, 28 columns: id, year, …`; a label follows its column in parentheses. */
export function dataWords({ name, table }: Data): string {
  const names = Array.from(table.columns, ([column, { label }]) =>
    label === undefined ? column : `${column} (${label})`,
  );
  const shown = names.slice(0, shownColumns).join(', ');
  const more = names.length > shownColumns ? ', …' : '';
  const size = `${plural(table.nrows, 'row')}, ${plural(names.length, 'column')}`;
  return visibleLine(`${name}: ${size}: ${shown}${more}`);
}
