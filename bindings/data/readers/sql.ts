/** Tables that DuckDB computes, in Node. */
import type * as Duckdb from '@duckdb/node-api';
import { checkArgument, checkKeys, text } from '../../core/arguments.js';
import { InputError } from '../../core/errors.js';
import type { Column } from '../column.js';
import type { TableWarning } from '../warnings/column-warnings.js';
import { optionalPackage } from '../optional-package.js';
import { type Table, tableOf } from '../table.js';
import { columnNames } from './headings.js';
import { type CellType, typedColumn } from './typed-column.js';

export interface SqlOptions {
  /** Names the query in messages. Default: `sql`. */
  readonly name?: string | undefined;
  /** Folder in which the query's files are. Default: the working directory. */
  readonly folder?: string | undefined;
}

const schemas = { name: text('the name of the query'), folder: text('a path') };

const packageName = '@duckdb/node-api';

/**
 * The table of a query of one SELECT statement. Types are exact: integers beyond 2^53 are text, decimals the nearest
 * doubles, and times are cut to milliseconds. Columns of lists, structures and durations are left out with a warning.
 *
 * @throws InputError `bad-value`, `missing-package` without DuckDB, `bad-sql`
 */
export async function readSql(sql: string, options: SqlOptions = {}): Promise<Table> {
  checkKeys('readSql', schemas, options);
  checkArgument('readSql', 'sql', text('a SELECT statement'), sql);
  const { name = 'sql', folder } = options;
  // The name is no literal, so that bundlers leave the package out.
  const duckdb = await optionalPackage(
    packageName,
    name,
    () =>
      import(/* @vite-ignore */ /* webpackIgnore: true */ packageName) as Promise<typeof Duckdb>,
  );
  const settings: Record<string, string> = folder === undefined ? {} : { file_search_path: folder };
  const instance = await duckdb.DuckDBInstance.create(':memory:', settings);
  try {
    const connection = await instance.connect();
    try {
      return await queryTable(duckdb, connection, sql, name);
    } finally {
      connection.closeSync();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw badSql(name, error instanceof Error ? error.message : String(error));
  } finally {
    instance.closeSync();
  }
}

function badSql(name: string, what: string): InputError {
  const [line = ''] = what.split(/\n\s*\n/);
  return new InputError('bad-sql', `${name}: ${line.replace(/\s+/g, ' ').trim()}`);
}

async function queryTable(
  duckdb: typeof Duckdb,
  connection: Duckdb.DuckDBConnection,
  sql: string,
  name: string,
): Promise<Table> {
  const statements = await connection.extractStatements(sql).catch(async (error: unknown) => {
    // Preparing the text, which runs nothing, says where its syntax is wrong.
    await connection.prepare(sql);
    throw error;
  });
  if (statements.count !== 1) {
    throw badSql(name, `expected one SELECT statement, found ${statements.count} statements`);
  }
  const statement = await statements.prepare(0);
  if (statement.statementType !== duckdb.StatementType.SELECT) {
    throw badSql(name, 'expected a SELECT statement, found one that changes data or settings');
  }
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
    const message = `column "${name}" is left out, as no column holds values of type ${type}; cast it in the query`;
    warnings.push({ code: 'column-left-out', message, column: name });
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
