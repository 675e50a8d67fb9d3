/** Arithmetic in every place that takes a formula or a column: the numbers are those of a column built before. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import {
  fit,
  fitAll,
  type FitResult,
  margins,
  type ModelInput,
  multiverse,
  parseModel,
  predict,
  wald,
} from 'wasmetrics';
import { prepareData, readTable, type Table } from 'wasmetrics/data';
import { runStudy } from 'wasmetrics/study';
import { every } from '../../every.js';

const inside = { v: 'log(w + 1)', g: 'floor(id/10)', z: 'exp(k / 4)', h: 'floor(id/60)' };
let raw: Table;
let built: Table;
beforeAll(async () => {
  raw = await readTable(readFileSync(new URL('../../../examples/abdata.csv', import.meta.url)));
  built = await prepareData(raw, { build: inside });
});

const panel = { unit: 'id', time: 'year' };
const cluster = { type: 'cluster', cluster: 'id' } as const;
const dpd = { estimator: 'dpd', panel, formula: 'n ~ L.n + V', gmm: [{ vars: 'n', lags: [2, 4] }] };

/** Models in which V, G and Z stand for the expressions. */
const models: Readonly<Record<string, object>> = {
  regressor: { estimator: 'ols', formula: 'n ~ V' },
  outcome: { estimator: 'ols', formula: 'V ~ k' },
  interaction: { estimator: 'ols', formula: 'n ~ k + k:V' },
  product: { estimator: 'ols', formula: 'n ~ k*V' },
  'of Stata': { estimator: 'ols', formula: 'n ~ c.k#c.V' },
  lag: { estimator: 'ols', panel, formula: 'n ~ L.V + D.V' },
  power: { estimator: 'ols', formula: 'n ~ V^2' },
  dummies: { estimator: 'ols', formula: 'n ~ w + i(G)' },
  absorbed: { estimator: 'ols', formula: 'n ~ w | G' },
  'absorbed, in Stata': { estimator: 'ols', formula: 'n w, absorb(G)' },
  weights: { estimator: 'ols', formula: 'n ~ w', weights: { column: 'V', type: 'analytic' } },
  clusters: { estimator: 'ols', formula: 'n ~ w', vcov: { type: 'cluster', cluster: ['G'] } },
  'clusters in a text': { estimator: 'ols', formula: 'n ~ w', vcov: 'cluster:G year' },
  'clusters, in Stata': { estimator: 'ols', formula: 'n w, vce(cluster G)' },
  where: { estimator: 'ols', formula: 'n ~ w', where: 'V > 1.4' },
  endogenous: { estimator: 'iv', formula: 'n ~ k | V ~ ys' },
  instruments: { estimator: 'iv', formula: 'n ~ k | w ~ V + Z', vcov: cluster },
  'linear GMM': { estimator: 'gmm', formula: 'n ~ k | w ~ V + Z' },
  within: { estimator: 'panel', panel, formula: 'n ~ V + Z' },
  random: { estimator: 'panel', panel, formula: 'n ~ V', effects: 'random' },
  dpd,
  'GMM instruments': {
    ...dpd,
    gmm: [
      { vars: 'n', lags: [2, 4] },
      { vars: ['V'], lags: [2, 3] },
    ],
  },
  'other instruments': { ...dpd, formula: 'n ~ L.n + k', iv: [{ vars: 'k V' }] },
  roles: { ...dpd, gmm: undefined, roles: { predetermined: ['L.n'], endogenous: ['V'] } },
};

/** The text with the expressions, or the names of their columns. */
const written = (value: unknown, names: Readonly<Record<string, string>>) =>
  JSON.parse(
    JSON.stringify(value).replace(/\b[VGZ]\b/g, (name) => names[name.toLowerCase()]!),
  ) as ModelInput;
const columns = { v: 'v', g: 'g', z: 'z' };

/** The numbers of a result in its order, without names. */
const numbers = ({ params, stdErrors, nobs }: FitResult) => [
  ...Object.values(params),
  ...Object.values(stdErrors),
  nobs,
];

test('models', () =>
  every(
    Object.entries(models),
    ([name]) => name,
    async ([, model]) => {
      const computed = await fit(raw, written(model, inside));
      expect(numbers(computed)).toEqual(numbers(await fit(built, written(model, columns))));
    },
  ));

/** The same analysis of the raw data with expressions, and of data with their columns. */
async function same(run: (data: Table, name: (of: keyof typeof inside) => string) => unknown) {
  expect(await run(raw, (of) => inside[of])).toEqual(await run(built, (of) => of));
}

const withV = (formula: string, v: string) =>
  ({ estimator: 'ols', formula: formula.replaceAll('V', v), vcov: 'cluster:id' }) as const;

