import { describe, expect, test } from 'vitest';
import type { Column, Table } from 'wasmetrics';
import { panelReport } from 'wasmetrics/data';
import { presenceSvg, toText } from 'wasmetrics/report';

const keys = { unit: 'id', time: 't' };
const data = {
  id: ['b', 'a', 'a', 'a', 'b', 'b', 'c', 'c', 'c', 'c'],
  t: [2001, 2003, 2000, 2002, 2004, 2003, 2000, 2001, 2001, 2002],
  size: [1, 2, 2, 2, 1, 1, 3, 3, 3, 3],
  state: ['lo', 'hi', 'lo', 'hi', 'lo', 'hi', 'lo', 'lo', 'hi', 'lo'],
};

const numbers = (values: readonly number[]) => ({
  kind: 'number' as const,
  values: Float64Array.from(values),
});
const tableOf = (columns: Readonly<Record<string, Column>>): Table => ({
  nrows: columns['id']!.values.length,
  columns: new Map(Object.entries(columns)),
});

describe('the report of a panel', async () => {
  const report = await panelReport(data, { ...keys, categories: ['state'] });

  test('counts units, periods and rows', () => {
    expect(report).toMatchObject({
      units: 3,
      periods: 5,
      frequency: 1,
      rows: 10,
      balanced: false,
      first: 2000,
      last: 2004,
    });
  });

  test('has spells and patterns, the most frequent first', () => {
    expect(report.spells).toEqual({
      min: 3,
      median: 3,
      max: 3,
      patterns: [
        { pattern: '11100', units: 1 },
        { pattern: '10110', units: 1 },
        { pattern: '01011', units: 1 },
      ],
    });
  });

  test('lists gaps by the periods that are absent', () => {
    expect(report.gaps).toEqual([
      { unit: 'a', from: 2001, to: 2001 },
      { unit: 'b', from: 2002, to: 2002 },
    ]);
  });

  test('lists repeated keys with their rows in the file', () => {
    expect(report.duplicates).toEqual([{ unit: 'c', time: 2001, rows: 2, rowNumbers: [8, 9] }]);
    expect(toText(report)).toContain('warning: 1 period of a unit has several rows');
  });

  test('counts entries and exits', () => {
    expect(report.entry).toEqual({ 2000: 2, 2001: 1 });
    expect(report.exit).toEqual({ 2002: 1, 2003: 1, 2004: 1 });
  });

  test('names the columns that no unit changes', () => {
    expect(report.timeConstant).toEqual(['size']);
  });

  test('counts moves to the next period, not across gaps and not from repeated keys', () => {
    // a: hi 2002 to hi 2003; b: hi 2003 to lo 2004; c: 2001 has both values.
    expect(report.transitions).toEqual({
      state: {
        levels: ['hi', 'lo'],
        counts: [
          [1, 1],
          [0, 0],
        ],
      },
    });
  });

  test('draws presence in text', () => {
    const lines = toText(report, { form: 'full' }).split('\n');
    expect(lines).toContain('a   █·██·');
    expect(lines).toContain('b   ·█·██');
  });
});

