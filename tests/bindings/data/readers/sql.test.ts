import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JsonTable } from '../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { optionalPackage } from '../../../../bindings/data/optional-package.js';
import { readSql } from '../../../../bindings/data/readers/sql.js';
import { fileCases } from './files.js';

const golden = fileURLToPath(new URL('../../../golden/files/', import.meta.url));

async function columns(sql: string): Promise<JsonTable['columns']> {
  const table = tableJson(await readSql(sql, { folder: golden }));
  return (JSON.parse(JSON.stringify(table)) as JsonTable).columns;
}

describe('a column of SQL', () => {
  test.each<readonly [type: string, text: string, expected: object]>([
    ['bigint', '9007199254740993', { type: 'integer-text', values: ['9007199254740993', null] }],
    ['bigint', '-9007199254740992', { type: 'number', values: [-9007199254740992, null] }],
    [
      'hugeint',
      '170141183460469231731687303715884105727',
      { type: 'integer-text', values: ['170141183460469231731687303715884105727', null] },
    ],
    ['utinyint', '255', { type: 'number', values: [255, null] }],
    ['decimal(18,2)', '1.10', { type: 'number', values: [1.1, null] }],
    ['decimal(30,3)', '-12345678901.001', { type: 'number', values: [-12345678901.001, null] }],
    ['float', '0.1', { type: 'number', values: [Math.fround(0.1), null] }],
    ['double', 'NaN', { type: 'number', values: [{ number: 'NaN' }, null] }],
    ['boolean', 'true', { type: 'boolean', values: [true, null] }],
    ['varchar', '', { type: 'text', values: ['', null] }],
    ['varchar', '007', { type: 'text', values: ['007', null] }],
    ['blob', '\\x00\\xFF', { type: 'text', values: [{ hex: '00ff' }, null] }],
    ["enum('a', 'b')", 'b', { type: 'text', values: ['b', null] }],
    [
      'uuid',
      '123e4567-e89b-12d3-a456-426614174000',
      { type: 'text', values: ['123e4567-e89b-12d3-a456-426614174000', null] },
    ],
    ['date', '1899-12-31', { type: 'date', frequency: 'day', values: ['1899-12-31', null] }],
    [
      'timestamp_ms',
      '1969-12-31 23:59:59.998',
      { type: 'date', frequency: 'time', values: ['1969-12-31T23:59:59.998', null] },
    ],
    ...['timestamp', 'timestamp_ns', 'timestamptz'].map(
      (type) =>
        [
          type,
          type === 'timestamptz' ? '1969-12-31 23:59:59.9989+00' : '1969-12-31 23:59:59.9989',
          { type: 'date', frequency: 'time', values: ['1969-12-31T23:59:59.998', null] },
        ] as const,
    ),
  ])('of %s with %s', async (type, text, expected) => {
    const sql = `select * from (values ('${text}'::${type}), (null)) t(x)`;
    expect(await columns(sql)).toEqual([{ name: 'x', ...expected }]);
  });

  test('that no column holds is left out, and said', async () => {
    const table = await readSql('select 1 as x, [1, 2] as l, interval 3 days as i');
    expect([...table.columns.keys()]).toEqual(['x']);
    expect(table.warnings?.map(({ code, column }) => [code, column])).toEqual([
      ['column-left-out', 'l'],
      ['column-left-out', 'i'],
    ]);
  });
});

test('columns of the same name get other names', async () => {
  const table = await readSql('select 1 as x, 2 as x');
  expect([...table.columns.keys()]).toEqual(['x', 'x_2']);
});

test('files are read from the folder', async () => {
  const [one] = fileCases('parquet').filter(({ id }) => id === 'duckdb_mixed_snappy');
  const [count] = await columns(`select count(*) as n from '${`parquet/${one!.data}`}'`);
  expect(count!.values).toEqual([one!.expected.nrows]);
});

test('a query without rows has its columns', async () => {
  const table = await readSql("select 1 as x, 'a' as s where false");
  expect([table.nrows, [...table.columns.keys()]]).toEqual([0, ['x', 's']]);
});

