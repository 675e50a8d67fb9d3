import { parquetWriteBuffer } from 'hyparquet-writer';
import { convertTable } from '../../../../bindings/data/index.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { afterAll, expect, test } from 'vitest';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fileOf, messageOf, removeFiles, streamed, whole } from './support.js';

afterAll(removeFiles);

const sizes = { chunkBytes: 1, blockRows: 100, partDoubles: 256 };
const rows = Array.from({ length: 1200 }, (_, row) => row);
const wave = (row: number, step: number) => ((row * step) % 101) / 100;
const bytes = parquetWriteBuffer({
  rowGroupSize: 500,
  columnData: [
    { name: 'y', data: rows.map((row) => (row % 97 === 0 ? null : wave(row, 37))), type: 'DOUBLE' },
    { name: 'x', data: rows.map((row) => wave(row, 53)), type: 'DOUBLE' },
    { name: 'count', data: rows.map((row) => row % 7), type: 'INT32' },
    {
      name: 'big',
      data: rows.map((row) => (row < 700 ? BigInt(row % 30) : 9007199254740993n)),
      type: 'INT64',
    },
    {
      name: 'g',
      data: rows.map((row) => (row % 11 === 0 ? null : row < 900 ? `g${row % 4}` : 'late')),
      type: 'STRING',
    },
    { name: 'day', data: rows.map((row) => new Date(86400000 * (row % 3))), type: 'TIMESTAMP' },
    { name: 'ok', data: rows.map((row) => row % 2 === 0), type: 'BOOLEAN' },
  ],
});
const path = fileOf('data.parquet', new Uint8Array(bytes));

test.each<ModelInput>([
  { estimator: 'ols', formula: 'y ~ x + i(g)', vcov: { type: 'HC1' } },
  { estimator: 'ols', formula: 'y ~ x + count + ok', vcov: { type: 'cluster', cluster: ['big'] } },
  {
    estimator: 'ols',
    formula: 'y ~ x + i(day)',
    vcov: { type: 'cluster', cluster: ['g'] },
    where: 'g != "g1"',
  },
  { estimator: 'iv', formula: 'y ~ ok | x ~ count + i(g)' },
])('Parquet in parts gives the JSON of all rows in memory: %o', async (model) => {
  expect(await streamed(path, model, sizes)).toBe(await whole(path, model));
});

const draws = (step: number, count: number) => rows.map((row) => (row * step) % count);
const holes = <T>(values: readonly T[], every: number) =>
  values.map((value, row) => (row % every === 3 ? null : value));
const stored = parquetWriteBuffer({
  rowGroupSize: 450,
  pageSize: 900,
  columnData: [
    { name: 'y', data: rows.map((row) => wave(row, 37)), type: 'DOUBLE', nullable: false },
    { name: 'few', data: holes(draws(29, 5), 17), type: 'INT32', encoding: 'RLE_DICTIONARY' },
    { name: 'half', data: holes(draws(31, 64), 13), type: 'FLOAT', encoding: 'PLAIN' },
    {
      name: 'long',
      data: holes(draws(23, 9), 19).map((one) => (one === null ? null : BigInt(one) - 4n)),
      type: 'INT64',
      encoding: 'RLE_DICTIONARY',
    },
    {
      name: 'edge',
      data: rows.map((row) => BigInt(row % 5) - 2n ** 53n),
      type: 'INT64',
      encoding: 'PLAIN',
    },
    {
      name: 'id',
      data: rows.map((row) => 2n ** 60n + BigInt(row % 25)),
      type: 'INT64',
      encoding: 'RLE_DICTIONARY',
    },
    {
      name: 'g',
      data: holes(draws(7, 6), 11).map((one) => (one === null ? null : `g${one}`)),
      type: 'STRING',
    },
  ],
});
const storedPath = fileOf('stored.parquet', new Uint8Array(stored));

test.each<ModelInput>([
  { estimator: 'ols', formula: 'y ~ few + half + long + i(g)', vcov: { type: 'HC1' } },
  { estimator: 'ols', formula: 'y ~ half + edge + i(few)' },
  { estimator: 'ols', formula: 'y ~ half', vcov: { type: 'cluster', cluster: ['id'] } },
  { estimator: 'iv', formula: 'y ~ long | half ~ few', vcov: { type: 'cluster', cluster: ['g'] } },
])('each way to store cells gives the JSON of all rows in memory: %o', async (model) => {
  expect(await streamed(storedPath, model, sizes)).toBe(await whole(storedPath, model));
});

test('a damaged page gives the message of reading the file as a whole', async () => {
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ few' };
  const damaged = new Uint8Array(stored.slice(0));
  damaged.fill(255, 4, 40);
  const file = fileOf('damaged.parquet', damaged);
  const message = await messageOf(streamed(file, model, sizes));
  expect(message).toContain('cannot be read as Parquet');
  expect(message).toBe(await messageOf(whole(file, model)));
});

test('Parquet with labels and periods gives the JSON of all rows in memory', async () => {
  const plain = toTable({
    y: rows.map((row) => wave(row, 37)),
    x: rows.map((row) => (row % 13 === 0 ? NaN : wave(row, 53))),
    g: rows.map((row) => row % 3),
    when: rows.map((row) => row % 240),
  });
  const columns = new Map(plain.columns);
  const codes = Uint8Array.from(rows, (row) => Number(row % 13 === 0));
  columns.set('x', { ...columns.get('x')!, label: 'Hours', missing: { names: ['.a'], codes } });
  const valueLabels = new Map([
    ['0', 'east'],
    ['1', 'west'],
    ['9', 'never'],
  ]);
  columns.set('g', { ...columns.get('g')!, valueLabels });
  const when = columns.get('when')!;
  if (when.kind === 'number') columns.set('when', { ...when, frequency: 'month' });
  const { bytes: labelled } = await convertTable({ ...plain, columns }, 'parquet');
  const file = fileOf('labelled.parquet', labelled);
  for (const formula of ['y ~ x + i(g)', 'y ~ x + g', 'y ~ x + i(when)']) {
    const where = 'year(when) < 1975 && quarter(when) > 1';
    const model: ModelInput = { estimator: 'ols', formula, where };
    expect(await streamed(file, model, sizes)).toBe(await whole(file, model));
  }
});
