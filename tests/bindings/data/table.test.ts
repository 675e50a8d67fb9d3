import { describe, expect, test } from 'vitest';
import {
  type DataInput,
  finiteColumn,
  numericColumn,
  toTable,
} from '../../../bindings/data/table.js';
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

  test('makes a column of numbers and text a text column', () => {
    const table = toTable({ x: [1, 'b', NaN] });
    expect(table.columns.get('x')).toEqual({ kind: 'text', values: ['1', 'b', ''] });
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

  test('refuses cells that are neither numbers nor text', () => {
    expect(failure(() => toTable([{ x: 1 }, { x: true }]))).toBe(
      'bad-cell: data: column "x" must hold numbers or text, found a boolean in row 3',
    );
    expect(failure(() => toTable([{ x: new Date() }]))).toContain('found an object in row 2');
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
      'text-in-numeric-column: panel.time: column "code" must hold numbers, found "abc" in row 4',
    );
  });

  test('names the cell that made a column text, also where JavaScript would read a number', () => {
    const hex = toTable({ code: ['1.5', '2', '0x10'] });
    expect(failure(() => numericColumn(hex, 'code', 'panel.time'))).toContain('"0x10" in row 4');
  });

  test('lets infinite values pass, which finiteColumn refuses', () => {
    expect(numericColumn(table, 'wage', 'formula')[2]).toBe(Infinity);
    expect(failure(() => finiteColumn(table, 'wage', 'formula'))).toBe(
      'infinite-value: formula: column "wage" must be finite, found Infinity in row 4',
    );
  });

  test('shows the place in a formula with a caret', () => {
    const use = { text: 'n ~ L.n + wagee', offset: 10 };
    expect(failure(() => numericColumn(table, 'wagee', use))).toBe(
      'unknown-column: unknown column "wagee" (did you mean "wage"?)\n  n ~ L.n + wagee\n            ^',
    );
  });
});
