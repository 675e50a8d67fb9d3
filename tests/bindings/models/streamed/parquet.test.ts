import { parquetWriteBuffer } from 'hyparquet-writer';
import { afterAll, expect, test } from 'vitest';
import type { ModelInput } from '../../../../bindings/models/model.js';
import { fileOf, removeFiles, streamed, whole } from './support.js';

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
