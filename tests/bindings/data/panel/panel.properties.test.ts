import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { panelOf } from '../../../../bindings/data/panel/index-panel.js';
import { inPanelOrder, lagged } from '../../../../bindings/data/panel/panel.js';
import { type DataInput, toTable } from '../../../../bindings/data/to-table.js';
import { failure, inputErrorOf } from '../support.js';

const keys = { unit: 'id', time: 'year' };
const index = (data: DataInput, step?: number) => panelOf(toTable(data), { ...keys, step });

describe('panelOf', () => {
  test('sorts rows by unit and time and numbers the periods of the calendar', () => {
    const panel = index({ id: [2, 10, 2, 10], year: [1980, 1977, 1978, 1978] });
    expect(panel).toMatchObject({ unit: 'id', time: 'year', step: 1, nunits: 2, nperiods: 4 });
    expect(panel.unitNames).toEqual(['2', '10']);
    expect([...panel.periods]).toEqual([1977, 1978, 1979, 1980]);
    expect([...panel.order]).toEqual([2, 0, 1, 3]);
    expect([...panel.unitStart]).toEqual([0, 2, 4]);
    expect([...panel.period]).toEqual([1, 3, 0, 1]);
  });

  test('sorts text units by code point', () => {
    const id = ['b', 'B', '\u{1F600}', '\uFFFD', 'a10', 'a2', 'a'];
    const panel = index({ id, year: id.map(() => 1) });
    expect(panel.unitNames).toEqual(['B', 'a', 'a10', 'a2', 'b', '\uFFFD', '\u{1F600}']);
  });

  test('accepts one unit', () => {
    expect(index({ id: [1, 1], year: [1, 2] }).nunits).toBe(1);
  });

  test('counts periods in steps', () => {
    const panel = index({ id: [1, 1, 1], year: [1950, 1965, 1955] }, 5);
    expect([...panel.periods]).toEqual([1950, 1955, 1960, 1965]);
    expect([...panel.period]).toEqual([0, 1, 3]);
  });

  test('accepts steps below one', () => {
    const panel = index({ id: [1, 1, 1], year: [1980, 1980.1, 1980.3] }, 0.1);
    expect([...panel.periods]).toEqual([1980, 1980.1, 1980.2, 1980.3]);
    expect([...panel.period]).toEqual([0, 1, 3]);
  });

  test.each<[string, Record<string, (number | string | null)[]>, number, string]>([
    [
      'an unknown unit column',
      { idd: [1], year: [1] },
      1,
      'unknown-column: panel.unit: unknown column "id" (did you mean "idd"?)',
    ],
    [
      'an unknown time column',
      { id: [1], yaer: [1] },
      1,
      'unknown-column: panel.time: unknown column "year" (did you mean "yaer"?)',
    ],
    [
      'a row without unit',
      { id: ['a', '', null], year: [1, 2, 3] },
      1,
      'missing-panel-key: panel.unit: column "id" has no value in row 2 and in 1 more; a panel needs one in every row',
    ],
    [
      'a row without time',
      { id: [1, 1], year: [1, null] },
      1,
      'missing-panel-key: panel.time: column "year" has no value in row 2; a panel needs one in every row',
    ],
    [
      'a time that is no integer',
      { id: [1, 1], year: [1978, 1978.5] },
      1,
      'time-off-grid: panel.time: expected whole numbers, found 1978.5 in row 2 of column "year"; correct it or change the step',
    ],
    [
      'a time off the steps',
      { id: [1, 1], year: [1950, 1953] },
      5,
      'time-off-grid: panel.time: expected periods 5 apart, starting at 1950, found 1953 in row 2 of column "year"; correct it or change the step',
    ],
    [
      'text as time',
      { id: [1, 1], year: ['1978', '1979q1'] },
      1,
      'text-in-numeric-column: panel.time: column "year" must hold numbers, found "1979q1" in row 2; if it is a date, declare its form, such as types: {"year": "date:yq"}',
    ],
    [
      'infinite time',
      { id: [1, 1], year: [1, Infinity] },
      1,
      'infinite-value: panel.time: column "year" must be finite, found Infinity in row 2',
    ],
    [
      'a huge range of time',
      { id: [1, 1], year: [0, 1e15] },
      1,
      'too-many-periods: panel.time: expected at most 100000 periods, found 1000000000000001: column "year" runs from 0 to 1000000000000000 by 1; set a larger step',
    ],
    [
      'a step that is not positive',
      { id: [1], year: [1] },
      0,
      'bad-step: panel.step: expected a positive number, found 0',
    ],
    [
      'repeated keys',
      { id: ['a', 'b', 'a', 'a', 'b'], year: [1, 2, 1, 1, 2] },
      1,
      'duplicate-keys: panel: each (id, year) must occur once, found 2 repeated: (a, 1) in rows 1, 3, 4, (b, 2) in rows 2, 5; remove or rename the repeated rows',
    ],
  ])('refuses %s', (_, data, step, expected) => {
    expect(failure(() => index(data, step))).toBe(expected);
  });

  test('lists at most five repeated keys and counts all', () => {
    const id = Array.from({ length: 60 }, (_, i) => i % 30);
    const error = inputErrorOf(() => index({ id, year: id.map(() => 1) }));
    expect(error.message).toMatch(/found 30 repeated.*\(4, 1\) in rows 5, 35, and 25 more; remove/);
    expect(error.detail).toMatchObject({ total: 30 });
    expect(error.detail.keys).toHaveLength(5);
  });

  test('does not depend on the order of the rows', () => {
    const rows = fc.uniqueArray(
      fc.record({ id: fc.integer({ min: -5, max: 5 }), year: fc.integer({ min: 0, max: 8 }) }),
      { selector: ({ id, year }) => `${id} ${year}`, minLength: 1, maxLength: 40 },
    );
    const shuffled = rows.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const a = index(list);
        const b = index(other);
        const alike = { order: null, inPlace: null };
        expect({ ...a, ...alike }).toEqual({ ...b, ...alike });
        expect([...a.order].map((row) => list[row])).toEqual([...b.order].map((row) => other[row]));
      }),
    );
  });
});

describe('lagged', () => {
  const panel = index({ id: [1, 1, 1, 2, 2], year: [1, 2, 4, 2, 3] });
  const x = Float64Array.of(10, 20, 40, 52, 53);

  test('follows calendar time within a unit', () => {
    expect([...lagged(x, panel, 1)]).toEqual([NaN, 10, NaN, NaN, 52]);
    expect([...lagged(x, panel, 2)]).toEqual([NaN, NaN, 20, NaN, NaN]);
    expect([...lagged(x, panel, -1)]).toEqual([20, NaN, NaN, 53, NaN]);
    expect([...lagged(x, panel, 0)]).toEqual([...x]);
    expect([...lagged(x, panel, -2)]).toEqual([NaN, 40, NaN, NaN, NaN]);
    for (const far of [1000, -1000]) {
      expect([...lagged(x, panel, far)]).toEqual([NaN, NaN, NaN, NaN, NaN]);
    }
  });
});

test('inPanelOrder puts values of table rows into panel order', () => {
  const panel = index({ id: [2, 1, 1], year: [1, 2, 1] });
  expect([...inPanelOrder(Float64Array.of(21, 12, 11), panel)]).toEqual([11, 12, 21]);
  expect(inPanelOrder(Uint8Array.of(1, 0, 1), panel)).toEqual(Uint8Array.of(1, 0, 1));
});
