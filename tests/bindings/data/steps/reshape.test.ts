import { describe, expect, test } from 'vitest';
import { type LongShape, reshapeLong } from '../../../../bindings/data/steps/reshape/long.js';
import { reshapeWide, type WideShape } from '../../../../bindings/data/steps/reshape/wide.js';
import type { Table } from '../../../../bindings/data/table.js';
import type { TableWarning } from '../../../../bindings/data/table-warning.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { failure } from '../support.js';

const wide = toTable({
  country: ['A', 'B'],
  gdp2019: [2, 5],
  gdp2018: [1, null],
  pop_2018: [10, 20],
  gdp_growth: [7, 8],
});
const both = [
  { name: 'gdp', pattern: 'gdp{year}' },
  { name: 'pop', pattern: 'pop_{year}' },
];
const cells = ({ columns }: Table) =>
  Object.fromEntries(
    Array.from(columns, ([name, { values }]) => [
      name,
      Array.from(values as ArrayLike<number | string>, (cell) =>
        Number.isNaN(cell) ? null : cell,
      ),
    ]),
  );

describe('wide to long', () => {
  test('gives a row for each id and period, and repeats other columns', () => {
    const { table, reshaped } = reshapeLong(wide, { columns: both, id: ['country'] });
    expect(cells(table)).toEqual({
      country: ['A', 'A', 'B', 'B'],
      year: [2018, 2019, 2018, 2019],
      gdp: [1, 2, null, 5],
      pop: [10, null, 20, null],
      gdp_growth: [7, 7, 8, 8],
    });
    expect(reshaped).toEqual({
      to: 'long',
      rowsBefore: 2,
      rowsAfter: 4,
      names: 'year',
      values: ['2018', '2019'],
      columns: ['gdp', 'pop'],
      absent: 2,
    });
  });

  test('accepts text in names on request', () => {
    const { table } = reshapeLong(wide, {
      columns: [{ name: 'gdp', pattern: 'gdp{what}' }],
      id: ['country'],
      text: true,
    });
    expect(cells(table)['what']!.slice(0, 3)).toEqual(['2018', '2019', '_growth']);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ['quarter', ['2015Q2', '2015q1', '2014-Q4'], ['2014-Q4', '2015-Q1', '2015-Q2']],
    ['month', ['2015-03', '2014-12', '2015_01'], ['2014-12', '2015-01', '2015-03']],
    ['quarter', ['2015年第2季度', '2015年1季度'], ['2015-Q1', '2015-Q2']],
    ['half', ['2015年下半年', '2015H1'], ['2015-H1', '2015-H2']],
    ['day', ['2015-03-02', '2015-02-28'], ['2015-02-28', '2015-03-02']],
  ])('makes dates of a %s in names such as %j', (frequency, names, values) => {
    const parts = Object.fromEntries(names.map((name, i) => [`x_${name}`, [i, 10 + i]]));
    const columns = [{ name: 'x', pattern: 'x_{t}' }];
    const long = reshapeLong(toTable({ id: ['A', 'B'], ...parts, x_all: [5, 6] }), {
      columns,
      id: ['id'],
    });
    expect(long.reshaped.values).toEqual(values);
    expect(long.table.columns.get('t')).toMatchObject({ frequency });
    expect(cells(long.table)['x_all']!.slice(0, values.length)).toEqual(values.map(() => 5));
  });

  test('makes no dates of parts with several readings, nor of quarters next to years', () => {
    const table = toTable({ id: [1], 'x2015-1': [1], 'x2015-2': [2], y2015Q1: [1], z2015: [1] });
    const columns = ['x', 'y', 'z'].map((name) => ({ name, pattern: `${name}{t}` }));
    expect(failure(() => reshapeLong(table, { columns: columns.slice(0, 1), id: ['id'] }))).toMatch(
      /^bad-reshape: .*\bx\.\.\. with a whole number or a period/,
    );
    expect(failure(() => reshapeLong(table, { columns: columns.slice(1), id: ['id'] }))).toMatch(
      /^bad-reshape: .*\bz\.\.\. with a whole number or a period/,
    );
  });

  test('reads months with leading zeros as numbers, and says so', () => {
    const months = toTable({ id: [1], m12: [3], m01: [1], m02: [2], 'm2.5': [4], n01: [5] });
    const { table } = reshapeLong(months, {
      columns: [
        { name: 'm', pattern: 'm{month}' },
        { name: 'n', pattern: 'n{month}' },
      ],
      id: ['id'],
    });
    expect(cells(table)).toMatchObject({ month: [1, 2, 12], m: [1, 2, 3], n: [5, null, null] });
    expect(table.warnings).toMatchObject([
      {
        code: 'reshape-leading-zeros',
        message:
          'reshape.long.columns.m: leading zeros are left out of {month}, so m01 becomes 1; keep them with text: true',
      },
      {
        code: 'reshape-other-columns',
        message:
          'reshape.long.columns.m: m2.5 matches the pattern, but without a whole number for {month}, so each row repeats its value; text: true takes any text',
      },
      {
        code: 'reshape-leading-zeros',
        message:
          'reshape.long.columns.n: leading zeros are left out of {month}, so n01 becomes 1; keep them with text: true',
      },
    ]);
    const { table: kept } = reshapeLong(months, {
      columns: [{ name: 'm', pattern: 'm{month}' }],
      id: ['id'],
      text: true,
    });
    expect(cells(kept)['month']).toEqual(['01', '02', '12', '2.5']);
    expect(kept.warnings).toBeUndefined();
  });

  test('takes a minus for a sign only among numbers without one', () => {
    const columns = [{ name: 'x', pattern: 'x{t}' }];
    const event = toTable({ id: [1], 'x-1': [1], x0: [2], x1: [3] });
    expect(cells(reshapeLong(event, { columns, id: ['id'] }).table)['t']).toEqual([-1, 0, 1]);
    const years = toTable({ id: [1], 'x-2018': [1], 'x-2019': [2] });
    expect(failure(() => reshapeLong(years, { columns, id: ['id'] }))).toBe(
      'bad-reshape: reshape.long.columns.x: expected numbers of which not all are negative for {t}, found x-2018, x-2019; if the minus separates, write x-{t}',
    );
  });

  test('refuses two columns for one number', () => {
    const twice = toTable({ id: [1], x1: [1], x01: [2] });
    const columns = [{ name: 'x', pattern: 'x{t}' }];
    expect(failure(() => reshapeLong(twice, { columns, id: ['id'] }))).toBe(
      'bad-reshape: reshape.long.columns.x: expected one column for {t} 1, found x1 and x01; rename one, or keep the zeros with text: true',
    );
  });

  test('carries the warnings of the file to the new columns', () => {
    const counts = [
      { column: 'x1', cells: 1 },
      { column: 'x2', cells: 2 },
    ];
    const warning: TableWarning = {
      code: 'missing-codes',
      message: '',
      detail: { text: 'NA', columns: counts },
      columns: ['x1', 'x2'],
    };
    const file = { ...toTable({ id: [1], x1: [1], x2: [2] }), warnings: [warning] };
    const { table } = reshapeLong(file, { columns: [{ name: 'x', pattern: 'x{t}' }], id: ['id'] });
    expect(table.warnings).toMatchObject([
      { message: '3 cells with "NA" in column "x" are missing', columns: ['x'] },
    ]);
    const back = reshapeWide(table, { columns: ['x'], by: 't', id: ['id'] }).table;
    expect(back.warnings).toMatchObject([{ columns: ['x1', 'x2'] }]);
  });

  test.each<[string, LongShape, string]>([
    [
      'a pattern without braces',
      { columns: [{ name: 'gdp', pattern: 'gdp' }], id: ['country'] },
      'bad-reshape: reshape.long.columns.gdp: expected a pattern such as "gdp{year}", found "gdp"',
    ],
    [
      'a pattern without columns',
      { columns: [{ name: 'gdp', pattern: 'gpd{year}' }], id: ['country'] },
      'bad-reshape: reshape.long.columns.gdp: expected columns such as gpd... with a whole number or a period (text: true allows others) for {year}, found none (there are country, gdp2019, gdp2018, pop_2018, gdp_growth)',
    ],
    [
      'two names in braces',
      { columns: [both[0]!, { name: 'pop', pattern: 'pop_{t}' }], id: ['country'] },
      'bad-reshape: reshape.long.columns: expected one name in braces, found {year} in gdp{year} and {t} in pop_{t}; write the same',
    ],
    [
      'an unknown id',
      { columns: both, id: ['contry'] },
      'unknown-column: reshape.long.id: unknown column "contry" (did you mean "country"?)',
    ],
    [
      'a name that exists',
      { columns: [{ name: 'gdp_growth', pattern: 'gdp{year}' }], id: ['country'] },
      'column-exists: reshape.long: expected names that no other column has, found gdp_growth; choose other names',
    ],
  ])('refuses %s', (_, shape, expected) => {
    expect(failure(() => reshapeLong(wide, shape))).toBe(expected);
  });

  test('refuses ids that occur twice, and columns of several types', () => {
    const twice = toTable({ id: [1, 1], x1: [1, 2], x2: [3, 4] });
    const columns = [{ name: 'x', pattern: 'x{t}' }];
    expect(failure(() => reshapeLong(twice, { columns, id: ['id'] }))).toBe(
      'duplicate-reshape-keys: reshape.long.id: expected each id once, found id 1 in rows 1 and 2; add the column that tells them apart',
    );
    const mixed = toTable({ id: [1], x1: [1], x2: ['a'] });
    expect(failure(() => reshapeLong(mixed, { columns, id: ['id'] }))).toBe(
      'bad-reshape: reshape: x: expected columns of one type, found numbers in x1 and text in x2; declare the type of one in data.types',
    );
  });
});