describe('the calendar', () => {
  test('has the largest step that reaches all times', async () => {
    const report = await panelReport(
      { id: [1, 1, 1, 2, 2], t: [2000, 2002, 2008, 2002, 2004] },
      keys,
    );
    expect(report).toMatchObject({ frequency: 2, step: 2, periods: 4, emptyPeriods: [2006] });
    expect(report.gaps).toEqual([{ unit: 1, from: 2004, to: 2006 }]);
    expect(report.spells.patterns[0]!.pattern).toHaveLength(5);
  });

  test('has decimal steps', async () => {
    const t = [1980, 1980.1, 1980.3];
    const report = await panelReport({ id: [1, 1, 1], t }, keys);
    expect(report.step).toBe(0.1);
    expect(report.gaps).toEqual([{ unit: 1, from: 1980.2, to: 1980.2 }]);
  });

  test('of dates is in their words', async () => {
    const table = tableOf({
      id: numbers([1, 1, 1, 2, 2, 2]),
      t: { ...numbers([0, 1, 3, 0, 1, 2]), frequency: 'quarter' },
    });
    const report = await panelReport(table, keys);
    expect(report.frequency).toBe('quarter');
    expect(report.gaps).toEqual([{ unit: 1, from: '1960-Q3', to: '1960-Q3' }]);
    expect(report.entry).toEqual({ '1960-Q1': 2 });
    expect(toText(report)).toContain('1960-Q1 to 1960-Q4, dates by quarter');
  });

  test('of irregular times is unknown, and so are gaps', async () => {
    const report = await panelReport({ id: [1, 1, 2], t: [0, 1, 20_000.5] }, keys);
    expect(report).toMatchObject({ frequency: null, step: null, gaps: [], periods: 3 });
    expect(report.warnings.map(({ code }) => code)).toEqual(['irregular-times']);
  });
});

describe('odd panels', () => {
  test('rows without a key count for no unit', async () => {
    const report = await panelReport({ id: ['a', 'a', '', 'z'], t: [1, 2, 2, NaN] }, keys);
    expect(report).toMatchObject({ units: 1, rows: 4, rowsWithoutKey: 2, balanced: true });
    expect(report.warnings[0]!.message).toBe(
      '2 of 4 rows have no value of "id" or "t", the first is row 3; they count for no unit',
    );
  });

  test('without rows have no spells', async () => {
    const report = await panelReport(tableOf({ id: numbers([]), t: numbers([]) }), keys);
    expect(report).toMatchObject({ units: 0, periods: 0, first: null });
    expect(report.spells).toEqual({ min: null, median: null, max: null, patterns: [] });
    expect(toText(report)).toContain('no rows');
    expect(presenceSvg(report)).toMatch(/^<svg .*<\/svg>$/);
  });

  test('with one row per unit have no column that is constant over time', async () => {
    expect((await panelReport({ id: [1, 2], t: [1, 1], x: [4, 5] }, keys)).timeConstant).toEqual(
      [],
    );
  });

  test('with many units are drawn in bands', async () => {
    const n = 1000;
    const id = Array.from({ length: 2 * n }, (_, i) => i % n);
    const t = id.map((_, i) => (i < n ? 1 : 2));
    const { presence } = await panelReport({ id, t }, keys);
    expect(presence.units).toHaveLength(40);
    expect(presence.units.reduce((sum, { units }) => sum + units, 0)).toBe(n);
    expect(presence.units[0]).toMatchObject({ from: '0', to: '24', shares: [1, 1] });
  });

  test('with names from elsewhere are drawn as text', async () => {
    const svg = presenceSvg(await panelReport({ id: ['<b>&"', '\u001b[1m'], t: [1, 1] }, keys));
    expect(svg).toContain('&lt;b&gt;&amp;"');
    expect(svg).not.toMatch(/<b>|\u001b/);
  });
});

describe('wrong options', () => {
  test.each([
    [{ unit: 'id' }, 'panel-report: time: expected the name of a column, found nothing'],
    [
      { ...keys, time: 'state' },
      'panel-report.time: column "state" must hold numbers, found "lo" in row 1',
    ],
    [{ ...keys, unit: 'ids' }, /^panel-report.unit: unknown column "ids"/],
  ])('%j', async (options, message) => {
    await expect(panelReport(data, options as never)).rejects.toThrow(message);
  });

  test('categories with many values are refused', async () => {
    const id = Array.from({ length: 60 }, (_, i) => i);
    const options = { ...keys, categories: ['x'] };
    await expect(panelReport({ id, t: id.map(() => 1), x: id }, options)).rejects.toThrow(
      'panel-report: categories: expected columns with at most 50 values, found 60 values of x',
    );
  });
});
