import { describe, expect, test } from 'vitest';
import { tableFromArrays } from 'apache-arrow';
import { type JsonTable } from '../../../bindings/data/readers/json/json-table.js';
import { tableJson } from '../../../bindings/data/convert/convert.js';
import { finiteColumn, numericColumn } from '../../../bindings/data/table.js';
import { type DataInput, toTable } from '../../../bindings/data/to-table.js';
import { failure } from './support.js';

describe('toTable', () => {
  test('reads an object of columns, with null and undefined as missing', () => {
    const table = toTable({ x: [1, null, 3, undefined], name: ['a', '', null, 'd'] });
    expect(table.nrows).toBe(4);
    expect(table.columns.get('x')).toEqual({
      kind: 'number',
      values: Float64Array.of(1, NaN, 3, NaN),
    });
    expect(table.columns.get('name')).toEqual({ kind: 'text', values: ['a', '', '', 'd'] });
  });

  test('reads a list of rows, with absent keys as missing', () => {
    const table = toTable([
      { id: 'a', x: 1 },
      { id: 'b', y: 2 },
    ]);
    expect([...table.columns.keys()]).toEqual(['id', 'x', 'y']);
    expect(table.columns.get('y')).toEqual({ kind: 'number', values: Float64Array.of(NaN, 2) });
  });

  test('copies typed arrays', () => {
    const x = Float64Array.of(1, 2);
    const table = toTable({ x });
    x[0] = 9;
    expect(numericColumn(table, 'x', 'formula')).toEqual(Float64Array.of(1, 2));
  });

  test('makes a column of numbers and text a text column, and says so', () => {
    const table = toTable({ x: [1, 'b', NaN] });
    expect(table.columns.get('x')).toEqual({ kind: 'text', values: ['1', 'b', ''] });
    expect(table.warnings).toMatchObject([
      {
        code: 'not-a-number',
        column: 'x',
        message: 'column "x" is text: row 2 has "b", and most cells are numbers',
      },
    ]);
  });

  test('returns a table as it is', () => {
    const table = toTable({ x: [1] });
    expect(toTable(table)).toBe(table);
  });

  test('refuses columns of different lengths by name', () => {
    expect(failure(() => toTable({ x: [1, 2], y: [1] }))).toBe(
      'column-length: data: columns must have the same length, found 2 cells in "x" and 1 in "y"',
    );
  });

  test.each<[string, DataInput]>([
    ['no columns', {}],
    ['no rows', []],
    ['empty columns', { x: [] }],
  ])('refuses %s', (_, data) => {
    expect(failure(() => toTable(data))).toBe('empty-data: data: expected rows, found none');
  });

  test.each([
    [undefined, 'found nothing'],
    [null, 'found null'],
    ['a,b', 'found a string'],
  ])('refuses %j as data', (data, description) => {
    expect(failure(() => toTable(data as unknown as DataInput))).toBe(
      `bad-data: data: expected a table, columns or rows, ${description}`,
    );
  });

  test('refuses cells that are no values', () => {
    const words = 'must hold numbers, text, dates or booleans, found';
    expect(failure(() => toTable([{ x: 1 }, { x: {} }]))).toBe(
      `bad-cell: data: column "x" ${words} an object in row 2`,
    );
    expect(failure(() => toTable([{ x: new Date(NaN) }]))).toBe(
      `bad-cell: data: column "x" ${words} an invalid date in row 1`,
    );
  });

  test('refuses a column that is not an array', () => {
    const data = { x: 'abc' } as unknown as DataInput;
    expect(failure(() => toTable(data))).toBe(
      'bad-column: data: column "x" must be an array, found a string',
    );
  });
});

describe('numericColumn', () => {
  const table = toTable({ wage: [1, 2, Infinity], code: ['1', '2', 'abc'] });

  test('suggests the nearest name for an unknown column', () => {
    expect(failure(() => numericColumn(table, 'wagee', 'weights.column'))).toBe(
      'unknown-column: weights.column: unknown column "wagee" (did you mean "wage"?)',
    );
  });

  test('names row and cell of a text in a numeric column', () => {
    expect(failure(() => numericColumn(table, 'code', 'panel.time'))).toBe(
      'text-in-numeric-column: panel.time: column "code" must hold numbers, found "abc" in row 3',
    );
  });

  test('names the cell that made a column text, also where JavaScript would read a number', () => {
    const hex = toTable({ code: ['1.5', '2', '0x10'] });
    expect(failure(() => numericColumn(hex, 'code', 'panel.time'))).toContain('"0x10" in row 3');
  });

  test('lets infinite values pass, which finiteColumn refuses', () => {
    expect(numericColumn(table, 'wage', 'formula')[2]).toBe(Infinity);
    expect(failure(() => finiteColumn(table, 'wage', 'formula'))).toBe(
      'infinite-value: formula: column "wage" must be finite, found Infinity in row 3',
    );
  });

  test('shows the place in a formula with a caret', () => {
    const use = { text: 'n ~ L.n + wagee', offset: 10 };
    expect(failure(() => numericColumn(table, 'wagee', use))).toBe(
      'unknown-column: unknown column "wagee" (did you mean "wage"?)\n  n ~ L.n + wagee\n            ^',
    );
  });
});

