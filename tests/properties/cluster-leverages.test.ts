/** CV2 and CV3 of models with absorbed effects, against regressions on the dummies of these effects. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { panelOf } from './resamples.js';

const table = panelOf(3);
const absorbed = [['id'], ['time'], ['id', 'time'], ['time', 'size'], ['id', 'time', 'size']];
const weightings = [undefined, 'analytic', 'probability', 'frequency'] as const;
const cases = (['CV2', 'CV3'] as const).flatMap((type) =>
  absorbed.flatMap((effects) => weightings.map((weighting) => ({ type, effects, weighting }))),
);

test.each(cases)('are those of dummies: %o', async ({ type, effects, weighting }) => {
  const weights = weighting && { column: 'size', type: weighting };
  const estimate = (formula: string, more: object = {}) =>
    fitModel(table, {
      ...{ estimator: 'ols', formula, vcov: { type, cluster: 'region' } },
      ...(weights && { weights }),
      ...more,
    } as ModelInput);
  const dummies = effects.map((effect) => ` + i(${effect})`).join('');
  const found = await estimate(`y ~ x + w | ${effects.join(' + ')}`);
  const expected = await estimate(`y ~ x + w${dummies}`);
  for (const name of ['x', 'w']) {
    const ratio = (found.stdErrors as Record<string, number>)[name]! / expected.stdErrors[name]!;
    expect(Math.abs(ratio - 1)).toBeLessThan(1e-11);
  }
});

test.each(['CV2', 'CV3'] as const)('of panels have them, too: %s', async (type) => {
  const vcov = { type, cluster: 'region' } as const;
  const panel = { unit: 'id', time: 'time' };
  const within = {
    estimator: 'panel',
    effects: 'twoway',
    formula: 'y ~ x + w',
    panel,
    vcov,
  } as const;
  const found = await fitModel(table, within);
  const expected = await fitModel(table, {
    estimator: 'ols',
    formula: 'y ~ x + w + i(time) + i(id)',
    vcov,
  });
  for (const name of ['x', 'w']) {
    expect(
      Math.abs((found.stdErrors as Record<string, number>)[name]! / expected.stdErrors[name]! - 1),
    ).toBeLessThan(1e-11);
  }
});

const file = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const { cases: byR, regressors, data } = JSON.parse(file('tests/golden/covariance/effects.json'));
const firms = parseCsv(file(data));

interface Case {
  readonly formula: string;
  readonly CR2: readonly number[];
  readonly CR3: readonly (number | null)[];
}

test.each(byR as readonly Case[])("are R's on dummies: $formula", async ({ formula, CR2, CR3 }) => {
  const errors = async (type: 'CV2' | 'CV3') => {
    const vcov = { type, cluster: 'ind', small: false } as const;
    const { stdErrors } = await fitModel(firms, { estimator: 'ols', formula, vcov });
    return (regressors as readonly string[]).map((name) => stdErrors[name]!);
  };
  const known = [...CR2, ...CR3];
  const found = [...(await errors('CV2')), ...(await errors('CV3'))];
  known.forEach((value, i) => {
    if (value !== null) expect(Math.abs(found[i]! / value - 1)).toBeLessThan(1e-9);
  });
});