test('analyses', async () => {
  const formula = 'n ~ V*k + ys';
  await same(async (data, name) => {
    const { test: joint } = await wald(
      await fit(data, withV(formula, name('v'))),
      `${name('v')} = 0`,
    );
    return joint;
  });
  await same(async (data, name) => {
    const { effects } = await margins(await fit(data, withV(formula, name('v'))), {
      of: name('v'),
    });
    return effects;
  });
  await same(async (data, name) => {
    const { columns: predicted } = await predict(await fit(data, withV(formula, name('v'))));
    return predicted;
  });
  await same(async (data, name) => {
    const fits = await fitAll(data, { ...withV('n ~ sw(V, k)', name('v')), fsplit: name('h') });
    return fits.map(numbers);
  });
  await same(async (data, name) => {
    const over = { controls: [null, 'k', `k ${name('z')}`], outcomes: ['n', name('z')] };
    const { specifications } = await multiverse(data, withV('n ~ V + k', name('v')), {
      coefficient: name('v'),
      over,
    });
    return specifications.map(({ estimate }) => estimate);
  });
});

test('a study', async () => {
  await same(async (data, name) => {
    const tables = { T1: { models: [withV('n ~ V + k', name('v'))] } };
    const { models } = await runStudy({ data: { file: 'abdata.csv' }, tables }, data);
    return Object.values(models).map(numbers);
  });
});

test('a column named like a function is named in backquotes', async () => {
  const v = built.columns.get('v')!;
  const odd: Table = { ...built, columns: new Map([...built.columns, ['log(w + 1)', v]]) };
  for (const place of ['weights', 'vcov'] as const) {
    const of = (column: string) =>
      ({
        estimator: 'ols',
        formula: 'n ~ w',
        ...(place === 'weights'
          ? { weights: { column, type: 'analytic' } }
          : { vcov: { type: 'cluster', cluster: column } }),
      }) as ModelInput;
    await expect(fit(odd, of('log(w + 1)'))).rejects.toThrow(/write `log\(w \+ 1\)` in backquotes/);
    expect(numbers(await fit(odd, of('`log(w + 1)`')))).toEqual(numbers(await fit(built, of('v'))));
  }
});

test('functions and columns of other programs lead to what to write', () =>
  every(
    [
      ['n ~ log1p(emp)', 'write log(emp + 1)'],
      ['n ~ np.log1p(emp)', 'write log(emp + 1)'],
      ['n ~ log2(emp)', 'write I(log(emp)/log(2))'],
      ['n ~ scale(w)', 'write std(w)'],
      ['n ~ demean(w)', 'write I(w - mean(w))'],
      ['n ~ asinh(w)', 'write I(log(w + sqrt(w^2 + 1)))'],
      ['n ~ square(w)', 'write w^2'],
      ['n ~ ifelse(w > 3, 1, 0)', 'write if(condition, a, b)'],
      ['n ~ winsorize(w)', 'write winsor(w, 1)'],
      ['n ~ winsor(w, 0.01)', 'write winsor(x, 1), or winsor(x, 0.01, 99.99) for 0.01%'],
      ['n ~ winsor(w, 0.01, 0.99)', 'reads like a share'],
      ['n ~ quantile(w, 0.75)', 'write quantile(x, 75)'],
      ['n ~ cut(w, 3)', 'cut(x, quantiles: 4)'],
      ['n ~ (w > 3)', 'write arithmetic in I()'],
      ['n ～ w', 'write ~'],
    ],
    ([formula]) => formula!,
    async ([formula, write]) => {
      await expect(fit(raw, { estimator: 'ols', formula: formula! })).rejects.toThrow(write!);
    },
  ));

test('weights and clusters in other notations', () =>
  every(
    [
      [{ vcov: 'cluster:~id + year' }, ['id', 'year'], []],
      [{ vcov: { type: 'cluster', cluster: 'factor(id)' } }, ['id'], []],
      [{ vcov: { type: 'cluster', cluster: ['`id`', 'C(year)'] } }, ['id', 'year'], []],
      [
        { vcov: 'cluster:`city id` floor((id + 1)/10)' },
        ['city id', 'floor((id + 1)/10)'],
        ['floor((id + 1)/10)'],
      ],
      [{ weights: { column: 'w**2', type: 'analytic' } }, 'w^2', ['w^2']],
      [{ weights: { column: 'I(w^2)', type: 'analytic' } }, 'w^2', ['w^2']],
      [{ weights: { column: 'ln(w)', type: 'analytic' } }, 'log(w)', ['log(w)']],
      [{ weights: { column: '1/w', type: 'analytic' } }, '1/w', ['1/w']],
      [{ weights: { column: 'debt/gdp', type: 'analytic' } }, 'debt/gdp', []],
      [{ weights: { column: 'GDP (US$)', type: 'analytic' } }, 'GDP (US$)', []],
      [{ weights: { column: 'city-id', type: 'analytic' } }, 'city-id', []],
    ] as const,
    ([keys]) => JSON.stringify(keys),
    ([keys, columns, build]) => {
      const model = parseModel({ estimator: 'ols', formula: 'n ~ k', ...keys });
      expect([
        model.weights?.column ?? model.vcov.cluster,
        model.build?.map(({ name }) => name) ?? [],
      ]).toEqual([columns, build]);
    },
  ));