test.each([
  [
    `select 1${' + 1'.repeat(400)} as x`,
    /^sql: expected at most 300 expressions and queries inside each other, found more; shorten/,
  ],
  [`select ${'('.repeat(3000)}1`, /^sql: /],
  ['selec 1', /^sql: Parser Error: syntax error at or near "selec"$/],
  ["select * from 'nope.parquet'", /^sql: IO Error: No files found .*nope\.parquet"?$/],
  ['select 1; select 2', /^sql: expected one SELECT statement, found 2 statements$/],
  ["copy (select 1) to 'a.csv'", /^sql: expected a SELECT statement, found one that changes/],
])('%s is refused', async (sql, message) => {
  await expect(readSql(sql)).rejects.toMatchObject({
    code: 'bad-sql',
    message: expect.stringMatching(message),
  });
});

test('a missing package is named with the command that installs it', async () => {
  const missing = Object.assign(new Error('not found'), { code: 'ERR_MODULE_NOT_FOUND' });
  await expect(
    optionalPackage('@duckdb/node-api', 'sql', () => Promise.reject(missing)),
  ).rejects.toMatchObject({
    code: 'missing-package',
    message: 'sql: the package @duckdb/node-api is not installed; run npm install @duckdb/node-api',
  });
});

describe('a query of a folder', () => {
  let root: string;
  let folder: string;
  beforeAll(() => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'query-')));
    folder = join(root, "it's [1], data");
    mkdirSync(join(folder, 'inner'), { recursive: true });
    writeFileSync(join(root, 'secret.csv'), 'secret\n1\n');
    writeFileSync(join(folder, 'a.csv'), 'x,y\n1,2\n');
    writeFileSync(join(folder, 'inner', "b's 中.csv"), 'x,y\n3,4\n');
    writeFileSync(join(folder, 'c.json'), '[{"x":5}]');
    symlinkSync(folder, join(root, 'link'), 'dir');
    symlinkSync(join(root, 'secret.csv'), join(folder, 'link.txt'));
  });
  afterAll(() => rmSync(root, { recursive: true }));

  const run = async (sql: string, at = folder) => {
    const table = await readSql(sql, { folder: at });
    return [...(table.columns.get('x')?.values ?? [])];
  };

  test.each([
    ["select x from 'a.csv'", [1]],
    ["select x from \"a.csv\" where '中' = '中'", [1]],
    ['select x from a.csv', [1]],
    ["from 'inner/b''s 中.csv'", [3]],
    ["select * from read_csv(['a.csv', 'inner/b''s 中.csv'], header = true) order by x", [1, 3]],
    ["select * from '*.csv'", [1]],
    ["select * from READ_CSV_AUTO('**/*.csv') order by x", [1, 3]],
    ["select * from 'c.json'", [5]],
    [
      "with t as (from 'a.csv') select t.x from t join 'a.csv' u using (x) where t.x in (select x from \"a.csv\")",
      [1],
    ],
    ['with "z.csv" as (select 7 as x) from "z.csv"', [7]],
    ['select unnest([8, 9]) as x', [8, 9]],
    ['select range as x from range(2)', [0, 1]],
  ])('reads %s', async (sql, expected) => {
    expect(await run(sql)).toEqual(expected);
    expect(await run(sql, join(root, 'link'))).toEqual(expected);
  });

  test('has the names of its files as names of tables', async () => {
    expect(await run("select a.x from 'a.csv'", join(root, 'link'))).toEqual([1]);
  });

  test.each([
    "select * from '../secret.csv'",
    "select * from 'inner/../../secret.csv'",
    "select * from read_csv('ROOT/secret.csv', auto_detect = true)",
    "select * from read_csv(['a.csv', '../secret.csv'])",
    "select * from '../*.csv'",
    "select * from read_csv('link.txt')",
    "select * from 'file:ROOT/secret.csv'",
    "select * from read_csv('/dev/stdin')",
    "select * from 'http://127.0.0.1:9/a.csv'",
    "select * from read_parquet('https://127.0.0.1:9/a.parquet')",
    "select * from 's3://bucket/a.parquet'",
    "select (select max(secret) from '../secret.csv') as x",
  ])('reads no file outside: %s', async (sql) => {
    await expect(run(sql.replace('ROOT', root))).rejects.toMatchObject({
      code: 'bad-sql',
      message: expect.stringMatching(/^sql: (expected files below|Catalog Error|IO Error)/),
    });
  });

  test.each([
    ...['read_text', 'read_blob', 'glob', 'sniff_csv', 'parquet_metadata', 'sqlite_scan'],
    ...['query', 'query_table', 'pragma_version', 'READ_TEXT', 'which_secret', 'st_read'],
  ])('calls no function %s', async (name) => {
    const message = `sql: expected tables from files (read_csv, read_csv_auto, read_parquet, parquet_scan, ...), found the function ${name.toLowerCase()}`;
    for (const sql of [
      `select * from ${name}('a.csv')`,
      `with t as (select * from ${name}('a.csv')) select 1 as x`,
      `select (select count(*) from ${name}('a.csv')) as x`,
    ]) {
      await expect(run(sql)).rejects.toMatchObject({ code: 'bad-sql', message });
    }
  });

  test('names no file by what it computes', async () => {
    await expect(run("select * from read_csv('a' || '.csv')")).rejects.toMatchObject({
      message:
        'sql: expected file names in quotes as the argument of read_csv, found something else',
    });
  });

  test.each([
    "export database 'OUT'",
    "copy (select 1) to 'OUT/made.csv'",
    "COPY (select 1) TO 'OUT/made.parquet' (format parquet)",
    "copy a from 'a.csv'",
    "attach 'OUT/made.db' as made",
    "import database 'OUT'",
    'install httpfs',
    'load httpfs',
    "force install httpfs from 'http://127.0.0.1:9'",
    'update extensions',
    'set enable_external_access = true',
    'reset enable_external_access',
    "pragma temp_directory = 'OUT'",
    'pragma database_list',
    'call pragma_version()',
    'create table t as select 1',
    "create view v as select * from '../secret.csv'",
    'create macro m() as table select 1',
    'create secret (type s3)',
    'insert into t values (1)',
    'explain analyze select 1',
    "explain analyze copy (select 1) to 'OUT/made.csv'",
    'prepare p as select 1',
    'execute p',
    'checkpoint',
    'begin',
    "select 1; copy (select 1) to 'OUT/made.csv'",
    "/* select */ copy (select 1) to 'OUT/made.csv' -- select",
  ])('is refused without effect: %s', async (sql) => {
    const out = join(folder, 'out');
    const before = readdirSync(folder);
    await expect(run(sql.replace('OUT', out))).rejects.toMatchObject({
      code: 'bad-sql',
      message: expect.stringMatching(/^sql: (expected (a|one) SELECT statement|Parser Error)/),
    });
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(out)).toBe(false);
  });
});
