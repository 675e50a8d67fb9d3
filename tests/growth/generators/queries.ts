/** Queries of DuckDB, each over files that are named once or often. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSql } from 'wasmetrics/data';
import { type Generator, texts } from '../generator.js';
import { many } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'growth-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
writeFileSync(join(folder, 'a.csv'), 'x,y\n1,2\n');

const query = (sql: string) => readSql(sql, { folder });

export const queries: readonly Generator[] = [
  texts('sql: columns', 1000, (n) => `select ${many(n, (i) => `${i} as x${i}`, ', ')}`, query),
  texts('sql: brackets', 100_000, (n) => `select ${'('.repeat(n)}1`, query),
  // DuckDB takes sums of some 500 terms
  texts('sql: a sum', 4000, (n) => `select 1${' + 1'.repeat(n)} as x`, query),
  texts('sql: a text', 400_000, (n) => `select '${"''".repeat(n / 2)}' as x`, query),
  texts('sql: a comment', 400_000, (n) => `select 1 as x /*${'*'.repeat(n)}*/`, query),
  texts('sql: statements', 4000, (n) => 'select 1 as x;'.repeat(n), query),
  texts(
    'sql: values',
    10_000,
    (n) => `select * from (values ${many(n, (i) => `(${i})`, ',')}) t(x)`,
    query,
  ),
  texts(
    'sql: files of a list',
    200,
    (n) => `select * from read_csv([${many(n, () => "'a.csv'", ', ')}])`,
    query,
  ),
  texts(
    'sql: files of tables',
    60,
    (n) => many(n, () => "select * from 'a.csv'", ' union all '),
    query,
  ),
  texts(
    'sql: files that are not there',
    20_000,
    (n) => `select * from read_csv([${many(n, (i) => `'b${i}.csv'`, ', ')}])`,
    query,
  ),
];
