import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type JsonTable, tableJson } from '../../../../bindings/data/convert/json.js';
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
