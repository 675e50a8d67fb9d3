/** Tables that DuckDB computes, in Node. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import type * as Duckdb from '@duckdb/node-api';
import { checkArgument, checkKeys, text } from '../../core/arguments/arguments.js';
import { InputError } from '../../core/errors/errors.js';
import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import { type Table, tableOf } from '../table.js';
import { optionalPackage } from '../optional-package.js';
import { nodeModule } from '../../core/engine/instances/node-module.js';
import { columnNames } from './headings.js';
import { inDatabase } from './sql/database.js';
import { checkedQuery } from './sql/query.js';
import { type CellType, typedColumn } from './typed-column.js';
import { tableWarnings } from '../../words/en/warnings/tables.js';
import { warning } from '../../words/warning.js';
import { badSql, notSelect, otherFolder } from '../../words/errors/readers/sql.js';
import { aPath, nameOfQuery, selectStatement } from '../../words/expectations/data.js';
import { type Told, toldAgain } from '../../words/told.js';
import { faultOf, FileError } from './damage.js';

/** Options of `readSql`. */
export interface SqlOptions extends LocalOptions {
  /** Names the query in messages. Default: `sql`. */
  readonly name?: string | undefined;
  /** Folder in which the query's files are; it reads no others. Default: the working directory. */
  readonly folder?: string | undefined;
}

const schemas = { ...localSchemas, name: text(nameOfQuery()), folder: text(aPath()) };

const packageName = '@duckdb/node-api';

/**
 * The table of a query of one SELECT statement, which reads text, JSON and Parquet files of one folder. Types are exact:
 * integers beyond 2^53 are text, decimals the nearest doubles, and times are cut to milliseconds. Columns of lists, structures and durations are left out with a warning.
 *
 * @throws InputError `bad-value`, `missing-package` without DuckDB, `bad-sql`
 */
export async function readSql(sql: string, options: SqlOptions = {}): Promise<Table> {
  checkKeys('readSql', schemas, options);
  checkArgument('readSql', 'sql', text(selectStatement()), sql);
  return inOnePiece(options, async () => {
    const { name = 'sql', folder } = options;
    // The name is no literal, so that bundlers leave the package out.
    const duckdb = await optionalPackage(
      packageName,
      name,
      () =>
        import(/* @vite-ignore */ /* webpackIgnore: true */ packageName) as Promise<typeof Duckdb>,
    );
    const base = folderOf(folder);
    try {
      return await inDatabase(duckdb, [base, asPattern(base)], (connection) => {
        const place = (file: string) => placeOf(folder, file);
        return queryTable(duckdb, connection, sql, place);
      });
    } catch (error) {
      if (error instanceof InputError) throw error;
      throw badSqlOf(name, base, faultOf(error));
    }
  });
}

/** The folder below which the files are. */
function folderOf(folder: string | undefined): string {
  return nodeModule('node:path')!.resolve(folder ?? '.');
}

/** The path of a file of the query; addresses, absolute paths and those of the working directory stay. */
function placeOf(folder: string | undefined, file: string): string {
  const { isAbsolute, join } = nodeModule('node:path')!;
  const isPlace = isAbsolute(file) || /^(~|[a-z][\w+.-]+:)/i.test(file);
  return folder === undefined || isPlace ? file : join(asPattern(folderOf(folder)), file);
}

/** The pattern that only this path matches. */
function asPattern(path: string): string {
  return path.replace(/[*?[]/g, '[$&]');
}

function badSqlOf(name: string, folder: string, fault: Told): InputError {
  const [, denied] = /Cannot access (?:file|directory) "([^"]*)"/.exec(fault.text) ?? [];
  const told = denied === undefined ? onOneLine(fault) : otherFolder({ folder, denied });
  return new InputError(badSql({ fault: told }), name);
}

/** The fault without what DuckDB adds below its message. */
function onOneLine(fault: Told): Told {
  const { message } = fault.detail as { readonly message?: string };
  if (message === undefined) return fault;
  const [first = ''] = message.split(/\n\s*\n/);
  return toldAgain(fault, { message: first.replace(/\s+/g, ' ').trim() });
}

async function queryTable(
  duckdb: typeof Duckdb,
  connection: Duckdb.DuckDBConnection,
  sql: string,
  place: (file: string) => string,
): Promise<Table> {
  const statement = await connection.prepare(await checkedQuery(connection, sql, place));
  if (statement.statementType !== duckdb.StatementType.SELECT) throw new FileError(notSelect());
  return tableOfResult(await statement.runAndReadAll());
}

function tableOfResult(result: Duckdb.DuckDBResultReader): Table {
  const { names, warnings: renamed } = columnNames(result.columnNames());
  const types = result.columnTypes().map(String);
  const cells = result.getColumns();
  const columns = new Map<string, Column>();
  const warnings: TableWarning[] = [...renamed];
  names.forEach((name, j) => {
    const type = types[j]!;
    const reader = readerOf(type);
    if (reader !== undefined) {
      const values = (cells[j] ?? []).map((cell) => (cell === null ? null : reader.value(cell)));
      return void columns.set(name, typedColumn(reader.type, values));
    }
    warnings.push({
      ...warning(tableWarnings, 'column-left-out', { column: name, type }),
      column: name,
    });
  });
  return tableOf({ nrows: result.currentRowCount, columns }, warnings);
}

/** The type of a column, and its cells as that type counts them. */
interface CellReader {
  readonly type: CellType;
  readonly value: (cell: unknown) => unknown;
}

const same = (cell: unknown): unknown => cell;
const perMillisecond = { micros: 1000n, nanos: 1_000_000n } as const;

function readerOf(type: string): CellReader | undefined {
  if (/^U?(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/.test(type)) {
    return { type: 'integer', value: same };
  }
  if (/^(FLOAT|DOUBLE)$/.test(type)) return { type: 'number', value: same };
  if (type.startsWith('DECIMAL')) return { type: 'number', value: decimal };
  if (type === 'BOOLEAN') return { type: 'boolean', value: same };
  if (/^(VARCHAR|UUID|JSON|ENUM.*)$/.test(type)) return { type: 'text', value: same };
  if (type === 'BLOB')
    return { type: 'bytes', value: (cell) => (cell as { bytes: unknown }).bytes };
  if (type === 'DATE') return { type: 'day', value: (cell) => (cell as { days: number }).days };
  if (type.startsWith('TIMESTAMP')) return { type: 'time', value: milliseconds };
  return type === '"NULL"' ? { type: 'number', value: same } : undefined;
}

function decimal(cell: unknown): number {
  const { value, scale } = cell as { value: bigint; scale: number };
  return Number(`${value}e-${scale}`);
}

/** Milliseconds of a time in any unit, without their fraction. */
function milliseconds(cell: unknown): number {
  const time = cell as Partial<Record<'micros' | 'nanos' | 'seconds' | 'millis', bigint>>;
  if (time.seconds !== undefined) return 1000 * Number(time.seconds);
  if (time.millis !== undefined) return Number(time.millis);
  const unit = time.nanos === undefined ? 'micros' : 'nanos';
  const count = time[unit]!;
  const whole = count / perMillisecond[unit];
  return Number(count % perMillisecond[unit] < 0n ? whole - 1n : whole);
}
