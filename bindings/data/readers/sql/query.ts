/** Checks a query before it is prepared: it must be one SELECT whose tables are files given by name. */
import type * as Duckdb from '@duckdb/node-api';
import { quoted } from './database.js';
import * as said from '../../../words/errors/readers/sql.js';
import { FileError } from '../damage.js';

/** Functions that read tables from files, by their first argument. */
// prettier-ignore
const readers = new Set([
  'read_csv', 'read_csv_auto', 'read_parquet', 'parquet_scan', 'read_json', 'read_json_auto',
  'read_ndjson', 'read_ndjson_auto', 'read_json_objects', 'read_ndjson_objects',
]);
/** Functions that make rows only from their arguments. */
const makers = new Set(['range', 'generate_series', 'unnest', 'repeat', 'repeat_row']);

/** A file that the query names, and where, in bytes. */
interface NamedFile {
  readonly name: string;
  readonly position: number;
}

/** A part of the tree of a query, as DuckDB writes it. */
type Part = Readonly<Record<string, unknown>>;

/**
 * The query with the absolute paths of its files. The query is only parsed, so a refused query has no effect.
 *
 * @param place - the absolute path of a file by its name
 * @throws FileError
 */
export async function checkedQuery(
  connection: Duckdb.DuckDBConnection,
  sql: string,
  place: (name: string) => string,
): Promise<string> {
  const parts = [...partsOf(await treeOf(connection, sql))];
  const views = new Set(parts.flatMap(viewNames));
  const files = parts.flatMap((part) => filesIn(part, views));
  return withPaths(sql, files, place);
}

async function treeOf(connection: Duckdb.DuckDBConnection, sql: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(
    'select json_serialize_sql($1::varchar, skip_null := true, skip_empty := true, skip_default := true)',
    [sql],
  );
  const answer = JSON.parse(String(reader.getRows()[0]![0])) as Part;
  if (answer['error'] === true) {
    const isParser = answer['error_type'] === 'parser';
    const message = String(answer['error_message']);
    throw new FileError(isParser ? said.noParse({ message }) : said.notSelect());
  }
  const statements = answer['statements'] as readonly unknown[];
  if (statements.length === 1) return statements[0];
  throw new FileError(said.severalStatements({ found: statements.length }));
}

/** Maximum nesting of a query: DuckDB's time grows with the cube of the depth. */
const MOST_LEVELS = 300;

/** All parts of a query. Throws FileError if too many are inside each other. */
function* partsOf(query: unknown): Generator<Part> {
  const open: (readonly [value: unknown, level: number])[] = [[query, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, level] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level > MOST_LEVELS) {
      throw new FileError(said.deepQuery({ most: MOST_LEVELS }));
    }
    const isPart = !Array.isArray(value);
    if (isPart) yield value as Part;
    for (const inner of Object.values(value)) open.push([inner, level + (isPart ? 1 : 0)]);
  }
}

/** The names that a WITH clause gives to queries. */
function viewNames({ cte_map: views }: Part): string[] {
  const { map = [] } = (views ?? {}) as { readonly map?: readonly { readonly key: string }[] };
  return map.map(({ key }) => key.toLowerCase());
}

function filesIn(part: Part, views: ReadonlySet<string>): NamedFile[] {
  if (part['type'] === 'BASE_TABLE') return fileOfTable(part, views);
  return part['type'] === 'TABLE_FUNCTION' ? filesOfFunction(part['function'] as Part) : [];
}

/** `from 'a.csv'`, also without quotes; a name without a dot or folder is no file. */
function fileOfTable(part: Part, views: ReadonlySet<string>): NamedFile[] {
  const names = ['catalog_name', 'schema_name', 'table_name'].map((key) => part[key]);
  const name = names.filter((one) => typeof one === 'string' && one !== '').join('.');
  if (!/[./\\]/.test(name) || views.has(name.toLowerCase())) return [];
  return [{ name, position: Number(part['query_location'] ?? 0) }];
}

function filesOfFunction({ function_name: written, children = [] }: Part): NamedFile[] {
  const name = String(written).toLowerCase();
  if (makers.has(name)) return [];
  const [first] = children as readonly Part[];
  if (!readers.has(name)) {
    throw new FileError(said.otherFunction({ readers: [...readers].slice(0, 4), found: name }));
  }
  const files = first === undefined ? undefined : textsIn(first);
  if (files !== undefined) return files;
  throw new FileError(said.noFileNames({ of: name }));
}

/** A text, or the texts of a list. */
function textsIn(part: Part): NamedFile[] | undefined {
  if (part['function_name'] === 'list_value') {
    const texts = ((part['children'] ?? []) as readonly Part[]).map(textsIn);
    return texts.includes(undefined) ? undefined : texts.flatMap((one) => one!);
  }
  const { value } = (part['value'] ?? {}) as { readonly value?: unknown };
  if (part['type'] !== 'VALUE_CONSTANT' || typeof value !== 'string') return undefined;
  return [{ name: value, position: Number(part['query_location'] ?? 0) }];
}

/** Replaces the name of each file by its path. */
function withPaths(
  sql: string,
  files: readonly NamedFile[],
  place: (name: string) => string,
): string {
  const bytes = new TextEncoder().encode(sql);
  const text = (start: number, end?: number) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(start, end));
  const parts: string[] = [];
  let done = 0;
  for (const [position, name] of [...places(files)].sort(([a], [b]) => a - b)) {
    const path = place(name);
    if (path === name) continue;
    const lengthOf = (spelling: string) => new TextEncoder().encode(spelling).length;
    const spelling = spellings(name).find(
      (one) => position >= done && text(position, position + lengthOf(one)) === one,
    );
    if (spelling === undefined) {
      throw new FileError(said.otherQuotes({ file: name }));
    }
    parts.push(text(done, position), quoted(path));
    done = position + lengthOf(spelling);
  }
  return [...parts, text(done)].join('');
}

/** The names by their positions: DuckDB copies parts of some queries. */
function places(files: readonly NamedFile[]): ReadonlyMap<number, string> {
  return new Map(files.map(({ name, position }) => [position, name]));
}

function spellings(name: string): readonly string[] {
  return [quoted(name), `"${name.replaceAll('"', '""')}"`, name];
}
