/** Statistics of tables that are not numbers of a result. */
import { expect, it } from 'vitest';
import { ols, parseResult } from 'wasmetrics';
import { regressionTable, toJson } from 'wasmetrics/report';
import { fits as makeFits } from './fits.js';

const stats = ['nobs', 'rmse', 'nclusters', 'outcomeMean', 'outcomeSd'];

it('are those of the rows that a model counts', async () => {
  const y = [3, 1, 4, 1, 5, 9, 2];
  const x = [2, 7, 1, 8, 2, 8, NaN];
  const id = [1, 1, 2, 2, 3, 3, 3];
  const fit = await ols({ y, x, id }, { formula: 'y ~ x', vcov: 'cluster:id' });
  const values = regressionTable([fit], { stats })
    .body.filter(({ kind }) => kind === 'stat')
    .map(({ cells }) => cells[0]!.value!);
  const used = y.slice(0, 6);
  const mean = used.reduce((sum, value) => sum + value, 0) / 6;
  const sd = Math.sqrt(used.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 5);
  const wanted = [6, Math.sqrt(fit.sigma2), 3, mean, sd];
  values.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 12));
});

it('exist for dynamic panels, whose errors are clustered by unit', async () => {
  const dynamic = (await makeFits())[3]!;
  const { body } = regressionTable([dynamic], { stats });
  const texts = body.filter(({ kind }) => kind === 'stat').map(({ cells }) => cells[0]!.text);
  expect(texts[2]).toBe('140');
  expect(texts).toHaveLength(5);
});

it('need the rows for the outcome, which a saved result does not have', async () => {
  const fit = await ols({ y: [1, 2, 4], x: [1, 2, 2] }, { formula: 'y ~ x' });
  const saved = parseResult(JSON.parse(toJson(fit)));
  expect(() => regressionTable([saved], { stats: ['outcomeMean'] })).toThrow(
    /no model has the statistic outcomeMean/,
  );
  expect(regressionTable([saved], { stats: ['rmse'] }).body.at(-1)!.label).toBe('RMSE');
});
