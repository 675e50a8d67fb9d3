/** Wild bootstraps, moderators and bdiff against the same numbers from models with products written by hand. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  compareGroups,
  fitModel,
  type GroupOptions,
  loadEngine,
  margins,
  type ModelInput,
  wald,
} from 'wasmetrics';
import { labelExchange } from '../../bindings/analysis/bootstrap/groups/permuted/exchange.js';
import { panelOf } from './resamples.js';

const base = panelOf(6);
const [ids, times] = [base['id']!, base['time']!];
const table: Readonly<Record<string, readonly number[]>> = {
  ...base,
  half: ids.map((id) => id % 2),
  late: times.map((t, row) => Number(t + (ids[row]! % 2) > 2)),
  few: ids.map((id) => id % 6),
};
const panel = { unit: 'id', time: 'time' };
const vcov = { type: 'cluster', cluster: ['id'] } as const;
const run = { by: 'half', of: 'x', reps: 199, seed: 3 } as const;

const compare = (model: ModelInput, options: Partial<GroupOptions>) =>
  compareGroups(table, model, { ...run, ...options });

describe('wild', () => {
  test.each([
    ['ols', 'y ~ x + w', 'y ~ x + w + half + x:half + w:half'],
    ['iv', 'y ~ w | x ~ z + z2', 'y ~ w + half + w:half | x + x:half ~ z + z2 + z:half + z2:half'],
  ] as const)(
    'of %s is the wild bootstrap of the product',
    async (estimator, formula, products) => {
      const options = { methods: ['wild'] } as const;
      const [difference] = (await compare({ estimator, formula, panel }, options)).differences;
      const fit = await fitModel(table, { estimator, formula: products, vcov });
      const scheme = { scheme: 'wild-cluster', reps: 199, seed: 3, ci: [], workers: 0 } as const;
      const { pValues } = await bootstrap(fit, scheme).result;
      expect(difference!.estimate).toBeCloseTo(fit.params['x:half']!, 10);
      expect(difference!.pValue).toBeCloseTo(pValues['x:half']!, 12);
    },
  );

  test('the interval contains what the test does not reject', async () => {
    const model: ModelInput = { estimator: 'panel', formula: 'y ~ x + w', panel };
    for (const by of ['half', 'late']) {
      const [difference] = (await compare(model, { by, methods: ['wild'] })).differences;
      const [low, high] = difference!.confInt!;
      expect(difference!.pValue! > 0.05).toBe(low < 0 && high > 0);
    }
  });

  test('of few clusters has multipliers of six points, and of fewer no test', async () => {
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ x' };
    const clustered = await compare(model, { cluster: 'few', methods: ['wild'], by: 'late' });
    expect(clustered.differences[0]!.pValue).not.toBeNull();
    const two = { ...table, two: ids.map((id) => id % 2) };
    const options = { ...run, by: 'late', cluster: 'two', methods: ['wild'] } as const;
    const [difference] = (await compareGroups(two, model, options)).differences;
    expect(difference).toMatchObject({
      pValue: null,
      reason: expect.stringMatching(/no p-value is below 0\.055/) as string,
    });
  });
});

describe('bdiff', () => {
  test('counts one side of shuffled rows', async () => {
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ x' };
    const engine = await loadEngine();
    const labels = Int32Array.from(table['half']!);
    const { permuted } = labelExchange({ labels, units: labels.map((_, row) => row) });
    const difference = async (half: ArrayLike<number>) => {
      const data = { ...table, half: Array.from(half) };
      const slopes = await Promise.all(
        [0, 1].map(async (g) => {
          const fit = await fitModel(data, { ...model, where: `half == ${g}` });
          return fit.params['x']!;
        }),
      );
      return slopes[0]! - slopes[1]!;
    };
    const observed = await difference(labels);
    let beyond = 0;
    for (let r = 0; r < 49; r++) {
      beyond += Number((await difference(permuted(engine, 3, r))) >= observed);
    }
    const options = { methods: ['wald'], compat: 'bdiff', reps: 49 } as const;
    const { differences, warnings, chosen } = await compare(model, options);
    const printed = differences.find(({ method }) => method === 'bdiff')!;
    expect(printed.pValue).toBeCloseTo(Math.min(beyond / 49, 1 - beyond / 49), 12);
    expect(warnings.find(({ code }) => code === 'bdiff')!.message).toMatch(/one side/);
    expect(chosen.method).toBe('wald');
  });
});

describe('a moderator', () => {
  test.each([
    ['ols', 'y ~ x + w', 'y ~ x + w + z + x:z + w:z', ['x:z', 'w:z']],
    ['iv', 'y ~ w | x ~ z2', 'y ~ w + z + w:z | x + x:z ~ z2 + z2:z', ['w:z', 'x:z']],
  ] as const)('of %s is the model with products', async (estimator, formula, written, names) => {
    const options = { by: 'z', continuous: true } as const;
    const result = await compare({ estimator, formula, panel }, options);
    const fit = await fitModel(table, { estimator, formula: written, panel, vcov });
    const { moderator, joint } = result;
    const test = moderator!.tests.find(({ method }) => method === 'wald')!;
    expect(test.estimate).toBeCloseTo(fit.params['x:z']!, 12);
    expect(test.pValue).toBeCloseTo(fit.pValues['x:z']!, 10);
    expect(test.confInt![0]).toBeCloseTo(fit.confInt['x:z']![0], 10);
    expect(joint!.stat).toBeCloseTo((await wald(fit, names)).test.stat!, 8);
    const { effects } = await margins(fit, { of: 'x', over: 'z' });
    expect(moderator!.effects).toHaveLength(effects.length);
    moderator!.effects.forEach(({ estimate, stdError }, i) => {
      expect(estimate).toBeCloseTo(effects[i]!.estimate, 10);
      expect(stdError).toBeCloseTo(effects[i]!.stdError, 10);
    });
    expect(moderator!.tests.map(({ method, pValue }) => [method, pValue === null])).toEqual([
      ['wald', false],
      ['wild', false],
    ]);
  });

  test('with common coefficients multiplies one regressor', async () => {
    const model: ModelInput = { estimator: 'panel', formula: 'y ~ x + w', panel };
    const options = { by: 'z', continuous: true, common: true } as const;
    const { moderator } = await compare(model, options);
    expect(moderator!.formula).toBe('y ~ x + w + z + x:z');
    expect(moderator!.products).toEqual(['x:z']);
  });
});

test('what cannot be compared is refused in one line', async () => {
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ x + w', panel };
  const text = {
    ...table,
    name: ids.map((id) => `u${id % 2}`),
    lone: ids.map((id) => Number(id === 3)),
  };
  const message = (options: Partial<GroupOptions>, of: ModelInput = model) =>
    compareGroups(text, of, { ...run, methods: ['wald'], ...options }).then(
      () => 'nothing',
      (error: Error) => error.message,
    );
  const gmm = [{ vars: ['y'], lags: [2, 3] as const, collapse: true }];
  const dynamic: ModelInput = { estimator: 'dpd', formula: 'y ~ L.y + x', panel, gmm };
  expect(await message({ by: 'lone' })).toMatch(/found 0 only; group 1 has one unit of id/);
  expect(await message({ by: 'w' })).toMatch(
    /found w with \d+ different numbers; use --continuous/,
  );
  expect(await message({ by: 'x' })).toMatch(/another column than the compared regressor, found x/);
  const moderated = { continuous: true, methods: undefined } as const;
  expect(await message({ ...moderated, by: 'name' })).toMatch(/column of numbers.*found name/);
  expect(await message({ ...moderated, of: 'e' })).toMatch(/of: expected a regressor \(x, w\)/);
  expect(await message({ ...moderated, methods: ['suest'] })).toMatch(/wald or wild/);
  expect(await message({ ...moderated, levels: [0, 1] })).toMatch(/levels: expected nothing/);
  expect(await message({ ...moderated, by: 'z' }, dynamic)).toMatch(/found dpd; add x:z/);
});

test('replicates and labellings that are too few for a test are named', async () => {
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ x', panel };
  const { warnings } = await compare(model, { reps: 10, methods: ['permutation', 'wild'] });
  expect(warnings.find(({ code }) => code === 'no-test')!.message).toMatch(
    /permutation, wild: with 10 replicates the smallest p-value is 1 \/ 11.*at least 19/,
  );
  const where = 'id < 6';
  const options = { methods: ['permutation', 'wild'] } as const;
  const { differences, chosen } = await compare({ ...model, where }, options);
  expect(differences[0]!.reason).toMatch(/so few different permutations.*below 0\.10/);
  expect(chosen.method).toBe('cr2');
});

test('a difference that can just be detected is found in four of five samples of its error', async () => {
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ x', panel };
  const { differences } = await compare(model, {
    methods: ['wald', 'permutation', 'bootstrap', 'wild'],
  });
  for (const { method, stdError, minimumDetectable } of differences) {
    const errors = minimumDetectable! / stdError!;
    expect(errors, method).toBeGreaterThan(2.5);
    expect(errors, method).toBeLessThan(4);
  }
});
