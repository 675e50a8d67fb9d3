import { parquetWriteBuffer } from 'hyparquet-writer';
import { convertTable } from '../../../../bindings/data/index.js';
import { toTable } from '../../../../bindings/data/to-table.js';
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
