/** Numbers of base R, which `tests/golden/describe/make.R` writes. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  type ColumnDescription,
  correlate,
  type Correlation,
  describeData,
  parseCsv,
} from 'wasmetrics/data';

type Statistics = Readonly<Record<string, number>>;

interface PairCase {
  readonly names: readonly [string, string];
  readonly r: number;
  readonly n: number;
  readonly p: number;
}

interface Case {
  readonly data: string;
  readonly unit: string;
  readonly columns: readonly string[];
  readonly by: string | null;
  readonly describe: Readonly<Record<string, Statistics>>;
  readonly groups: Readonly<Record<string, Readonly<Record<string, Statistics>>>> | null;
  readonly pearson: readonly PairCase[];
  readonly spearman: readonly PairCase[];
  readonly vif: Statistics;
}

const read = (path: string) => readFileSync(new URL(`../../../golden/${path}`, import.meta.url));
const cases = JSON.parse(read('describe/expected.json').toString()) as Case[];
/** Shares of a number, or of 1 for what is near 0. */
const tolerance = 1e-11;

function expectNear(found: unknown, expected: number, what: string, near = tolerance): void {
  expect(found, what).toBeTypeOf('number');
  const scale = Math.max(Math.abs(expected), 1e-12);
  expect(Math.abs((found as number) - expected) / scale, what).toBeLessThan(near);
}

function expectStatistics(found: ColumnDescription, expected: Statistics, what: string): void {
  for (const [key, value] of Object.entries(expected)) {
    // R's two passes leave rounding errors where nothing varies within a unit.
    if (key === 'sdWithin' && value < 1e-12) continue;
    expectNear(found[key as keyof ColumnDescription], value, `${what} ${key}`);
  }
}

function expectCorrelations(result: Correlation, expected: readonly PairCase[]): void {
  for (const { names, r, n, p } of expected) {
    const [i, j] = names.map((name) => result.names.indexOf(name)) as [number, number];
    const what = `${result.method} of ${names.join(' and ')}`;
    expect(Math.abs(result.r[i]![j]! - r), what).toBeLessThan(1e-13);
    expect(result.n[j]![i], what).toBe(n);
    if (p > 1e-290) expectNear(result.p[i]![j], p, `p of ${what}`, 1e-9);
    else expect(result.p[i]![j]).toBeLessThan(1e-289);
  }
}

describe.each(cases)('$data', ({ data, unit, columns, by, groups, ...expected }) => {
  const table = parseCsv(read(`${data}/data.csv`));

  test('has the moments, quantiles and variation within units of R', async () => {
    const result = await describeData(table, { columns, unit });
    for (const name of columns) {
      expectStatistics(result.columns[name]!, expected.describe[name]!, name);
    }
  });

  test('has the groups of R', async () => {
    if (by === null || groups === null) return;
    const result = await describeData(table, { columns, by });
    expect(result.groups!.map(({ value }) => String(value))).toEqual(Object.keys(groups));
    for (const { value, columns: found } of result.groups!) {
      for (const name of columns) {
        expectStatistics(found[name]!, groups[String(value)]![name]!, `${value} ${name}`);
      }
    }
  });

  test('has the correlations of R', async () => {
    expectCorrelations(await correlate(table, { columns }), expected.pearson);
    expectCorrelations(await correlate(table, { columns, method: 'spearman' }), expected.spearman);
  });

  test('has the variance inflation factors of R', async () => {
    const { vif, vifReasons } = await correlate(table, { columns });
    expect(vifReasons).toEqual({});
    for (const [name, value] of Object.entries(expected.vif)) expectNear(vif[name], value, name);
  });
});
