/**
 * Joint tests of a wild bootstrap, and multipliers of parts of the clusters: each replicate against Wald tests of the
 * outcome it generates, with effects as dummies.
 */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type FitResult,
  type ModelInput,
  predict,
  wald,
} from 'wasmetrics';
import { multipliers, panelOf, replicatesOf, type Table, weights } from './resamples.js';

const SEED = 5;
const panel = panelOf(2);
const table: Table = {
  ...panel,
  both: panel['x']!.map((x, row) => x + panel['w']![row]!),
};
const cluster = 'region';
const rowUnits = table['x']!.map((_, row) => row);

interface Hypothesis {
  readonly text: string;
  /** Regressors under the hypothesis, and what they leave out of the outcome. */
  readonly free: string;
  readonly offset: (row: number) => number;
  /** The hypothesis that holds at the estimate. */
  readonly centred: (fit: FitResult) => string;
}

const values = ({ params }: FitResult) => [params['x']!, params['w']!] as const;
const hypotheses: Hypothesis[] = [
  {
    text: 'x = 0.9, w = 0.2',
    free: 'z',
    offset: (row) => 0.9 * table['x']![row]! + 0.2 * table['w']![row]!,
    centred: (fit) => `x = ${values(fit)[0]}, w = ${values(fit)[1]}`,
  },
  {
    text: 'x = w',
    free: 'both + z',
    offset: () => 0,
    centred: (fit) => `x - w = ${values(fit)[0] - values(fit)[1]}`,
  },
];

type Choice = Pick<BootstrapOptions, 'variant' | 'imposeNull' | 'subcluster' | 'scheme'>;
const choices: Choice[] = [
  ...(['11', '13', '31', '33'] as const).flatMap((variant) =>
    [true, false].map((imposeNull) => ({ variant, imposeNull })),
  ),
  { subcluster: 'id' },
  { subcluster: 'id', imposeNull: false },
  { scheme: 'wild' },
];

const model = (effects: string, vcov: ModelInput['vcov'], absorbed: boolean): ModelInput =>
  ({ estimator: 'ols', formula: formulaOf('x + w + z', effects, absorbed), vcov }) as ModelInput;

function formulaOf(regressors: string, effects: string, absorbed: boolean): string {
  if (effects === '') return `y ~ ${regressors}`;
  return absorbed ? `y ~ ${regressors} | ${effects}` : `y ~ ${regressors} + i(${effects})`;
}

/** Fitted values under a hypothesis, or of all regressors, from the rows outside a cluster. */
async function fittedValues(y: number[], regressors: string, effects: string, without = -1) {
  const kept = rowUnits.filter((row) => table[cluster]![row] !== without);
  const all = { ...table, y };
  const part = Object.fromEntries(
    Object.entries(all).map(([name, column]) => [name, kept.map((row) => column[row]!)]),
  );
  const formula = formulaOf(regressors, effects, false);
  const fit = await fitModel(part, { estimator: 'ols', formula } as ModelInput);
  const { columns } = await predict(fit, all);
  return [...(columns['fitted'] as Float64Array)];
}

async function generate({ free, offset }: Hypothesis, effects: string, choice: Choice) {
  const { imposeNull = true, variant = '11' } = choice;
  const offsets = rowUnits.map((row) => (imposeNull ? offset(row) : 0));
  const y = table['y']!.map((value, row) => value - offsets[row]!);
  const regressors = imposeNull ? free : 'x + w + z';
  const means = await fittedValues(y, regressors, effects);
  const residuals = y.map((value, row) => value - means[row]!);
  if (variant.startsWith('3')) {
    for (const g of new Set(table[cluster])) {
      const others = await fittedValues(y, regressors, effects, g);
      rowUnits.forEach((row) => {
        if (table[cluster]![row] === g) residuals[row] = y[row]! - others[row]!;
      });
    }
  }
  return { means: means.map((mean, row) => mean + offsets[row]!), residuals };
}

const codesOf = ({ scheme, subcluster = cluster }: Choice) => {
  const column = scheme === 'wild' ? rowUnits : table[subcluster]!;
  const levels = [...new Set(column)];
  return column.map((level) => levels.indexOf(level));
};

const statOf = async (fit: FitResult, text: string) => (await wald(fit, text)).test.stat!;

