/** Texts of files with typed cells, read by the options of text tables. */
import { expect, test } from 'vitest';
import { convertTable } from '../../../../bindings/data/convert/convert.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { readTable } from '../../../../bindings/data/readers/read-table.js';
import type { ReadOptions } from '../../../../bindings/data/readers/options.js';
import { toTable } from '../../../../bindings/data/to-table.js';

const written = toTable({
  id: ['a', 'b', 'c', 'd'],
  gdp: ['million', '1.234,5', '-', '2.000'],
  share: ['%', '12,5 %', 'n.a.', '8%'],
  day: ['', '31.12.2018', '01.01.2019', ''],
  code: [1, 2, -9, 4],
});
const options: ReadOptions = {
  decimal: ',',
  thousands: '.',
  percent: true,
  missing: ['n.a.', '-9'],
  unitsRow: true,
  types: { day: 'date:dmy' },
};

test.each(['json', 'dta', 'parquet', 'arrow'] as const)('a file of %s', async (format) => {
  const { bytes } = await convertTable(written, format);
  const table = await readTable(bytes, { name: `a.${format}`, ...options });
  const { nrows, columns } = JSON.parse(JSON.stringify(tableJson(table)));
  expect(nrows).toBe(3);
  expect(
    columns.map(({ name, type, values }: Record<string, unknown>) => [name, type, values]),
  ).toEqual([
    ['id', 'text', ['b', 'c', 'd']],
    ['gdp', 'number', [1234.5, null, 2000]],
    ['share', 'number', [0.125, null, 0.08]],
    ['day', 'date', ['2018-12-31', '2019-01-01', null]],
    ['code', 'number', [2, null, 4]],
  ]);
  expect(table.columns.get('gdp')!.unit).toBe('million');
});
