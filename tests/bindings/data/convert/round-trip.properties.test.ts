/** Tables written to each format and read back. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../../../bindings/data/column.js';
import { tableToArrow } from '../../../../bindings/data/convert/arrow.js';
import { tableToCsv } from '../../../../bindings/data/convert/csv.js';
import { tableToDta } from '../../../../bindings/data/convert/dta.js';
import { type JsonTable } from '../../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../../bindings/data/convert/convert.js';
import { tableToParquet } from '../../../../bindings/data/convert/parquet.js';
import { readArrow } from '../../../../bindings/data/readers/columnar/arrow/arrow.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import { readJson } from '../../../../bindings/data/readers/json/index.js';
import { readParquet } from '../../../../bindings/data/readers/columnar/parquet/parquet.js';
import { readStata } from '../../../../bindings/data/readers/stata.js';
import { readTable } from '../../../../bindings/data/index.js';
import type { Table } from '../../../../bindings/data/table.js';
import { fileBytes, fileCases } from '../readers/files.js';

const plain = (table: Table): JsonTable =>
  JSON.parse(JSON.stringify(tableJson(table))) as JsonTable;
const tableOf = (columns: Record<string, Column>): Table => ({
  nrows: Object.values(columns)[0]!.values.length,
  columns: new Map(Object.entries(columns)),
});

const typed = [
  {
    format: 'Arrow',
    write: tableToArrow,
    read: (bytes: Uint8Array) => readArrow(bytes, { name: 'a.arrow' }),
  },
  {
    format: 'Parquet',
    write: tableToParquet,
    read: (bytes: Uint8Array) => readParquet(bytes.slice().buffer, { name: 'a.parquet' }),
  },
];

const number = (...values: number[]): Column => ({
  kind: 'number',
  values: Float64Array.from(values),
});

/** Everything that a table can say, in three rows. */
const full = tableOf({
  x: {
    ...number(-0, 0.1, NaN),
    label: 'Wage – hourly',
    valueLabels: new Map([
      ['1', 'one'],
      ['.a', 'refused'],
    ]),
    missing: { names: ['.', '.a'], codes: Uint8Array.of(0, 0, 2) },
  } as Column,
  nan: { ...number(NaN, NaN, Infinity), nans: new Set([1]) } as Column,
  ok: { ...number(1, 0, NaN), boolean: true } as Column,
  ...Object.fromEntries(
    (['day', 'week', 'month', 'quarter', 'half', 'year', 'time'] as const).map((frequency) => [
      frequency,
      { ...number(frequency === 'year' ? 1850 : -5, 2019, NaN), frequency } as Column,
    ]),
  ),
  s: { kind: 'text', values: ['', '', '中 "x", =1'], nulls: Uint8Array.of(1, 0, 0) },
  id: {
    kind: 'text',
    values: ['9223372036854775807', '', '-1'],
    nulls: Uint8Array.of(0, 1, 0),
    integers: true,
  },
  huge: {
    kind: 'text',
    values: ['9223372036854775808', '', '-1'],
    nulls: Uint8Array.of(0, 1, 0),
    integers: true,
  },
  blob: {
    kind: 'text',
    values: ['00ff', '', ''],
    nulls: Uint8Array.of(0, 0, 1),
    bytes: new Set([0, 1]),
  },
  some: {
    kind: 'text',
    values: ['00ff', 'a', ''],
    nulls: Uint8Array.of(0, 0, 1),
    bytes: new Set([0]),
  },
});

describe.each(typed)('$format', ({ write, read }) => {
  test('keeps everything that a table can say', async () => {
    const { bytes, notes } = await write(full);
    const found = await read(bytes);
    expect(plain(found)).toEqual(plain(full));
    expect(Object.is(found.columns.get('x')!.values[0], -0)).toBe(true);
    expect(notes).toEqual([
      'integers beyond 64 bits are written as text: column "huge"',
      'bytes among texts are written as hexadecimal digits: column "some"',
    ]);
  });

  test.each(
    fileCases('dta')
      .filter(({ id, expected: { error } }) => !error && /^(spec_|missing27|empty|stata_)/.test(id))
      .map((one) => [one.id, one] as const),
  )('keeps the Stata file %s', async (_, one) => {
    const table = readStata(fileBytes('dta', one), { name: one.data });
    expect(plain(await read((await write(table)).bytes))).toEqual(plain(table));
  });
});

