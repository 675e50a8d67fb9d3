/** Laws that every least squares fit obeys, on simulated rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel } from 'wasmetrics';
import type { OlsModelInput } from 'wasmetrics/types';
import { mix } from '../../bench/random.js';
import { type Columns, expectClose, mapColumns } from './panels.js';

const settings = { numRuns: 40 };

/** Columns y, x1, x2, group (of about six rows), t (a period), f (0 to 3) and w (above 0). */
function simulate(rows: number, seed: number): Columns {
  const draw = (row: number, salt: number) => mix(mix(seed + salt) ^ row) / 2 ** 32 - 0.5;
  const column = (value: (row: number) => number) =>
    Array.from({ length: rows }, (_, i) => value(i));
  const x1 = column((i) => draw(i, 1));
  const x2 = column((i) => 3 + draw(i, 2) + x1[i]! / 2);
  return {
    y: column((i) => 1 + x1[i]! - x2[i]! + draw(i, 3) * (1 + x1[i]! ** 2)),
    x1,
    x2,
    group: column((i) => Math.floor((draw(i, 4) + 0.5) * (rows / 6))),
    t: column((i) => i),
    f: column((i) => Math.floor((draw(i, 5) + 0.5) * 4)),
    w: column((i) => 0.2 + draw(i, 6) + 0.5),
    row: column((i) => i),
  };
}

const samples = fc
  .record({ rows: fc.integer({ min: 24, max: 120 }), seed: fc.nat({ max: 10_000 }) })
  .map(({ rows, seed }) => simulate(rows, seed));

const byRow = ['unadjusted', 'HC0', 'HC1', 'HC2', 'HC3', 'HC4'] as const;
const covariances = fc.oneof(
  fc.record({ type: fc.constantFrom(...byRow), small: fc.boolean() }),
  fc.record({
    type: fc.constantFrom('CV1' as const, 'CV2' as const, 'CV3' as const),
    cluster: fc.constant('group'),
    small: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('hac' as const),
    order: fc.constant('t'),
    kernel: fc.constantFrom('bartlett' as const, 'parzen' as const, 'qs' as const),
    bandwidth: fc.constantFrom(0, 2, 5),
    small: fc.boolean(),
  }),
);
const models = fc.record({
  estimator: fc.constant('ols' as const),
  formula: fc.constantFrom('y ~ x1 + x2', 'y ~ 0 + x1 + x2', 'y ~ x1 + x1^2 + x2:x1'),
  vcov: covariances,
});

/** Two fits agree up to rounding: coefficients in units of their standard errors, the rest relatively. */
function expectSame(fit: FitResult, expected: FitResult, tolerance: number): void {
  expect(Object.keys(fit.params)).toEqual(Object.keys(expected.params));
  for (const [name, se] of Object.entries(expected.stdErrors)) {
    const distance = Math.abs(fit.params[name]! - expected.params[name]!);
    expect(distance / se, name).toBeLessThan(tolerance);
    expectClose(fit.stdErrors[name]!, se, tolerance, `standard error of ${name}`);
  }
  expect(fit.nobs).toBe(expected.nobs);
  expect(fit.dfResid).toBe(expected.dfResid);
  for (const key of ['rss', 'sigma2', 'rsquared', 'loglik', 'aic', 'bic'] as const) {
    expectClose(fit[key]!, expected[key]!, tolerance, key);
  }
}

/** The rows, each as often as its `f` says. */
function repeated(columns: Columns): Columns {
  return mapColumns(columns, (values) =>
    values.flatMap((value, i) => Array.from({ length: columns['f']![i]! }, () => value)),
  );
}

