/** The wild bootstrap of models with absorbed effects: each replicate against that of the regression on dummies. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  compareGroups,
  fitAll,
  fitModel,
  type FitResult,
  type ModelInput,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { panelOf, replicatesOf, type Table } from './resamples.js';

const table = panelOf(2);
const cluster = 'region';
const names = ['x', 'w'];

/** Effects within clusters, across them, and both. */
const effects = [['id'], ['time'], ['id', 'time'], ['time', 'size'], ['id', 'time', 'size']];
const choices: Partial<BootstrapOptions>[] = [
  { ci: [] },
  { ci: [], imposeNull: false, weights: 'rademacher' },
  { ci: ['inverted'] },
  { ci: ['inverted'], variant: '31' },
  { ci: ['inverted'], variant: '33', imposeNull: false },
  { ci: [], variant: '13' },
  { ci: ['inverted'], scheme: 'wild', cluster: undefined, weights: 'rademacher' },
];
const models: Partial<ModelInput>[] = [{}, { weights: { column: 'size', type: 'analytic' } }];
const cases = effects.flatMap((absorbed) =>
  choices.flatMap((choice) => models.map((model) => ({ absorbed, choice, model }))),
);

/** Coefficients and statistics of x and w, of each replicate. */
async function replicates(
  formula: string,
  model: Partial<ModelInput>,
  choice: Partial<BootstrapOptions>,
) {
  const vcov = choice.scheme === 'wild' ? { type: 'HC1' } : { type: 'CV1', cluster };
  const fit = await fitModel(table, { estimator: 'ols', formula, vcov, ...model } as ModelInput);
  const k = Object.keys(fit.params).length;
  const options = { scheme: 'wild-cluster', cluster, weights: 'webb', reps: 3, seed: 7 } as const;
  const each = await replicatesOf(fit, { ...options, ...choice });
  const places = names.map((name) => Object.keys(fit.params).indexOf(name));
  return each.map(({ values }) =>
    places.map((place) => {
      const terms = values.length / k - 1;
      const first = k + place * terms;
      return [values[place]!, ...values.slice(first, first + terms)];
    }),
  );
}

/** The jackknife cannot leave out a cluster that alone has a dummy, so there the effects within clusters stay absorbed. */
function withDummies(absorbed: readonly string[], { variant = '11' }: Partial<BootstrapOptions>) {
  const isKept = (effect: string) => effect === 'id' && variant !== '11';
  const dummies = absorbed.filter((effect) => !isKept(effect)).map((effect) => ` + i(${effect})`);
  return `y ~ x + w${dummies.join('')}${absorbed.some(isKept) ? ' | id' : ''}`;
}

test.each(cases)('has the replicates of dummies: %o', async ({ absorbed, choice, model }) => {
  const found = await replicates(`y ~ x + w | ${absorbed.join(' + ')}`, model, choice);
  const expected = await replicates(withDummies(absorbed, choice), model, choice);
  const [numbers, others] = [found.flat(2), expected.flat(2)];
  expect(numbers.length).toBeGreaterThan(10);
  numbers.forEach((value, i) => {
    expect(Math.abs(value - others[i]!)).toBeLessThan(1e-9 * (1 + Math.abs(others[i]!)));
  });
});

describe('absorbed years and firms of Grunfeld as clusters', async () => {
  const golden = (path: string) =>
    readFileSync(new URL(`../golden/${path}`, import.meta.url), 'utf8');
  const { expected } = JSON.parse(golden('wild/grunfeld-years.json'));
  const fit = await fitModel(parseCsv(golden('grunfeld/data.csv')), {
    estimator: 'ols',
    formula: 'inv ~ value + capital | year',
    vcov: { type: 'CV1', cluster: 'firm' },
  });
  const wild = (variant: '11' | '31', imposeNull: boolean) => {
    const options = {
      scheme: 'wild-cluster',
      variant,
      imposeNull,
      reps: 1024,
      workers: 0,
    } as const;
    return bootstrap(fit, options).result;
  };

  // With its types 13 and 33 the package divides by another variance: t is 1.107 there, and 1.238 by CV3.
  test.each([
    ['11', 'clusters'],
    ['31', 'levels'],
  ] as const)("have the p-values of R's enumeration over dummies: %s", async (variant, by) => {
    for (const imposeNull of [true, false]) {
      const { pValues, crossing } = await wild(variant, imposeNull);
      const name = `type${variant}_${imposeNull ? 'null' : 'unrestricted'}`;
      expect(pValues['capital']).toBe(expected[name].p);
      expect(crossing).toEqual({ effects: ['year'], by });
    }
  });
});

test.each([true, false])('groups have the tests of dummies: common effects %s', async (common) => {
  const half = table['id']!.map((id) => Number(id > 11));
  const options = { by: 'half', of: 'x', methods: ['wild'], reps: 99, cluster, common } as const;
  const compare = (formula: string) => {
    const vcov = { type: 'CV1', cluster } as const;
    return compareGroups({ ...table, half }, { estimator: 'ols', formula, vcov }, options);
  };
  const { differences } = await compare('y ~ x + w | id + time');
  const { differences: expected } = await compare('y ~ x + w + i(time) | id');
  for (const [i, { pValue, confInt }] of differences.entries()) {
    expect(pValue).toBe(expected[i]!.pValue);
    confInt!.forEach((end, e) => expect(end).toBeCloseTo(expected[i]!.confInt![e]!, 9));
  }
});

