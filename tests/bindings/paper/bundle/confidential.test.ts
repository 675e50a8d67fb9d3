/** Synthetic data of a schema, and the scan for persons. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Table } from 'wasmetrics';
import { findPersonal, syntheticTable } from 'wasmetrics/bundle';
import { readTable, toTable } from 'wasmetrics/data';

const csv = new URL('../../../golden/provinces/data.csv', import.meta.url);

const missing = ({ columns }: Table, name: string) => {
  const values: readonly (string | number)[] = [...columns.get(name)!.values];
  return values.filter((value) => value === '' || Number.isNaN(value)).length;
};

describe('synthetic data', () => {
  test('keep columns, types, labels, missing values, ranges and the panel, and copy no row', async () => {
    const rows = 120;
    const each = <Value>(value: (i: number) => Value) =>
      Array.from({ length: rows }, (_, i) => value(i));
    const table = toTable({
      id: each((i) => `firm ${Math.floor(i / 6)}`),
      year: each((i) => 2010 + (i % 6)),
      region: each((i) => ['east', 'west'][Math.floor(i / 6) % 2]!),
      x: each((i) => (i % 7 === 0 ? null : Math.round(1e4 * Math.sin(i)) / 1e4)),
      count: each((i) => (i * i) % 31),
    });
    const { table: drawn, equalRows } = await syntheticTable(table, { unit: 'id', time: 'year' });
    expect(equalRows).toBe(0);
    expect([...drawn.columns.keys()]).toEqual([...table.columns.keys()]);
    for (const [name, column] of table.columns) {
      expect(drawn.columns.get(name)!.kind).toBe(column.kind);
      expect(missing(drawn, name)).toBe(missing(table, name));
    }
    const keys = Array.from({ length: rows }, (_, i) => [
      drawn.columns.get('id')!.values[i],
      drawn.columns.get('year')!.values[i],
    ]);
    expect(new Set(keys.map(String)).size).toBe(rows);
    expect(new Set(keys.map(([id]) => id)).size).toBe(20);
    const regions = new Map<unknown, Set<unknown>>();
    keys.forEach(([id], i) => {
      const values = regions.get(id) ?? new Set();
      regions.set(id, values.add(drawn.columns.get('region')!.values[i]));
    });
    expect([...regions.values()].every((values) => values.size === 1)).toBe(true);
    const counts = drawn.columns.get('count')!.values as Float64Array;
    expect(counts.every((value) => Number.isInteger(value) && value >= 0 && value <= 30)).toBe(
      true,
    );
  });

  test('are the same for the same seed, and differ for another', async () => {
    const table = await readTable(readFileSync(csv));
    const options = { unit: 'province', time: 'year' };
    const [a, b, c] = await Promise.all(
      [1, 1, 2].map(async (seed) => (await syntheticTable(table, { ...options, seed })).table),
    );
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    const rows = (one: Table) =>
      Array.from(
        { length: one.nrows },
        (_, i) => `${one.columns.get('Level')!.values[i]} ${one.columns.get('Gov')!.values[i]}`,
      );
    const real = new Set(rows(table));
    expect(rows(a!).filter((row) => real.has(row))).toEqual([]);
  });
});

test('the scan finds persons by values and headings, and masks its examples', async () => {
  const findings = await findPersonal({
    contact: ['ann.lee@uni.edu', 'b', 'c', 'd', 'e'],
    who: ['Ann Lee', 'Bob Roe', 'Cy Twombly', 'Dee Dee', 'Eve Ray'],
    ssn: ['123-45-6789', '223-45-6789', '', '', ''],
    card: ['11010519491231002X', 'x', 'y', 'z', 'w'],
    mobile: [13800138000, 13900139000, 13700137000, 13600136000, 13500135000],
    姓名: ['王小明', '李雷', '韩梅梅', '张三', '李四'],
  });
  expect(findings).toMatchInlineSnapshot(`
    [
      {
        "column": "contact",
        "count": 1,
        "example": "a**.***@***.**u",
        "kind": "e-mail address",
      },
      {
        "column": "who",
        "count": 5,
        "example": "A** **e",
        "kind": "name",
      },
      {
        "column": "ssn",
        "count": 2,
        "example": "1**-**-***9",
        "kind": "identity number",
      },
      {
        "column": "card",
        "count": 1,
        "example": "1****************X",
        "kind": "identity number",
      },
      {
        "column": "mobile",
        "count": 5,
        "example": "1*********0",
        "kind": "phone number",
      },
      {
        "column": "姓名",
        "count": 5,
        "example": "王**",
        "kind": "name",
      },
    ]
  `);
});

test('the scan finds nobody in the columns of panels', async () => {
  expect(await findPersonal(await readTable(readFileSync(csv)))).toEqual([]);
  const long = ['x'.repeat(1e6), `a@${'b'.repeat(1e6)}`, `${' '.repeat(1e6)}x`];
  expect(await findPersonal({ long })).toEqual([]);
  expect(
    await findPersonal({
      country: ['New Zealand', 'Sri Lanka'],
      date: ['2020-01-01', '2020-01-02'],
    }),
  ).toEqual([]);
});
