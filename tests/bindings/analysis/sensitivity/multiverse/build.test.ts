/** Ways to build a column as choices: each specification is the fit of a model with those steps. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bootstrap, fitModel, multiverse, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toText } from 'wasmetrics/report';
import { every } from '../../../../every.js';

const file = new URL('../../../../../examples/abdata.csv', import.meta.url);
const data = parseCsv(readFileSync(file, 'utf8'));
const panel = { unit: 'id', time: 'year' };

/** The numbers of a fit of the model with these steps alone. */
async function alone(model: ModelInput, build: object, coefficient: string) {
  const { params, stdErrors, nobs } = await fitModel(data, {
    ...model,
    ...(Object.keys(build).length > 0 && { build }),
  } as ModelInput);
  return [params[coefficient], stdErrors[coefficient], nobs];
}

const regression = { estimator: 'ols', formula: 'n ~ w + k', panel, vcov: 'HC1' } as const;

test('logs, winsorised columns and lags of raw columns', async () => {
  const ways = { level: null, log: 'log(w)', winsorised: 'winsor(w, 5)', lag: 'L.w' };
  const over = { build: { w: ways, k: { level: null, square: 'k^2' } } };
  const conditions = ['if w = lag then not k = square'];
  const { choices, specifications, byChoice } = await multiverse(data, regression, {
    over,
    conditions,
  });
  expect(choices.map(({ name }) => name)).toEqual(['build w', 'build k']);
  expect(specifications).toHaveLength(7);
  expect(specifications.filter(({ own }) => own)).toMatchObject([
    { choices: { 'build w': 'level', 'build k': 'level' } },
  ]);
  expect(byChoice.map(({ value }) => value)).toEqual([...Object.keys(ways), 'level', 'square']);
  await every(
    specifications,
    ({ choices: chosen }) => JSON.stringify(chosen),
    async ({ choices: chosen, estimate }) => {
      const w = ways[chosen['build w'] as keyof typeof ways];
      const steps = {
        ...(w !== null && { w: { value: w, replace: true } }),
        ...(chosen['build k'] === 'square' && { k: { value: 'k^2', replace: true } }),
      };
      const { estimate: found, stdError, nobs } = estimate!;
      expect([found, stdError, nobs]).toEqual(await alone(regression, steps, 'w'));
    },
  );
});

const built = {
  level: { index: 'entropy', columns: { w: '+', k: '+' } },
  squared: 'level^2 + k',
} as const;
const ofIndex = { ...regression, formula: 'n ~ squared + ys', build: built } as const;
const other = { index: 'pca', columns: ['w', 'k'] } as const;

test('two definitions of an index reach what is built from it, also in replicates', async () => {
  const over = { build: { level: { entropy: null, pca: other } } };
  const options = { over, bootstrap: { reps: 60, seed: 3, ci: 'percentile' } } as const;
  const { specifications } = await multiverse(data, ofIndex, options);
  await every(
    specifications.map((one, i) => [one, i] as const),
    String,
    async ([one, i]) => {
      const build = { ...built, ...(i === 1 && { level: other }) };
      const model = { ...ofIndex, build } as ModelInput;
      const { estimate, stdError, bootstrap: replicated } = one.estimate!;
      expect([estimate, stdError]).toEqual((await alone(model, build, 'squared')).slice(0, 2));
      const fit = await fitModel(data, model);
      const { stdErrors, confInt } = await bootstrap(fit, { reps: 60, seed: 3, ci: ['percentile'] })
        .result;
      expect(replicated).toMatchObject({
        stdError: stdErrors['squared'],
        confInt: confInt.percentile!['squared'],
      });
    },
  );
});

test('a dynamic panel', async () => {
  const model = {
    estimator: 'dpd',
    formula: 'n ~ L.n + w',
    panel,
    gmm: [{ vars: ['n'], lags: [2, 3], collapse: true }],
    iv: [{ vars: ['w'] }],
  } as const;
  const over = { build: { w: { level: null, log: 'log(w)' } }, steps: [1, 2] as const };
  const { specifications } = await multiverse(data, model, { over, coefficient: 'w' });
  expect(specifications).toHaveLength(4);
  await every(specifications, String, async ({ choices, estimate }) => {
    const steps = choices['steps'] as 1 | 2;
    const build = choices['build w'] === 'log' ? { w: { value: 'log(w)', replace: true } } : {};
    const { estimate: found, stdError, nobs } = estimate!;
    expect([found, stdError, nobs]).toEqual(await alone({ ...model, steps }, build, 'w'));
  });
});

test('what cannot be built is refused, by the name of its column', async () => {
  const steps = { gap: 'n - w', w2: { value: 'w^2' }, k: { value: 'k * gap', replace: true } };
  const model = { ...regression, build: steps } as const;
  await every(
    [
      [{ w: { log: 'log(v)' } }, /v/],
      [{ gap: { wide: 'n + w' } }, 'multiverse: build: k is built from itself and from a column'],
      [{ w: { log: 'log(' } }, /log\(/],
      [{ w: 'log(w)' }, /expressions, splits and indices by the names/],
      [{ w: { a: { split: 'n' } } }, 'multiverse.over.build.w.a'],
    ] as const,
    ([build]) => JSON.stringify(build),
    async ([build, message]) => {
      await expect(multiverse(data, model, { over: { build } as object })).rejects.toThrow(message);
    },
  );
});

test('a way to build a column that is not in the model is no specification of its own', async () => {
  const build = { k: { level: null, lag: 'L.k' }, ys: { demeaned: 'ys - mean(ys)' } };
  const model = { ...regression, formula: 'n ~ w + k' };
  const result = await multiverse(data, model, { over: { controls: 'all', build } });
  const { specifications, combinations, repeated, choices, byChoice } = result;
  expect([combinations, repeated]).toEqual([4, 1]);
  expect(choices.map(({ name }) => name)).toEqual(['control k', 'build k']);
  expect(specifications.map(({ choices: chosen }) => chosen)).toEqual([
    { 'control k': true, 'build k': 'level' },
    { 'control k': true, 'build k': 'lag' },
    { 'control k': false },
  ]);
  expect(byChoice.map(({ count }) => count)).toEqual([2, 1, 1, 1]);
  expect(toText(result)).toContain('4 combinations, 1 of them repeated; 3 distinct estimates');
  const [own, lagged, without] = specifications.map(({ estimate }) => estimate!.estimate);
  const alike = async (formula: string, steps: object) =>
    (await alone({ ...model, formula }, steps, 'w'))[0];
  expect(without).toBe(await alike('n ~ w', {}));
  expect(own).toBe(await alike('n ~ w + k', {}));
  expect(lagged).toBe(await alike('n ~ w + k', { k: { value: 'L.k', replace: true } }));
});
