import { describe, expect, test } from 'vitest';
import { appendTables } from '../../../../bindings/data/steps/append.js';
import type { Column } from '../../../../bindings/data/column.js';
import type { Table } from '../../../../bindings/data/table.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { planBundle } from '../../../../bindings/paper/bundle/plan.js';
import { parseModel } from '../../../../bindings/index.js';
import { failure } from '../support.js';

const table = toTable({ id: [1, 2], x: [1, null], g: ['a', ''] });
const append = (other: Table, source?: string, data = table) =>
  appendTables(data, other, { source }, 'wave2.csv');
const withColumn = (column: Column): Table => ({ nrows: 2, columns: new Map([['x', column]]) });
const labelled = (labels: readonly (readonly [string, string])[]): Column => ({
  kind: 'number',
  values: Float64Array.of(1, NaN),
  valueLabels: new Map(labels),
  missing: { names: ['.b', '.a'], codes: Uint8Array.of(0, 2) },
});

describe('an appended file', () => {
  test('has its rows below, in columns of the same names', () => {
    const { table: whole, appended } = append(
      toTable({ x: [3, 4, 5], id: [3, 4, 5], z: [7, 8, 9] }),
    );
    expect([...whole.columns].map(([name, { values }]) => [name, [...values]])).toEqual([
      ['id', [1, 2, 3, 4, 5]],
      ['x', [1, NaN, 3, 4, 5]],
      ['g', ['a', '', '', '', '']],
      ['z', [NaN, NaN, 7, 8, 9]],
    ]);
    expect(appended).toEqual({
      file: 'wave2.csv',
      rowsBefore: 2,
      rows: 3,
      absentInFile: ['g'],
      absentInData: ['z'],
    });
    expect(whole.warnings?.map(({ code, message }) => [code, message])).toEqual([
      [
        'appended-columns',
        'append wave2.csv: the file lacks g, and the data lack z, so these cells are missing; rename columns that mean the same',
      ],
    ]);
  });

  test('is told apart by a column', () => {
    const other = toTable({ id: [3], x: [3], g: ['b'] });
    const first = append(other, 'wave');
    const { table: whole } = appendTables(
      first.table,
      other,
      { source: 'wave', before: [first.appended] },
      'wave3.csv',
    );
    expect(whole.columns.get('wave')!.values).toEqual(Float64Array.of(0, 0, 1, 2));
    expect(whole.warnings).toEqual([]);
    expect(failure(() => append(other, 'x'))).toBe(
      'column-exists: append wave2.csv: source: expected a name that neither the data nor the file has, found x; give another name',
    );
  });

  test('keeps labels and kinds of missing cells, and refuses labels that differ', () => {
    const first = withColumn(labelled([['1', 'east']]));
    const second = withColumn({
      ...labelled([['2', 'west']]),
      missing: { names: ['.a'], codes: Uint8Array.of(0, 1) },
    });
    const column = append(second, undefined, first).table.columns.get('x')!;
    expect([...column.valueLabels!]).toEqual([
      ['2', 'west'],
      ['1', 'east'],
    ]);
    const { names, codes } = column.missing!;
    expect([...codes].map((code) => names[code - 1])).toEqual([undefined, '.a', undefined, '.a']);
    const other = withColumn(labelled([['1', 'north']]));
    expect(failure(() => append(other, undefined, first))).toBe(
      'bad-append: append wave2.csv: expected the same value labels of "x", found east for 1 in the data and north in the file; recode one, or rename it',
    );
  });

  test('has the types of the data, unless a column has no values', () => {
    expect(failure(() => append(toTable({ x: ['1'] })))).toMatch(
      /^bad-append: append wave2\.csv: x: expected columns "x" of one type, found numbers in the data and text in the file/,
    );
    expect(append(toTable({ x: [''] })).table.columns.get('x')).toMatchObject({ kind: 'number' });
    const texts = append(toTable({ g: ['b', ''] })).table.columns.get('g')!;
    expect(texts.values).toEqual(['a', '', 'b', '']);
  });
});

test('the key takes paths, keys and lists, and a bundle has the files', () => {
  const model = { estimator: 'ols', data: 'a.csv', formula: 'y ~ x' } as const;
  const keyOf = (append: unknown) => parseModel({ ...model, append } as never).append;
  expect(keyOf('b.csv')).toEqual([{ file: { file: 'b.csv' } }]);
  expect(keyOf(['b.csv', { file: 'c.csv', decimal: ',', source: 'wave' }])).toEqual([
    { file: { file: 'b.csv' } },
    { file: { file: 'c.csv', decimal: ',' }, source: 'wave' },
  ]);
  const study = { study: 1, data: 'a.csv', append: 'b.csv', tables: { T1: { describe: ['y'] } } };
  const plan = planBundle(study as never, 'paper.yaml');
  expect(plan.data.map(({ key, written }) => [key, written])).toEqual([
    ['data', 'a.csv'],
    ['append[0].file', 'b.csv'],
  ]);
});