describe.each(['', 'time'])('with effects of %o', (effects) => {
  test.each(choices)('joint replicates are Wald tests: %o', async (choice) => {
    const { variant = '11', imposeNull = true } = choice;
    const vcov = { type: variant.endsWith('3') ? 'CV3' : 'CV1', cluster } as ModelInput['vcov'];
    const fit = await fitModel(table, model(effects, vcov, true));
    const codes = codesOf(choice);
    const statistics = hypotheses.map(({ text }) => text);
    const settings = { scheme: 'wild-cluster', cluster, weights: 'webb', seed: SEED } as const;
    const reps = await replicatesOf(fit, { ...settings, reps: 2, ci: [], statistics, ...choice });
    const again = async (y: number[]) => fitModel({ ...table, y }, model(effects, vcov, false));
    const sample = await again(table['y']!);
    for (const [i, hypothesis] of hypotheses.entries()) {
      const { means, residuals } = await generate(hypothesis, effects, choice);
      for (const [r, replicate] of reps.entries()) {
        const v = weights(multipliers.webb, Math.max(...codes) + 1, r, SEED);
        const y = means.map((mean, row) => mean + v[codes[row]!]! * residuals[row]!);
        const text = imposeNull ? hypothesis.text : hypothesis.centred(sample);
        const ratio =
          (await statOf(await again(y), text)) / (await statOf(sample, hypothesis.text));
        const found = replicate.values.at(i - hypotheses.length)!;
        expect(Math.abs(found / ratio - 1)).toBeLessThan(1e-8);
      }
    }
  });

  test.each(['id', undefined])(
    'single coefficients have the variance of clusters: %o',
    async (subcluster) => {
      const scheme = subcluster === undefined ? 'wild' : 'wild-cluster';
      const fit = await fitModel(table, model(effects, { type: 'CV1', cluster }, true));
      const options = {
        scheme,
        subcluster,
        cluster,
        weights: 'webb',
        seed: SEED,
        reps: 99,
      } as const;
      for (const imposeNull of [true, false]) {
        const run = { ...options, imposeNull, workers: 0, statistics: ['x = 0.9', 'x = 0'] };
        const { pValues, tests, confInt } = await bootstrap(fit, run).result;
        expect(tests!.joint![1]!.pValue).toBe(pValues['x']);
        const [low, high] = confInt.inverted!['x']!;
        const p = tests!.joint![0]!.pValue!;
        expect(p > 0.05).toBe(low <= 0.9 && 0.9 <= high);
      }
    },
  );
});

test('a subcluster for each cluster gives the bits of the clusters', async () => {
  const fit = await fitModel(table, model('time', { type: 'CV1', cluster }, true));
  const options = { scheme: 'wild-cluster', cluster, reps: 64, workers: 0 } as const;
  const same = await bootstrap(fit, { ...options, subcluster: cluster }).replicates;
  const { values: expected } = await bootstrap(fit, options).replicates;
  expect([...same.values]).toEqual([...expected]);
});

test('the statistic of a joint test has the variance of its replicates, whatever the errors of the fit', async () => {
  const text = 'x = 0.9, w = 0.2';
  for (const { scheme, cluster: column, variant = '11', type } of [
    { scheme: 'wild-cluster', cluster, type: 'CV1' },
    { scheme: 'wild-cluster', cluster, variant: '33', type: 'CV3' },
    { scheme: 'wild', cluster, type: 'CV1' },
    { scheme: 'wild', type: 'HC1' },
  ] as const) {
    const fit = await fitModel(table, model('time', { type: 'HC0' }, true));
    const options = { scheme, cluster: column, variant, statistics: [text] } as const;
    const { tests } = await bootstrap(fit, { ...options, reps: 19, workers: 0, ci: [] }).result;
    const vcov = { type, cluster: column } as ModelInput['vcov'];
    const expected = await statOf(await fitModel(table, model('time', vcov, true)), text);
    expect(Math.abs(tests!.joint![0]!.stat! / expected - 1)).toBeLessThan(1e-9);
  }
});

test('instruments have no joint tests and no parts of clusters', async () => {
  const fit = await fitModel(table, { estimator: 'iv', formula: 'y ~ w | x ~ z' } as ModelInput);
  const refused = async (options: Partial<BootstrapOptions>) =>
    bootstrap(fit, { scheme: 'wild-cluster', cluster, reps: 9, workers: 0, ...options }).result;
  await expect(refused({ statistics: ['x = 0'] })).rejects.toThrow('for least squares only');
  await expect(refused({ subcluster: 'id' })).rejects.toThrow('leave out subcluster');
  await expect(refused({ scheme: 'wild' })).rejects.toThrow('leave out cluster');
});

test('groups that do not lie in the clusters are refused', async () => {
  const fit = await fitModel(table, model('', { type: 'CV1', cluster }, true));
  const refused = async (options: Partial<BootstrapOptions>) =>
    bootstrap(fit, { scheme: 'wild-cluster', cluster, reps: 9, workers: 0, ...options }).result;
  await expect(refused({ subcluster: 'time' })).rejects.toThrow(
    'must lie in the clusters of region',
  );
  await expect(refused({ subcluster: 'id', variant: '31' })).rejects.toThrow(
    'parts of the clusters',
  );
  await expect(refused({ scheme: 'cluster', subcluster: 'id' })).rejects.toThrow(
    'nothing with scheme',
  );
  await expect(refused({ statistics: ['x > 0'] })).rejects.toThrow('equations that are linear');
  await expect(refused({ statistics: ['x*w = 0'] })).rejects.toThrow('equations that are linear');
  await expect(
    refused({ scheme: 'pairs', cluster: undefined, statistics: ['x = 0'] }),
  ).rejects.toThrow('hypotheses need a wild scheme');
});
