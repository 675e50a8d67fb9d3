import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type DataInput,
  diagnostics,
  type Diagnostics,
  dpd,
  type Engine,
  type FitResult,
  loadEngine,
  ols,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { Statistic } from 'wasmetrics/types';
import { csv, panelRows, type Row } from '../../../panel-rows.js';

interface Case {
  readonly title: string;
  readonly data: string;
  readonly model: { readonly formula: string };
  readonly expected: Omit<Diagnostics, 'durbinWatson'> & { readonly durbinWatson?: number };
}

const golden = (path: string) =>
  readFileSync(new URL(`../../../golden/${path}`, import.meta.url), 'utf8');
const cases = JSON.parse(golden('diagnostics/expected.json')) as Case[];

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const fitted = (formula: string, data: DataInput, more: object = {}) =>
  ols(data, { formula, engine, ...more });

/** Every number of `expected` beside that of `found`, by path. */
function numbers(expected: unknown, actual: unknown, path = ''): [string, number, number][] {
  if (expected === null || typeof expected === 'string') return [];
  if (typeof expected === 'number') return [[path, expected, actual as number]];
  return Object.entries(expected as object).flatMap(([key, value]) =>
    numbers(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

describe('diagnostics', () => {
  it.each(cases)('of $title agree with dense matrices to ten digits', async (one) => {
    const { data, model, expected } = one;
    const fit = await fitted(model.formula, parseCsv(golden(data)), model);
    const result = await diagnostics(fit, { engine, orders: 4 });
    const { durbinWatson, ...tests } = expected;
    const { breuschGodfrey, ...always } = tests;
    const pairs = numbers(durbinWatson === undefined ? always : tests, result);
    if (durbinWatson !== undefined) pairs.push(['dw', durbinWatson, result.durbinWatson.stat!]);
    else expect(breuschGodfrey).toBeUndefined();
    const far = pairs.filter(([, a, b]) => !(Math.abs(b - a) <= 1e-10 * Math.abs(a)));
    expect(far).toEqual([]);
    expect(pairs.length).toBeGreaterThan(20);
  });

  it('count rows by their frequency weights', async () => {
    const rows = panelRows().map((row, i): Row => ({ ...row, times: 1 + (i % 3) }));
    const repeated = rows.flatMap((row) => Array.from({ length: Number(row['times']) }, () => row));
    const weights = { column: 'times', type: 'frequency' };
    const once = await diagnostics(await fitted('y ~ x + z', rows, { weights }), { engine });
    const often = await diagnostics(await fitted('y ~ x + z', repeated), { engine });
    const { breuschGodfrey, durbinWatson, ...tests } = once;
    const far = numbers(tests, often).filter(
      ([, a, b]) => !(Math.abs(b - a) <= 1e-10 * Math.abs(a)),
    );
    expect(far).toEqual([]);
    const reason = 'the test is not defined with frequency weights';
    expect(durbinWatson).toMatchObject({ stat: null, pValue: null, reason });
    expect(breuschGodfrey[0]!.lm).toMatchObject({ stat: null, pValue: null, reason });
  });

  it('do not depend on the covariance, the order of the rows or the scale of a regressor', async () => {
    const rows = panelRows();
    const plain = await diagnostics(await fitted('y ~ x + z', rows), { engine });
    const other = [...rows].reverse().map((row) => ({ ...row, x: 1e6 * Number(row['x']) }));
    const vcov = { type: 'cluster', cluster: ['id'] };
    const moved = await diagnostics(await fitted('y ~ x + z', other, { vcov }), { engine });
    // Without an order in time the two serial tests are reasons, which are not numbers.
    const far = numbers(plain, moved).filter(
      ([, a, b]) => !(Math.abs(b - a) <= 1e-10 * Math.abs(a)),
    );
    expect(far).toEqual([]);
  });

  it('carry a reason if they do not exist, never a number', async () => {
    const rows = panelRows();
    const reasons = async (fit: FitResult) => {
      const result = await diagnostics(fit, { engine });
      const tests = [...Object.values(result), ...Object.values(result.breuschGodfrey[0]!)];
      return tests.flatMap((test: Partial<Statistic>) => (test.stat === null ? [test.reason] : []));
    };
    const weights = { column: 'id', type: 'analytic' };
    expect(new Set(await reasons(await fitted('y ~ x', rows, { weights })))).toEqual(
      new Set(['the test is not defined with analytic weights']),
    );
    expect(await reasons(await fitted('twice ~ x', rows))).toContain(
      'the residuals are zero up to rounding',
    );
    expect(await reasons(await fitted('y ~ 1', rows))).toContain('there are no slopes');
    expect(await reasons(await fitted('y ~ 1', rows))).toContain('the fitted values do not vary');
    const panel = { unit: 'id', time: 'year' };
    expect(await reasons(await fitted('y ~ x', rows, { panel }))).toContain(
      'the test needs a single time series, but the sample has 40 units',
    );
    expect(await reasons(await fitted('y ~ x', rows))).toContain(
      'the test needs an order in time; add --unit and --time, or panel: {unit, time} in a model, or use a hac covariance',
    );
    expect(await reasons(await fitted('y ~ x + z', rows.slice(0, 6)))).toContain(
      'there are too few observations (6) for 6 terms',
    );
  });

  it('take the periods of a panel of one unit', async () => {
    const series = panelRows(1, 30);
    const hac = { type: 'hac', order: 'year', bandwidth: 1 };
    const a = await diagnostics(await fitted('y ~ x', series, { vcov: hac }), { engine });
    const panel = { unit: 'id', time: 'year' };
    const b = await diagnostics(await fitted('y ~ x', [...series].reverse(), { panel }), {
      engine,
    });
    expect(b.durbinWatson.stat).toBeCloseTo(a.durbinWatson.stat!, 12);
    expect(b.breuschGodfrey[0]!.lm.stat).toBeCloseTo(a.breuschGodfrey[0]!.lm.stat!, 11);
  });

  it('refuse fits without rows and other estimators', async () => {
    const code = (promise: Promise<unknown>) =>
      promise.then(
        () => 'no error',
        (error: { code: string }) => error.code,
      );
    const fit = await fitted('y ~ x', panelRows());
    const read = JSON.parse(JSON.stringify(fit)) as FitResult;
    expect(await code(diagnostics(read, { engine }))).toBe('no-rows');
    expect(await code(diagnostics(fit, { engine, orders: 0 }))).toBe('bad-value');
    const absorbed = await fitted('y ~ x | id', panelRows());
    expect(await code(diagnostics(absorbed, { engine }))).toBe('absorbed-effects');
    const system = await dpd(parseCsv(csv(panelRows())), {
      panel: { unit: 'id', time: 'year' },
      formula: 'y ~ L.y + x',
      gmm: [{ vars: 'y', lags: [2, 4] }],
      iv: [{ vars: 'x' }],
      engine,
    });
    expect(await code(diagnostics(system, { engine }))).toBe('not-a-regression');
  });
});

describe("McFadden's R-squared", () => {
  it('is 1 minus the ratio of the log-likelihoods with and without regressors', async () => {
    const table = parseCsv(golden('usmacro/data.csv'));
    const full = await fitted('consumption ~ dpi + tbill', table);
    const alone = await fitted('consumption ~ 1', table);
    expect(full.rsquaredMcFadden).toBeCloseTo(1 - full.loglik! / alone.loglik!, 14);
    expect(alone.rsquaredMcFadden).toBe(0);
    const through = await fitted('consumption ~ 0 + dpi', table);
    expect(through).not.toHaveProperty('rsquaredMcFadden');
  });
});