test('outcomes of one formula have the same multipliers', async () => {
  const sum = table['y']!.map((y, row) => y + table['z']![row]!);
  const vcov = { type: 'CV1', cluster } as const;
  const fits = await fitAll(
    { ...table, sum },
    { estimator: 'ols', formula: 'c(y, z, sum) ~ x + w | time', vcov },
  );
  expect(fits).toHaveLength(3);
  const wild = { scheme: 'wild-cluster', weights: 'webb', reps: 40, seed: 11, ci: [] } as const;
  const draw = (fit: FitResult) => replicatesOf(fit, { ...wild, imposeNull: false });
  const [ofY, ofZ, ofSum] = await Promise.all(fits.map(draw));
  for (const [r, { values }] of ofSum!.entries()) {
    for (const j of [0, 1]) {
      expect(ofY![r]!.values[j]! + ofZ![r]!.values[j]!).toBeCloseTo(values[j]!, 11);
    }
  }
  const alone = await fitModel(table, { estimator: 'ols', formula: 'z ~ x + w | time', vcov });
  expect(await draw(alone)).toEqual(ofZ);
});

test('clusters whose regressors the effects explain are named, and change nothing', async () => {
  const lost = [3, 5];
  const isLost = (row: number) => lost.includes(table[cluster]![row]!);
  const constant = (name: string) => table[name]!.map((x, row) => (isLost(row) ? 7 : x));
  const changed = { ...table, x: constant('x'), w: constant('w') };
  const estimate = (data: Table, formula: string) =>
    fitModel(data, { estimator: 'ols', formula, vcov: { type: 'CV1', cluster } });
  const wild = { scheme: 'wild-cluster', reps: 600, workers: 0, ci: [] } as const;
  const boot = await bootstrap(await estimate(changed, 'y ~ x + w | id'), wild).result;
  expect(boot.withoutScores).toEqual(['3', '5']);
  expect(boot.warnings.map(({ message }) => message)).toContain(
    'absorbed effects explain all regressors in 2 clusters of region (3, 5), so only 7 of 9 clusters contribute to the variance of the bootstrap',
  );
  expect(boot.enumerated).toBe(true);
  expect(boot.warnings.map(({ message }) => message).join()).toMatch(
    /7 clusters .* 128 sign vectors/,
  );
  const kept = Object.fromEntries(
    Object.entries(changed).map(([name, x]) => [name, x.filter((_, row) => !isLost(row))]),
  );
  const without = await bootstrap(await estimate(kept, 'y ~ x + w | id'), wild).result;
  expect([boot.reps, without.reps]).toEqual([512, 128]);
  expect(boot.pValues).toEqual(without.pValues);
  // An effect that crosses the clusters leaves scores everywhere.
  const crossed = await bootstrap(await estimate(changed, 'y ~ x + w | id + time'), wild).result;
  expect(crossed.withoutScores).toBeUndefined();
});

test('two clusters have four sign vectors, however many are asked for', async () => {
  const two = { ...table, region: table[cluster]!.map((code) => code % 2) };
  for (const effects of ['', ' | id', ' | time']) {
    const fit = await fitModel(two, {
      estimator: 'ols',
      formula: `y ~ x${effects}`,
      vcov: { type: 'CV1', cluster },
    });
    const wild = { scheme: 'wild-cluster', reps: 999, workers: 0 } as const;
    const boot = await bootstrap(fit, wild).result;
    expect(boot).toMatchObject({ reps: 4, completed: 4, enumerated: true, failed: 0 });
    expect([0.5, 1]).toContain(boot.pValues['x']);
    expect(boot.warnings.map(({ code }) => code)).toContain('no-test');
    expect(boot.confInt.inverted!['x']).toEqual([-Infinity, Infinity]);
  }
});

const taken = [{ absorbed: ['time'] }, { absorbed: ['id', 'time'] }];

test.each(taken)('the jackknife takes effects out again: %o', async ({ absorbed }) => {
  const jackknife = async (formula: string) => {
    const vcov = { type: 'CV1', cluster } as const;
    const fit = await fitModel(table, { estimator: 'ols', formula, vcov });
    const wild = { scheme: 'wild-cluster', reps: 9, workers: 0, ci: [], jackknife: true } as const;
    return (await bootstrap(fit, wild).result).jackknife!;
  };
  const { stdErrors } = await jackknife(`y ~ x + w | ${absorbed.join(' + ')}`);
  const nested = absorbed.includes('id') ? ' | id' : '';
  const { stdErrors: expected } = await jackknife(`y ~ x + w + i(time)${nested}`);
  for (const name of names) {
    expect(Math.abs(stdErrors[name]! / expected[name]! - 1)).toBeLessThan(1e-8);
  }
});