describe('toTable reads', () => {
  const plain = (data: unknown): JsonTable['columns'] =>
    JSON.parse(
      JSON.stringify(tableJson(toTable(data as DataInput)).columns),
    ) as JsonTable['columns'];
  const values = (data: unknown) =>
    Object.fromEntries(plain(data).map(({ name, values: v }) => [name, v]));

  test('booleans', () => {
    expect(plain({ x: [true, null, false] })).toEqual([
      { name: 'x', type: 'boolean', values: [true, null, false] },
    ]);
  });

  test('dates as days at midnight UTC, else as times', () => {
    const day = new Date('2020-02-29T00:00:00Z');
    const time = new Date('1959-12-31T23:59:59.999Z');
    expect(plain({ day: [day, null], time: [day, time] })).toEqual([
      { name: 'day', type: 'date', frequency: 'day', values: ['2020-02-29', null] },
      {
        name: 'time',
        type: 'date',
        frequency: 'time',
        values: ['2020-02-29T00:00:00.000', '1959-12-31T23:59:59.999'],
      },
    ]);
  });

  test.each([
    [Int8Array.of(-1, 2), [-1, 2]],
    [Uint8ClampedArray.of(300, 2), [255, 2]],
    [Uint32Array.of(4294967295, 0), [4294967295, 0]],
    [Float32Array.of(0.1, NaN), [Math.fround(0.1), null]],
    [BigUint64Array.of(18446744073709551615n, 1n), ['18446744073709551615', '1']],
  ])('%o', (x, expected) => {
    expect(values({ x })).toEqual({ x: expected });
  });

  test('a bigint among decimals as a number, and says that it is rounded', () => {
    const table = toTable({ x: [9007199254740993n, 0.5] });
    expect(table.columns.get('x')).toMatchObject({
      values: Float64Array.of(9007199254740992, 0.5),
    });
    expect(table.warnings?.map(({ code }) => code)).toEqual(['rounded-integers']);
  });

  test('tables of Arrow', () => {
    const arrow = tableFromArrays({
      x: [1.5, null, 3],
      id: BigInt64Array.of(1n, 2n, 9007199254740993n),
      s: ['a', null, ''],
    });
    expect(values(arrow)).toEqual({
      x: [1.5, null, 3],
      id: ['1', '2', '9007199254740993'],
      s: ['a', null, ''],
    });
  });

  test('tables of arquero', () => {
    const columns: Record<string, unknown[]> = { x: [1, 2], d: [new Date(0), null] };
    const arquero = {
      numRows: () => 2,
      columnNames: () => Object.keys(columns),
      array: (name: string) => columns[name],
    };
    expect(values(arquero)).toEqual({ x: [1, 2], d: ['1970-01-01', null] });
  });

  test('rows that can be iterated', () => {
    expect(values(new Set([{ x: 1 }, { x: 2 }]))).toEqual({ x: [1, 2] });
  });

  test('names that objects inherit', () => {
    const rows = JSON.parse('[{"__proto__": 1, "toString": "a"}, {"x": 2}]') as unknown;
    expect(toTable(rows as DataInput).columns).toEqual(
      new Map([
        ['__proto__', { kind: 'number', values: Float64Array.of(1, NaN) }],
        ['toString', { kind: 'text', values: ['a', ''] }],
        ['x', { kind: 'number', values: Float64Array.of(NaN, 2) }],
      ]),
    );
  });

  test('a Map of columns, and refuses one whose names are no text', () => {
    expect(values(new Map([['x', [1, 2]]]))).toEqual({ x: [1, 2] });
    expect(() => toTable(new Map([[1, [1, 2]]]))).toThrow(/found a Map with a number as the name/);
  });

  test('objects of interfaces and classes, as columns and as rows', () => {
    class Columns {
      readonly x = Float32Array.of(1, 2);
      readonly n = [3n, 4n];
    }
    interface Row {
      x: number;
      name?: string;
    }
    const rows: Row[] = [{ x: 1, name: 'a' }, { x: 2 }];
    expect(values(new Columns())).toEqual({ x: [1, 2], n: [3, 4] });
    expect(values(rows)).toEqual({ x: [1, 2], name: ['a', null] });
  });

  test('numbers and missing cells the same with any other cell beside them', () => {
    const cells = [1.5, null, undefined, '', -0, NaN, Infinity];
    const column = (list: unknown[]) => toTable({ x: list } as DataInput).columns.get('x');
    const withBigint = column([...cells, 7n]) as { readonly values: Float64Array };
    expect(column([...cells, 7])).toEqual(withBigint);
  });
});
