/** Value labels in conditions, and the numbers that a column has as texts. */
import { describe, expect, test } from 'vitest';
import { buildColumns } from '../../../../bindings/data/steps/columns.js';
import { evaluateWhere, parseWhere } from '../../../../bindings/data/where.js';
import type { Table } from '../../../../bindings/data/table.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { failure, hostMath } from '../support.js';

const plain = toTable({
  region: [1, 2, 3, null, 1],
  t: ['12.5', '-', ' 3 ', '', '-1e2'],
  grouped: ['1,200', '3', '4', '5', '6'],
  coded: ['1', 'n.a.', '3', ':', '5'],
});
const table: Table = {
  ...plain,
  columns: new Map(plain.columns).set('region', {
    ...plain.columns.get('region')!,
    valueLabels: new Map([
      ['1', 'North'],
      ['2', 'South'],
      ['3', 'North'],
    ]),
  }),
};

describe('value labels', () => {
  test.each([
    ['region == "North"', [1, 0, 1, 0, 1]],
    ['"South" == region', [0, 1, 0, 0, 0]],
    ['region != "North"', [0, 1, 0, 0, 0]],
    ['region in ("South", 3)', [0, 1, 1, 0, 0]],
    ['region == 1 || region == "South"', [1, 1, 0, 0, 1]],
  ])('%s', (where, kept) => {
    expect([...evaluateWhere(parseWhere(where), table, hostMath)]).toEqual(kept);
  });

  test.each([
    [
      'region == "Nroth"',
      'where-type: no value has the label "Nroth" (did you mean "North"?); the labels are "North", "South"',
    ],
    ['region < "North"', 'where-type: "<" cannot compare a number with text'],
  ])('refuses %s', (where, message) => {
    const found = failure(() => evaluateWhere(parseWhere(where), table, hostMath));
    expect(found.split('\n')[0]).toBe(message);
  });
});

describe('number', () => {
  const build = (value: string) =>
    buildColumns(table, [{ name: 'y', value }], {
      math: hostMath,
      index: () => new Float64Array(0),
      panel: undefined,
    }).table.columns.get('y')!.values;

  test.each([
    ['number(t)', [12.5, NaN, 3, NaN, -100]],
    ['number(coded, "n.a.", ":")', [1, NaN, 3, NaN, 5]],
    ['number(region) + 1', [2, 3, 4, NaN, 2]],
  ])('%s', (value, expected) => {
    expect([...build(value)]).toEqual(expected);
  });

  test.each([
    [
      'number(grouped)',
      'build-type: build.y: number cannot read "1,200" in row 1; set thousands: "," in data',
    ],
    [
      'number(coded)',
      'build-type: build.y: number cannot read "n.a." in row 2; if it means a missing value, write number(x, "n.a.")',
    ],
    [
      'number(t, 3)',
      'build-type: build.y: number needs missing codes in quotes after the column, as in number(x, "n.a.")',
    ],
  ])('refuses %s', (value, message) => {
    expect(failure(() => build(value)).split('\n')[0]).toBe(message);
  });
});
