/** Joint tests with CV2 errors: HTZ as R's clubSandwich computes it on dummies, and what is said where it is unknown. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Column, fit, ols, parseResult, type Table, wald } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';

const golden = new URL('../../../golden/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, golden), 'utf8');

interface Case {
  readonly model: 'pooled' | 'years' | 'firms' | 'both';
  readonly weighted: boolean;
  readonly q: number;
  readonly stat: number;
  readonly df: number;
  readonly pValue: number;
}
const { cases } = JSON.parse(read('groups/htz.json')) as { readonly cases: readonly Case[] };

const data = ((): Table => {
  const table = parseCsv(read('grunfeld/data.csv'));
  const column = (name: string) => Array.from(table.columns.get(name)!.values, Number);
  const [firm, year] = [column('firm'), column('year')];
  const built = {
    w: year.map((one, i) => 1 + (one % 3) + firm[i]! / 10),
    v: column('value').map((one) => one ** 2 / 1000),
  };
  const added = Object.entries(built).map(([name, values]): [string, Column] => [
    name,
    { kind: 'number', values: Float64Array.from(values) },
  ]);
  return { nrows: table.nrows, columns: new Map([...table.columns, ...added]) };
})();

const effects = { pooled: '', years: ' | year', firms: ' | firm', both: ' | firm + year' };
const CV2 = { type: 'CV2', cluster: ['firm'] } as const;
const slopes = ['value', 'capital', 'v'];

test.each(cases)('$model, weighted $weighted, $q restrictions', async (one) => {
  const { model, weighted, q, stat, df, pValue } = one;
  const weights = weighted ? { weights: { column: 'w', type: 'analytic' } as const } : {};
  const formula = `inv ~ value + capital + v${effects[model]}`;
  const fitted = await ols(data, { formula, vcov: CV2, ...weights });
  const found = await wald(fitted, slopes.slice(0, q));
  expect(found.reference).toEqual({ distribution: 'HTZ' });
  const [, second] = (found.test as { readonly df: readonly [number, number] }).df;
  expect(second / df).toBeCloseTo(1, 6);
  expect(found.test.stat! / stat).toBeCloseTo(1, 5);
  expect(found.test.pValue! / pValue).toBeCloseTo(1, 6);
  if (q === 1) expect(found.test.stat! / found.hypotheses[0]!.statistic! ** 2).toBeCloseTo(1, 10);
});

test('panels, combinations and nonlinear hypotheses have it too', async () => {
  const panel = { unit: 'firm', time: 'year' };
  const [x, y] = ['value + capital = 1, value = 2 * capital', 'value = 0.4, capital = 0.2'];
  for (const model of [
    { estimator: 'panel', effects: 'twoway', formula: 'inv ~ value + capital', panel, vcov: CV2 },
    { estimator: 'panel', formula: 'inv ~ value + capital', panel, vcov: CV2 },
  ] as const) {
    const fitted = await fit(data, model);
    const joint = await wald(fitted, 'value = 0, capital = 0');
    const same = await wald(fitted, 'value + capital = 0, value = 2 * capital');
    expect(same.reference).toEqual({ distribution: 'HTZ' });
    expect(same.test.stat! / joint.test.stat!).toBeCloseTo(1, 8);
    expect(same.test.pValue! / joint.test.pValue!).toBeCloseTo(1, 8);
    expect((await wald(fitted, x)).reference).toEqual({ distribution: 'HTZ' });
    expect(toText(await wald(fitted, y))).toMatch(/HTZ +all hypotheses hold .* F\(2, \d+\.\d+\)/);
  }
});

test('other tests say that they are F with G - 1 degrees of freedom', async () => {
  const formula = 'inv ~ value + capital';
  const fitted = await ols(data, { formula, vcov: CV2 });
  const jackknife = { formula, vcov: { type: 'CV3', cluster: ['firm'] } } as const;
  for (const [found, reason] of [
    [await ols(data, jackknife), 'HTZ needs CV2 errors'],
    [parseResult(JSON.parse(JSON.stringify(fitted))), 'HTZ needs the data of the fit'],
  ] as const) {
    const result = await wald(found as typeof fitted, 'value = 0, capital = 0');
    expect(result.reference).toEqual({ distribution: 'F', reason });
    expect(result.test).toMatchObject({ df: [2, 9] });
    expect(toText(result)).toContain(`F with G - 1 degrees of freedom, not HTZ: ${reason}`);
  }
  expect((await wald(fitted, '_cons = 0, value = 0')).reference).toEqual({ distribution: 'HTZ' });
  expect(toText(fitted)).toContain('all slopes are 0 (G - 1, not HTZ)');
});
