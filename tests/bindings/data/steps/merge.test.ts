import { describe, expect, test } from 'vitest';
import { type MergeKeys, mergeTables } from '../../../../bindings/data/steps/merge.js';
import { parseCsv } from '../../../../bindings/data/readers/csv/index.js';
import type { Column } from '../../../../bindings/data/column.js';
import type { Table } from '../../../../bindings/data/table.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { failure } from '../support.js';

const table = toTable({
  id: [1, 1, 2, 3, null],
  year: [2019, 2020, 2019, 2019, 2020],
  x: [1, 2, 3, 4, 5],
});
const prices = toTable({ year: [2021, 2019], cpi: [9, 100], note: ['', 'base'] });
const merge = (other: Table, keys: MergeKeys, data = table) =>
  mergeTables(data, other, keys, 'prices.csv');
const csv = (text: string) => parseCsv(new TextEncoder().encode(text), { name: 'prices.csv' });

describe('a merge', () => {
  test('keeps the rows of the data in their order, and says what did not match', () => {
    const { table: joined, merged } = merge(prices, { on: ['year'] });
    expect([...joined.columns.keys()]).toEqual(['id', 'year', 'x', 'cpi', 'note']);
    expect(joined.columns.get('cpi')!.values).toEqual(Float64Array.of(100, NaN, 100, 100, NaN));
    expect(joined.columns.get('note')!.values).toEqual(['base', '', 'base', 'base', '']);
    expect(merged).toEqual({
      file: 'prices.csv',
      on: ['year'],
      kind: 'm:1',
      columns: ['cpi', 'note'],
      matched: 3,
      unmatched: 2,
      unmatchedKeys: ['year 2020'],
      unused: 1,
      unusedKeys: ['year 2021'],
    });
    expect(joined.warnings).toMatchObject([
      {
        code: 'unmatched-rows',
        message:
          'merge prices.csv: 2 of 5 rows have no match, so they lack cpi, note; first keys: year 2020',
        columns: ['cpi', 'note'],
      },
    ]);
  });

  test('says by a column which rows have a match', () => {
    const { table: joined } = merge(prices, { on: ['year'], keep: ['cpi'], indicator: 'm' });
    expect([...joined.columns.keys()]).toEqual(['id', 'year', 'x', 'cpi', 'm']);
    expect(joined.columns.get('m')!.values).toEqual(Float64Array.of(1, 0, 1, 1, 0));
    for (const indicator of ['x', 'cpi']) {
      expect(failure(() => merge(prices, { on: ['year'], keep: ['cpi'], indicator }))).toBe(
        `column-exists: merge prices.csv: indicator: expected a name that neither the data nor the file has, found ${indicator}; give another name`,
      );
    }
  });

  test('finds out that it is 1:1, and checks what it is told', () => {
    const other = toTable({ id: [1, 1, 2], year: [2019, 2020, 2019], z: [7, 8, 9] });
    expect(merge(other, { on: ['id', 'year'] }).merged.kind).toBe('1:1');
    expect(failure(() => merge(prices, { on: ['year'], kind: '1:1' }))).toBe(
      'duplicate-merge-keys: merge prices.csv: expected each key once in the data, found year 2019 in rows 1 and 3 (3 such rows); add a column to on, or remove the rows',
    );
  });

  test('says that keys differ in their zeros, blanks or capitals only', () => {
    const data = toTable({ id: ['01', '02', 'x'], y: [1, 2, 3] });
    const { table: joined, merged } = mergeTables(
      data,
      toTable({ id: ['1', '2', 'z'], z: [7, 8, 9] }),
      { on: ['id'] },
      'b.csv',
    );
    expect(merged.matched).toBe(0);
    expect(joined.warnings![0]!.message).toBe(
      'merge b.csv: 3 of 3 rows have no match, so they lack z; first keys: id 01; id 02; id x; the file writes id 01 as id 1, with other zeros, blanks or capitals',
    );
  });

  test('never matches a missing key', () => {
    const other = toTable({ id: [null, null, 1], z: [7, 8, 9] });
    const { table: joined, merged } = merge(other, { on: ['id'] });
    expect(joined.columns.get('z')!.values).toEqual(Float64Array.of(9, 9, NaN, NaN, NaN));
    expect(merged).toMatchObject({ unmatched: 3, unused: 2, unusedKeys: ['id missing'] });
  });

  test('tells keys of several columns of text apart', () => {
    const data = toTable({ a: ['a', 'ab'], b: ['bc', 'c'] });
    const other = toTable({ a: ['ab', 'a'], b: ['c', 'bc'], z: [2, 1] });
    const { table: joined } = merge(other, { on: ['a', 'b'] }, data);
    expect(joined.columns.get('z')!.values).toEqual(Float64Array.of(1, 2));
  });

  test('keeps labels, kinds of missing values and dates', () => {
    const column = {
      kind: 'number',
      values: Float64Array.of(1, NaN),
      label: 'Region',
      valueLabels: new Map([['1', 'east']]),
      missing: { names: ['.a'], codes: Uint8Array.of(0, 1) },
    } as const;
    const day = { kind: 'number', values: Float64Array.of(10, 20), frequency: 'day' } as const;
    const year = {
      kind: 'number',
      values: Float64Array.of(2020, 2019),
      frequency: 'year',
    } as const;
    const other: Table = {
      nrows: 2,
      columns: new Map<string, Column>([
        ['year', year],
        ['region', column],
        ['day', day],
      ]),
    };
    const { columns } = merge(other, { on: ['year'] }).table;
    expect(columns.get('region')).toMatchObject({
      label: 'Region',
      values: Float64Array.of(NaN, 1, NaN, NaN, 1),
      missing: { names: ['.a'], codes: Uint8Array.of(1, 0, 1, 1, 0) },
    });
    expect(columns.get('day')).toMatchObject({
      frequency: 'day',
      values: Float64Array.of(20, 10, 20, 20, 10),
    });
  });

  test('warns of keys whose labels differ', () => {
    const labelled = (label: string): Table => ({
      nrows: 1,
      columns: new Map<string, Column>([
        ['r', { kind: 'number', values: Float64Array.of(1), valueLabels: new Map([['1', label]]) }],
        [label, { kind: 'number', values: Float64Array.of(5) }],
      ]),
    });
    expect(merge(labelled('west'), { on: ['r'] }, labelled('east')).table.warnings).toMatchObject([
      {
        code: 'different-labels',
        message:
          'merge prices.csv: "r" 1 is labelled east in the data and west in the file; rows match by the number',
        column: 'r',
      },
    ]);
  });

  test.each<[string, Table, MergeKeys, string]>([
    [
      'a duplicate key',
      csv('year,cpi\n2019,1\n2019,2\n'),
      { on: ['year'] },
      'duplicate-merge-keys: merge prices.csv: expected each key once in prices.csv, found year 2019 in rows 2 and 3; add a column to on, or remove the rows',
    ],
    [
      'keys of other types',
      csv('id,z\n001,1\n002,2\n'),
      { on: ['id'] },
      'merge-key-type: merge prices.csv: on: expected columns "id" of one type, found numbers in the data and text in the file; declare the type of one, as in types: {id: number}',
    ],
    [
      'dates as numbers',
      csv('year,z\n2019-01-01,1\n'),
      { on: ['year'] },
      'merge-key-type: merge prices.csv: on: expected columns "year" of one type, found numbers in the data and dates by day in the file; declare the type of one, as in types: {year: text}',
    ],
    [
      'a name that the data have',
      csv('year,x\n2019,1\n'),
      { on: ['year'] },
      'column-exists: merge prices.csv: expected names that the data do not have, found x in both; list other columns in keep, or give them other names with rename: {x: ...}',
    ],
    [
      'an unknown key',
      prices,
      { on: ['yaer'] },
      'unknown-column: merge prices.csv: on: the data: unknown column "yaer" (did you mean "year"?)',
    ],
    [
      'a key that the file lacks',
      prices,
      { on: ['id'] },
      'unknown-column: merge prices.csv: on: the file: unknown column "id" (there are year, cpi, note)',
    ],
    [
      'an unknown column',
      prices,
      { on: ['year'], keep: ['cpy'] },
      'unknown-column: merge prices.csv: keep: unknown column "cpy" (did you mean "cpi"?)',
    ],
    [
      'the key among the columns',
      prices,
      { on: ['year'], keep: ['year'] },
      'column-exists: merge prices.csv: keep: expected columns to add, found the key "year", which the data have already; leave it out',
    ],
  ])('refuses %s', (_, other, keys, expected) => {
    expect(failure(() => merge(other, keys))).toBe(expected);
  });
});