describe('a least squares fit', () => {
  test('does not depend on the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(models, samples, fc.nat(), async (model, data, seed) => {
        const keys = data['t']!.map((t) => mix(seed ^ mix(t)));
        const order = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
        const shuffled = mapColumns(data, (values) => order.map((i) => values[i]!));
        expectSame(await fitModel(shuffled, model), await fitModel(data, model), 1e-11);
      }),
      settings,
    );
  });

  test('follows the units of a regressor and of the outcome', async () => {
    await fc.assert(
      fc.asyncProperty(covariances, samples, async (vcov, data) => {
        const model: OlsModelInput = { estimator: 'ols', formula: 'y ~ x1 + x2', vcov };
        const scaled = mapColumns(data, (values, name) => {
          const factor = name === 'x1' ? 2 ** 40 : name === 'y' ? 2 ** -20 : 1;
          return values.map((value) => value * factor);
        });
        const plain = await fitModel(data, model);
        const other = await fitModel(scaled, model);
        for (const [name, factor] of Object.entries({
          x1: 2 ** -60,
          x2: 2 ** -20,
          _cons: 2 ** -20,
        })) {
          const { params, stdErrors } = plain;
          expectClose(other.params[name]! / factor, params[name]!, 1e-11, name);
          expectClose(other.stdErrors[name]! / factor, stdErrors[name]!, 1e-11, `se of ${name}`);
          expectClose(other.pValues[name]!, plain.pValues[name]!, 1e-9, `p of ${name}`);
        }
        expectClose(other.rsquared!, plain.rsquared!, 1e-12, 'R-squared');
      }),
      settings,
    );
  });

  test('counts a row of frequency 3 as three rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.record({ type: fc.constantFrom(...byRow), small: fc.boolean() }),
          fc.constant({ type: 'CV1' as const, cluster: 'group' }),
        ),
        samples,
        async (vcov, data) => {
          const model: OlsModelInput = { estimator: 'ols', formula: 'y ~ x1 + x2', vcov };
          const weighted = { ...model, weights: { column: 'f', type: 'frequency' as const } };
          expectSame(await fitModel(data, weighted), await fitModel(repeated(data), model), 1e-10);
        },
      ),
      settings,
    );
  });

  test('with analytic weights is one on rows multiplied by their roots', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...byRow), samples, async (type, data) => {
        const roots = data['w']!.map(Math.sqrt);
        const times = (name: string) => data[name]!.map((value, i) => value * roots[i]!);
        const scaled = { y: times('y'), x1: times('x1'), x2: times('x2'), one: roots };
        const weights = { column: 'w', type: 'analytic' as const };
        const vcov = { type };
        const weighted: FitResult = await fitModel(data, {
          estimator: 'ols',
          formula: 'y ~ x1 + x2',
          weights,
          vcov,
        });
        const again: FitResult = await fitModel(scaled, {
          estimator: 'ols',
          formula: 'y ~ 0 + x1 + x2 + one',
          vcov,
        });
        for (const [name, other] of Object.entries({ x1: 'x1', x2: 'x2', _cons: 'one' })) {
          expectClose(weighted.params[name]!, again.params[other]!, 1e-11, name);
          expectClose(weighted.stdErrors[name]!, again.stdErrors[other]!, 1e-11, `se of ${name}`);
        }
      }),
      settings,
    );
  });

  test('with clusters of one row has the HC1 covariance', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (data) => {
        const fit = (vcov: OlsModelInput['vcov']) =>
          fitModel(data, { estimator: 'ols', formula: 'y ~ x1 + x2', vcov });
        const robust = await fit({ type: 'HC1' });
        const clustered: FitResult = await fit({ type: 'CV1', cluster: 'row' });
        // n/(n-1) (n-1)/(n-k) is n/(n-k)
        expectClose(clustered.vcov.factor, robust.vcov.factor, 1e-14, 'factor');
        for (const [name, se] of Object.entries(robust.stdErrors)) {
          expectClose(clustered.stdErrors[name]!, se, 1e-12, name);
        }
        expect(clustered.dfResid).toBe(robust.nobs - 1);
      }),
      settings,
    );
  });

  test('has F as the square of t with one slope, and z and chi-squared without small', async () => {
    await fc.assert(
      fc.asyncProperty(covariances, samples, async (vcov, data) => {
        const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x1', vcov });
        const test = vcov.small ? fit.tests.f! : fit.tests.wald!;
        expect(fit.statistic).toBe(vcov.small ? 't' : 'z');
        expectClose(test.stat!, fit.statistics['x1']! ** 2, 1e-9, 'statistic');
        expectClose(test.pValue!, fit.pValues['x1']!, 1e-7, 'p-value');
      }),
      settings,
    );
  });
});
