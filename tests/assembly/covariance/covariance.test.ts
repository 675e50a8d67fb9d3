/** Covariance matrices of linear models against R and dense matrices; their factors and refusals. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { covarianceOf, distance, kinds, type Design, type Options } from '../linear-design.js';

type Columns = Readonly<Record<string, readonly number[]>>;
interface Case {
  readonly data: 'rows' | 'abdata' | 'grunfeld';
  readonly y: string;
  readonly x: readonly string[];
  readonly kind: string;
  readonly by: string;
  readonly vcov: readonly number[];
  readonly factor: number;
  readonly where?: { readonly column: string; readonly value: number };
  readonly weights?: { readonly column: string; readonly type: number };
  readonly clusters?: readonly string[];
  readonly order?: { readonly unit?: string; readonly time: string };
  readonly kernel?: number;
  readonly bandwidth?: number;
  readonly used?: number;
  readonly indefinite?: number;
  readonly saturated?: number;
  readonly small?: boolean;
}

function golden(path: string): string {
  return readFileSync(new URL(`../../golden/${path}`, import.meta.url), 'utf8');
}

function columnsOf(path: string): Columns {
  const [head, ...lines] = golden(path).trim().split('\n');
  const rows = lines.map((line) => line.split(',').map(Number));
  return Object.fromEntries(head!.split(',').map((name, j) => [name, rows.map((row) => row[j]!)]));
}

const data = {
  rows: columnsOf('covariance/rows.csv'),
  abdata: columnsOf('abdata/data.csv'),
  grunfeld: columnsOf('grunfeld/data.csv'),
};
const table = JSON.parse(golden('covariance/table.json')) as Case[];
const exact = JSON.parse(golden('covariance/exact.json')) as Case[];

function designOf(item: Case): Design {
  const columns = data[item.data];
  const used = columns[item.y]!.map((_, i) => i).filter(
    (i) => !item.where || columns[item.where.column]![i] === item.where.value,
  );
  const pick = (name: string) =>
    name === '_cons' ? used.map(() => 1) : used.map((i) => columns[name]![i]!);
  return {
    y: pick(item.y),
    x: item.x.map(pick),
    ...(item.weights && {
      weights: { type: item.weights.type, values: pick(item.weights.column) },
    }),
    clusters: (item.clusters ?? []).map(pick),
    unit: item.order?.unit === undefined ? undefined : pick(item.order.unit),
    time: item.order && pick(item.order.time),
  };
}

function optionsOf(item: Case): Options {
  const { kind, kernel = 0, bandwidth = 0, small = true } = item;
  return { kind, kernel, bandwidth, small };
}

function titleOf(item: Case): string {
  const parts = [
    item.kind,
    ...(item.clusters ?? []),
    item.weights && `weights ${item.weights.column}`,
    item.kernel !== undefined && ['Bartlett', 'Parzen', 'quadratic spectral'][item.kernel],
    item.bandwidth !== undefined && (item.bandwidth < 0 ? 'automatic' : `${item.bandwidth} lags`),
  ];
  return `${item.data}: ${parts.filter(Boolean).join(' ')} (${item.by})`;
}

describe('covariance matrices against other programs', () => {
  it.each(table.map((item) => [titleOf(item), item] as const))('%s', (_, item) => {
    const found = covarianceOf(designOf(item), optionsOf(item));
    expect(found.status).toBe(0);
    expect(distance(found.vcov, item.vcov)).toBeLessThan(1e-10);
    expect(found.factor).toBeCloseTo(item.factor, 13);
    expect(found.saturated).toBe(item.saturated ?? 0);
    expect(found.indefinite).toBe(item.indefinite ?? 0);
    if (item.used !== undefined) expect(found.bandwidth).toBeCloseTo(item.used, 10);
  });
});

it.each(exact.map((item) => [titleOf(item), item] as const))('%s to 13 digits', (_, item) => {
  const found = covarianceOf(designOf(item), optionsOf(item));
  expect(distance(found.vcov, item.vcov)).toBeLessThan(1e-13);
});

describe('factors', () => {
  const rows = data.rows;
  const fit = (options: Options) =>
    covarianceOf(
      {
        y: rows['y']!,
        x: [rows['y']!.map(() => 1), rows['x1']!],
        clusters: [rows['g']!],
        time: rows['time'],
      },
      options,
    );
  const n = rows['y']!.length;

  it("without small are 1 for every kind but HC1, and (X'X)^-1 RSS/n unadjusted", () => {
    for (const kind of kinds.filter((name) => name !== 'HAC' && name !== 'HC1')) {
      expect(fit({ kind, small: false }).factor).toBe(1);
    }
    expect(fit({ kind: 'HC1', small: false }).factor).toBeCloseTo(n / (n - 2), 13);
    const [plain, small] = [fit({ kind: 'unadjusted', small: false }), fit({ kind: 'unadjusted' })];
    expect(small.vcov[3]! / plain.vcov[3]!).toBeCloseTo(n / (n - 2), 13);
  });

  it('count absorbed effects, except those nested in the clusters', () => {
    const effects = { dfAbsorbed: 20, dfNested: 13 };
    expect(fit({ kind: 'HC1', ...effects }).factor).toBeCloseTo(n / (n - 22), 13);
    const expected = (13 / 12) * ((n - 1) / (n - 9));
    expect(fit({ kind: 'CV1', ...effects }).factor).toBeCloseTo(expected, 13);
  });
});

describe('what cannot be computed has a status', () => {
  const y = [1, 3, 2, 5, 4];
  const x = [y.map(() => 1), [2, 1, 4, 3, 5]];
  const one = y.map(() => 1);
  const two = [1, 2, 1, 2, 2];
  const weights = { type: 2, values: one };
  it.each([
    ['one cluster is too few', { clusters: [two, one] }, { kind: 'CV1' }, 22, 1],
    ['one period is too few', { time: one }, { kind: 'Driscoll-Kraay' }, 22, 0],
    ['no degrees of freedom are left', {}, { kind: 'HC1', dfAbsorbed: 3 }, 23, 0],
    ['clusters are missing', {}, { kind: 'CV1' }, 13, 0],
    ['CV2 has one dimension', { clusters: [two, two] }, { kind: 'CV2' }, 13, 0],
    ['CV3 has one dimension', { clusters: [two, two] }, { kind: 'CV3' }, 13, 0],
    ['HAC needs periods', {}, { kind: 'HAC' }, 13, 0],
    ['Driscoll-Kraay needs periods', {}, { kind: 'Driscoll-Kraay' }, 13, 0],
    ['HAC takes no frequencies', { time: y, weights }, { kind: 'HAC' }, 13, 0],
    ['HAC has one row a period', { time: [1, 2, 2, 3, 4] }, { kind: 'HAC' }, 12, 2],
  ] as const)('%s', (_, extra, options, status, detail) => {
    const found = covarianceOf({ y, x, ...extra }, options);
    expect([found.status, found.detail]).toEqual([status, detail]);
  });
});