const cell = fc.option(fc.double({ noDefaultInfinity: true, noNaN: true }), { nil: NaN });
const text = fc.string({ unit: 'binary' }).filter((word) => !/\p{Surrogate}/u.test(word));

/** Tables of a column of numbers and one of texts. */
const tables = fc
  .array(fc.tuple(cell, fc.option(text)), { minLength: 1, maxLength: 20 })
  .map((rows) =>
    tableOf({
      x: number(...rows.map(([x]) => x)),
      s: {
        kind: 'text',
        values: rows.map(([, s]) => s ?? ''),
        nulls: Uint8Array.from(rows, ([, s]) => (s === null ? 1 : 0)),
      },
    }),
  );

describe('any table', () => {
  test.each(typed)('in $format', async ({ write, read }) => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        expect(plain(await read((await write(table)).bytes))).toEqual(plain(table));
      }),
    );
  });

  test('in JSON', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const json = JSON.stringify(tableJson(table));
        expect(plain(readJson(json, { name: 'a' }))).toEqual(plain(table));
      }),
    );
  });

  test('in dta, unless Stata does not store it', () => {
    const storable = tables.filter(({ columns }) => {
      const [x, s] = [...columns.values()];
      const isSmall = (value: number | string) => !(Math.abs(Number(value)) >= 2 ** 1023);
      return (
        [...x!.values].every(isSmall) && !s!.values.some((word) => String(word).includes('\0'))
      );
    });
    fc.assert(
      fc.property(storable, (table) => {
        const { bytes, notes } = tableToDta(table);
        const found = readStata(bytes, { name: 'a.dta' });
        expect([...found.columns.get('x')!.values]).toEqual([...table.columns.get('x')!.values]);
        expect(found.columns.get('s')!.values).toEqual(table.columns.get('s')!.values);
        const hasNulls = plain(table).columns[1]!.values.includes(null);
        expect(notes.length).toBe(hasNulls ? 1 : 0);
      }),
    );
  });

  test('of numbers in CSV', () => {
    const numbers = fc
      .array(cell, { minLength: 1 })
      .filter((values) => !values.every(Number.isNaN));
    fc.assert(
      fc.property(numbers, (values) => {
        const table = tableOf({
          'a "b",\n': number(...values),
          one: number(...values.map(() => 1)),
        });
        const { bytes, notes } = tableToCsv(table);
        expect(plain(parseCsv(bytes)).columns[0]!.values).toEqual(plain(table).columns[0]!.values);
        expect(notes).toEqual([]);
      }),
    );
  });
});

test.each(['day', 'week', 'month', 'quarter', 'half', 'year', 'time'] as const)(
  'JSON holds a %s of any count',
  async (frequency) => {
    // Texts of days and times have no fractions.
    const fraction = frequency === 'day' || frequency === 'time' ? 7 : 7.5;
    const values = Float64Array.of(0, 1e12, -1e12, 8e14, 1e300, fraction, -Infinity, NaN, NaN);
    const column: Column = { kind: 'number', values, frequency, nans: new Set([8]) };
    const table = tableOf({ when: column });
    const bytes = new TextEncoder().encode(JSON.stringify(tableJson(table)));
    const again = await readTable(bytes, { format: 'json' });
    expect(again.columns.get('when')!.values).toEqual(values);
    expect(plain(again)).toEqual(plain(table));
  },
);

test('dates beyond four digits of years are ISO dates, those beyond the calendar counts', () => {
  const values = Float64Array.of(3e6, -8e5, 1e12);
  const table = tableOf({ when: { kind: 'number', values, frequency: 'day' } });
  expect(plain(table).columns[0]!.values).toEqual([
    '+010173-09-20',
    '-000231-09-03',
    { number: '1000000000000' },
  ]);
  const { bytes, notes } = tableToCsv(table);
  expect(new TextDecoder().decode(bytes).split('\n')[3]).toBe('1000000000000');
  expect(notes).toContain(
    'dates that no calendar has are written as counts of periods since 1960: column "when"',
  );
});