describe('long to wide', () => {
  const long = toTable({
    id: [2, 1, 1, 2],
    t: [1, 1, 2, 3],
    x: [5, 6, 7, 8],
    name: ['b', 'a', 'a', 'b'],
  });
  const shape: WideShape = { columns: ['x'], by: 't', id: ['id'] };

  test('gives a row for each id and a column for each period', () => {
    const { table, reshaped } = reshapeWide(long, shape);
    expect(cells(table)).toEqual({
      id: [2, 1],
      name: ['b', 'a'],
      x1: [5, 6],
      x2: [null, 7],
      x3: [8, null],
    });
    expect(reshaped).toMatchObject({ to: 'wide', rowsBefore: 4, rowsAfter: 2, absent: 2 });
  });

  test('is undone by wide to long, but for absent rows', () => {
    const { table } = reshapeWide(long, shape);
    const back = reshapeLong(table, { columns: [{ name: 'x', pattern: 'x{t}' }], id: ['id'] });
    expect(cells(back.table)).toEqual({
      id: [2, 2, 2, 1, 1, 1],
      t: [1, 2, 3, 1, 2, 3],
      x: [5, null, 8, 6, 7, null],
      name: ['b', 'b', 'b', 'a', 'a', 'a'],
    });
  });

  test.each<[string, Table, WideShape, string]>([
    [
      'two rows for one cell',
      toTable({ id: [1, 1], t: [1, 1], x: [1, 2] }),
      shape,
      'duplicate-reshape-keys: reshape.wide: expected one row for each id and t, found id 1, t 1 in rows 1 and 2; remove one',
    ],
    [
      'a column that varies',
      long,
      { ...shape, columns: ['name'] },
      'bad-reshape: reshape.wide: expected one value of "x" for id 1, found several; list it in columns, or leave it out with data.columns',
    ],
    [
      'a missing period',
      toTable({ id: [1], t: [null], x: [1] }),
      shape,
      'bad-reshape: reshape.wide: expected id and by in each row, found id 1, t missing in row 1; remove the row',
    ],
    [
      'the id among the columns',
      long,
      { ...shape, columns: ['id'] },
      'bad-reshape: reshape.wide.columns: expected other columns than id and by, found id; leave it out',
    ],
  ])('refuses %s', (_, table, wrong, expected) => {
    expect(failure(() => reshapeWide(table, wrong))).toBe(expected);
  });
});

describe('patterns', () => {
  test('a value alone, and one that is repeated', () => {
    const table = toTable({ id: ['A', 'B'], 2015: [1, 2], '2016 [YR2016]': [3, 4] });
    const long = (pattern: string) =>
      cells(reshapeLong(table, { columns: [{ name: 'x', pattern }], id: ['id'] }).table);
    expect(long('{year}')).toMatchObject({ year: [2015, 2015], x: [1, 2] });
    expect(long('{year} [YR{year}]')).toMatchObject({ year: [2016, 2016], x: [3, 4] });
  });
});
