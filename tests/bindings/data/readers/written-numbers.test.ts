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

const jsonOf = (records: readonly object[]) => new TextEncoder().encode(JSON.stringify(records));
const valuesOf = async (bytes: Uint8Array, given: ReadOptions) => {
  const table = await readTable(bytes, { name: 'a', ...given });
  return Object.fromEntries([...table.columns].map(([name, { values }]) => [name, [...values]]));
};

test('numbers that are no texts keep their value, whatever the texts have for decimals', async () => {
  const records = [{ x: 1.234 }, { x: '1.234,5' }, { x: '..' }, { x: 2.5 }];
  const given = { decimal: ',', thousands: '.' } as const;
  const expected = { x: [1.234, 1234.5, NaN, 2.5] };
  expect(await valuesOf(jsonOf(records), given)).toEqual(expected);
  const declared = { ...given, types: { x: 'number' } } as const;
  expect(await valuesOf(jsonOf(records), declared)).toEqual(expected);
  expect(await valuesOf(jsonOf([{ x: 1.234 }, { x: 2.5 }]), declared)).toEqual({ x: [1.234, 2.5] });
  const units = [{ x: 'million' }, ...records];
  expect(await valuesOf(jsonOf(units), { ...given, unitsRow: true })).toEqual(expected);
});

test('codes mean no dates and no truth values', async () => {
  const dated = jsonOf([
    { day: '1959-12-23', ok: true, x: 1 },
    { day: '2020-01-01', ok: false, x: -9 },
  ]);
  const { bytes } = await convertTable(await readTable(dated), 'arrow');
  const read = await valuesOf(bytes, { missing: ['-9', '1'] });
  expect(read).toEqual({ day: [-9, 21915], ok: [1, 0], x: [NaN, NaN] });
});

test('a column of codes stays text, unless it is declared', async () => {
  const codes = jsonOf([{ x: '007' }, { x: '010' }]);
  expect(await valuesOf(codes, { decimal: '.' })).toEqual({ x: ['007', '010'] });
  expect(await valuesOf(codes, { types: { x: 'number' } })).toEqual({ x: [7, 10] });
});

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