test('what CSV does not say is in the notes', () => {
  const { bytes, notes } = tableToCsv(full);
  expect(new TextDecoder().decode(bytes).split('\n').slice(0, 3)).toEqual([
    'x,nan,ok,day,week,month,quarter,half,year,time,s,id,huge,blob,some',
    '-0,,true,1959-12-27,1959-W48,1959-08,1958-Q4,1957-H2,1850,1959-12-31T23:59:59.995,,9223372036854775807,9223372036854775808,00ff,00ff',
    '0.1,NaN,false,1965-07-12,1998-W44,2128-04,2464-Q4,2969-H2,2019,1960-01-01T00:00:02.019,"",,,"",a',
  ]);
  expect(notes).toEqual([
    'CSV has no labels of columns: column "x"',
    'CSV has no labels of values: column "x"',
    'CSV has no kinds of missing values, which are empty cells: column "x"',
    'NaN is read back as missing: column "nan"',
    'bytes are written as hexadecimal digits: 2 columns, the first "blob"',
    'periods are read back as dates only if their type is declared: 5 columns, the first "week"',
  ]);
});

test('text that would change in a spreadsheet or on reading is in the notes', () => {
  const column = (...values: string[]): Column => ({ kind: 'text', values });
  const { bytes, notes } = tableToCsv(
    tableOf({ f: column('=1+1', '@a'), n: column('1', '2'), z: column('007', '01') }),
  );
  expect(new TextDecoder().decode(bytes)).toBe('f,n,z\n=1+1,1,007\n@a,2,01\n');
  expect(notes).toEqual([
    'text looks like numbers, dates or missing values, so declare the type text: column "n"',
    'a spreadsheet would run text that begins with =, +, - or @ as a formula: column "f"',
  ]);
});

describe('dta', () => {
  test.each(
    fileCases('dta')
      .filter(({ id, expected: { error } }) => !error && /^(spec_1|missing27|longnames)/.test(id))
      .map((one) => [one.id, one] as const),
  )('%s is the same after writing', (_, one) => {
    const table = readStata(fileBytes('dta', one), { name: one.data });
    expect(plain(readStata(tableToDta(table).bytes, { name: 'a.dta' }))).toEqual(plain(table));
  });

  test('what Stata does not say is in the notes', () => {
    const columns = new Map(full.columns);
    columns.set('nan', { ...number(NaN, NaN, 1), nans: new Set([1]) } as Column);
    columns.set('kind', {
      ...number(NaN, 1, 2),
      missing: { names: ['#N/A'], codes: Uint8Array.of(1, 0, 0) },
    } as Column);
    columns.set('label', { ...number(NaN, 1, 2), valueLabels: new Map([['1.5', 'a']]) } as Column);
    const { bytes, notes } = tableToDta({ nrows: 3, columns });
    const found = plain(readStata(bytes, { name: 'a.dta' })).columns;
    const expected = plain({ nrows: 3, columns }).columns;
    for (const name of ['x', 'day', 'week', 'month', 'quarter', 'half', 'year', 'time']) {
      const of = (list: JsonTable['columns']) => list.find((column) => column.name === name)!;
      expect(of(found).values).toEqual(of(expected).values);
      expect(of(found).frequency).toEqual(of(expected).frequency);
    }
    expect(found[0]).toMatchObject({ label: 'Wage – hourly', missing: { 2: '.a' } });
    expect(notes).toEqual([
      'Stata has no true and false, which are 1 and 0: column "ok"',
      'Stata has no NaN, which is missing: column "nan"',
      'Stata has no such kinds of missing values, which are ".": column "kind"',
      'Stata has no missing text, which is empty: 5 columns, the first "s"',
      'Stata has no such integers, which are text: 2 columns, the first "id"',
      'bytes are written as hexadecimal digits: 2 columns, the first "blob"',
      'Stata labels whole numbers only, so other labels of values are left out: column "label"',
    ]);
  });

  test('infinity is refused', () => {
    expect(() => tableToDta(tableOf({ x: number(Infinity) }))).toThrow(
      expect.objectContaining({
        code: 'not-writable',
        message: 'dta: column "x", row 1: Stata does not store Infinity; choose another format',
      }),
    );
  });
});
