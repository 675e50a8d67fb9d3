/** Files by their addresses. What is read is kept, as several elements show the same data. */
import { type DataPlace, readTable, type Table } from 'wasmetrics/data';
import { parseDocument } from 'yaml';
import { Refused } from './failures.js';

const most = 8;
const tables = new Map<string, Promise<Table>>();

/** The table at a place; paths are relative to an address. @throws InputError as `readTable` */
export function tableAt(place: DataPlace, from: string): Promise<Table> {
  if (!('file' in place)) throw new Refused('unreadable-file', { file: 'sql', answer: '' });
  const { file, ...options } = place;
  const url = new URL(file, from);
  const key = JSON.stringify([url.href, options]);
  const known = tables.get(key);
  if (known !== undefined) return known;
  const table = readTable(url, { name: file, ...options });
  tables.set(key, table);
  table.catch(() => tables.delete(key));
  for (const old of tables.keys()) if (tables.size > most) tables.delete(old);
  return table;
}

/** What a YAML or JSON file says. @throws Refused, YAMLParseError */
export async function fileAt(address: string): Promise<Readonly<Record<string, unknown>>> {
  const file = nameOf(address);
  const response = await fetch(address).catch((error: Error) => {
    throw new Refused('unreadable-file', { file, answer: error.message });
  });
  if (!response.ok) {
    throw new Refused('unreadable-file', { file, answer: String(response.status) });
  }
  const document = parseDocument(await response.text());
  const [fault] = document.errors;
  if (fault !== undefined) throw fault;
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused('not-a-mapping', { file });
  }
  return value as Readonly<Record<string, unknown>>;
}

const nameOf = (address: string) =>
  decodeURIComponent(address.replace(/[?#].*/, '').replace(/^.*\//, ''));
