/** The wild bootstrap: a replicate against an estimate from the outcome it generates, and tests against enumeration. */
import { describe, expect, test } from 'vitest';
import {
  bootstrap,
  type BootstrapOptions,
  fitModel,
  type FitResult,
  type ModelInput,
} from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { tStatistic } from './plain-ols.js';
import { multipliers, panelOf, replicatesOf, type Table, weights } from './resamples.js';

const SEED = 5;
const table = panelOf(2);
const cluster = 'region';
const codes = table[cluster]!;
const G = new Set(codes).size;
const formula = 'y ~ x + w';
const names = ['x', 'w', '_cons'] as const;

type Variant = '11' | '13' | '31' | '33';

/** The constant as a column: a formula cannot name one _cons. */
const written = (name: string) => (name === '_cons' ? 'one' : name);
const column = (name: string) => (name === '_cons' ? codes.map(() => 1) : table[name]!);

function select(from: Table, keep: (row: number) => boolean): Table {
  const entries = Object.entries(from).map(([name, values]) => [
    name,
    values.filter((_, row) => keep(row)),
  ]);
  return Object.fromEntries(entries) as Table;
}

/** Fitted values of a regression, for all rows, from the rows kept. */
async function fitted(
  regressors: readonly string[],
  y: number[],
  keep: (row: number) => boolean = () => true,
) {
  const { params } = await fitModel(select({ ...table, one: column('_cons'), o: y }, keep), {
    estimator: 'ols',
    formula: `o ~ 0 + ${regressors.map(written).join(' + ')}`,
  });
  return y.map((_, row) =>
    regressors.reduce((sum, name) => sum + params[written(name)]! * column(name)[row]!, 0),
  );
}

/** Fitted values and residuals under b_j = r or of all regressors; residuals of the jackknife leave out their cluster. */
async function generate(j: number, r: number | undefined, jackknifed: boolean) {
  const free = r === undefined ? [...names] : names.filter((name) => name !== names[j]);
  const offset = column(names[j]!).map((x) => (r ?? 0) * x);
  const y = table['y']!.map((value, row) => value - offset[row]!);
  const values = await fitted(free, y);
  const residuals = y.map((value, row) => value - values[row]!);
  if (jackknifed) {
    for (let g = 0; g < G; g++) {
      const others = await fitted(free, y, (row) => codes[row] !== g);
      codes.forEach((code, row) => {
        if (code === g) residuals[row] = y[row]! - others[row]!;
      });
    }
  }
  return { mean: values.map((value, row) => value + offset[row]!), residuals };
}

/** b*_j - b_j of the population generated, and its standard error over that of the sample. */
async function direct(j: number, r: number | undefined, variant: Variant, v: readonly number[]) {
  const { mean, residuals } = await generate(j, r, variant.startsWith('3'));
  const y = mean.map((value, row) => value + v[codes[row]!]! * residuals[row]!);
  const type = variant.endsWith('3') ? ('CV3' as const) : ('CV1' as const);
  const model = { estimator: 'ols', formula, vcov: { type, cluster } } as const;
  const [sample, again] = [await fitModel(table, model), await fitModel({ ...table, y }, model)];
  const name = names[j]!;
  return {
    distance: again.params[name]! - (r ?? sample.params[name]!),
    ratio: again.stdErrors[name]! / sample.stdErrors[name]!,
  };
}

const ols = () => fitModel(table, { estimator: 'ols', formula, vcov: { cluster } });
const options = { scheme: 'wild-cluster', cluster, weights: 'webb', reps: 3, seed: SEED } as const;

describe('a replicate', () => {
  const variants: Variant[] = ['11', '13', '31', '33'];
  const cases = variants.flatMap((variant) =>
    [true, false].flatMap((imposeNull) =>
      (['webb', 'rademacher'] as const).map((kind) => ({ variant, imposeNull, weights: kind })),
    ),
  );
  test.each(cases)('is an estimate from the outcome it generates: %o', async (choice) => {
    const { variant, imposeNull } = choice;
    const fit = await ols();
    const replicates = await replicatesOf(fit, { ...options, ...choice, ci: [] });
    for (const [replicate, { values }] of replicates.entries()) {
      const v = weights(multipliers[choice.weights], G, replicate, SEED);
      for (const j of names.keys()) {
        const { distance, ratio } = await direct(j, imposeNull ? 0 : undefined, variant, v);
        const [n0, d0] = values.slice(names.length + 2 * j);
        const unit = fit.stdErrors[names[j]!]!;
        expect(Math.abs(n0! - distance) / unit).toBeLessThan(1e-10);
        expect(Math.abs(Math.sqrt(d0!) / ratio - 1)).toBeLessThan(1e-10);
      }
    }
  });

  test.each(variants)('has polynomials that hold at every value tested: %s', async (variant) => {
    const fit = await ols();
    const [replicate] = await replicatesOf(fit, { ...options, variant, reps: 1 });
    const { values } = replicate!;
    const v = weights(multipliers.webb, G, 0, SEED);
    for (const j of names.keys()) {
      const r = 0.3 - j;
      const d = fit.params[names[j]!]! - r;
      const { distance, ratio } = await direct(j, r, variant, v);
      const [n0, n1, d0, d1, d2] = values.slice(names.length + 5 * j) as number[];
      const unit = Math.max(fit.stdErrors[names[j]!]!, Math.abs(d));
      expect(Math.abs(n0! + n1! * d - distance) / unit).toBeLessThan(1e-10);
      expect(Math.abs(Math.sqrt(d0! + d * (d1! + d * d2!)) / ratio - 1)).toBeLessThan(1e-9);
    }
  });

  test('of rows has the multipliers of rows and the variance HC1', async () => {
    const fit = await fitModel(table, { estimator: 'ols', formula, vcov: { type: 'HC1' } });
    const settings = { scheme: 'wild', reps: 2, seed: SEED, imposeNull: false, ci: [] } as const;
    const n = codes.length;
    for (const [r, { values }] of (await replicatesOf(fit, settings)).entries()) {
      const v = weights(multipliers.rademacher, n, r, SEED);
      const { mean, residuals } = await generate(0, undefined, false);
      const y = mean.map((value, row) => value + v[row]! * residuals[row]!);
      const again = await fitModel(
        { ...table, y },
        { estimator: 'ols', formula, vcov: { type: 'HC1' } },
      );
      for (const [j, name] of names.entries()) {
        const unit = fit.stdErrors[name]!;
        expect(Math.abs(values[j]! - again.params[name]!) / unit).toBeLessThan(1e-10);
        const ratio = again.stdErrors[name]! / unit;
        expect(Math.abs(Math.sqrt(values[names.length + 2 * j + 1]!) / ratio - 1)).toBeLessThan(
          1e-10,
        );
      }
    }
  });
});

describe('tests', () => {
  const regressors = {
    'of all clusters': table['x']!,
    'of nearly one cluster, whose variances cancel': table['x']!.map((value, row) =>
      codes[row] === 0 ? 1 + value / 10 : value / 1000,
    ),
  };
  test.each(Object.entries(regressors))(
    'p-values are those of all sign vectors, enumerated in plain arithmetic: a regressor %s',
    async (_, settings) => {
      const x = codes.map((_, row) => [settings[row]!, table['w']![row]!, 1]);
      const y = table['y']!;
      const { t } = tStatistic(x, y, codes);
      const restricted = tStatistic(
        x.map((row) => row.slice(1)),
        y,
        codes,
      );
      const mean = y.map((value, row) => value - restricted.e[row]!);
      let beyond = 0;
      for (let signs = 0; signs < 2 ** G; signs++) {
        const star = mean.map((value, row) => {
          const sign = (signs >> codes[row]!) & 1 ? -1 : 1;
          return value + sign * restricted.e[row]!;
        });
        if (Math.abs(tStatistic(x, star, codes).t) >= Math.abs(t) * (1 - 1e-9)) beyond += 1;
      }
      const fit = await fitModel(
        { ...table, x: settings },
        { estimator: 'ols', formula, vcov: { cluster } },
      );
      const wild = { ...options, weights: 'rademacher', reps: 1000, workers: 0 } as const;
      const result = await bootstrap(fit, wild).result;
      expect(result).toMatchObject({ reps: 2 ** G, enumerated: true });
      expect(result.pValues['x']).toBe(beyond / 2 ** G);
      expect(Object.values(result.monteCarloError)).toEqual([0, 0, 0]);
      expect(toText({ ...fit, bootstrap: result })).not.toMatch(/MC error/);
    },
  );

  test.each(['symmetric', 'equal-tail'] as const)(
    'ends of the %s interval separate rejected values from others',
    async (pValue) => {
      const run = { ...options, reps: 999, pValue, workers: 0 } as const;
      const fit = await ols();
      const { confInt } = await bootstrap(fit, run).result;
      const pAt = async (r: number) => {
        const y = table['y']!.map((value, row) => value - r * table['x']![row]!);
        const moved = await fitModel(
          { ...table, y },
          { estimator: 'ols', formula, vcov: { cluster } },
        );
        return (await bootstrap(moved, { ...run, ci: [] }).result).pValues['x']!;
      };
      const [low, high] = confInt.inverted!['x']!;
      const step = 1e-5 * fit.stdErrors['x']!;
      expect(await pAt(low - step)).toBeLessThanOrEqual(0.05);
      expect(await pAt(low + step)).toBeGreaterThan(0.05);
      expect(await pAt(high - step)).toBeGreaterThan(0.05);
      expect(await pAt(high + step)).toBeLessThanOrEqual(0.05);
    },
  );

  test('effects absorbed in clusters give the tests of their dummies', async () => {
    const panel = { unit: 'id', time: 'time' };
    const vcov = { cluster };
    const within = await fitModel(table, { estimator: 'panel', formula, panel, vcov });
    const dummies = await fitModel(table, { estimator: 'ols', formula: 'y ~ x + w + i(id)', vcov });
    const run = (fit: FitResult) => bootstrap(fit, { ...options, reps: 499, workers: 0 }).result;
    const [one, other] = [await run(within), await run(dummies)];
    expect(one.pValues['x']).toBe(other.pValues['x']);
    expect(one.pValues['w']).toBe(other.pValues['w']);
    one.confInt.inverted!['x']!.forEach((end, i) => {
      expect(end).toBeCloseTo(other.confInt.inverted!['x']![i]!, 5);
    });
    expect(one.pValues).not.toHaveProperty('_cons');
    expect(one.warnings.map(({ code }) => code)).toContain('untested-constant');
  });

  test('ties of four clusters count, and a level out of reach has sets without end', async () => {
    const four = { ...table, region: codes.map((code) => code % 4) };
    const fit = await fitModel(four, { estimator: 'ols', formula: 'y ~ x', vcov: { cluster } });
    const wild = { scheme: 'wild-cluster', reps: 100, workers: 0 } as const;
    const { pValues, warnings } = await bootstrap(fit, wild).result;
    expect(pValues['x']! * 8).toBe(Math.round(pValues['x']! * 8));
    const webb = { ...wild, weights: 'webb', level: 0.999 } as const;
    const { confInt, confSets } = await bootstrap(fit, webb).result;
    expect(confInt.inverted!['x']).toEqual([-Infinity, Infinity]);
    expect(confSets!['x']).toEqual([[-Infinity, Infinity]]);
    const messages = warnings.map(({ code, message }) => `${code} ${message}`).join('\n');
    expect(messages).toMatch(
      /few-clusters with 4 clusters of region there are 16 sign vectors.*webb/,
    );
    const pairs = await bootstrap(fit, { reps: 100, workers: 0 }).result;
    expect(pairs.warnings.map(({ message }) => message).join()).toMatch(
      /use the wild cluster bootstrap with Webb weights \(--scheme wild-cluster --multipliers webb\)/,
    );
  });

  test('a cluster that alone identifies a coefficient has no jackknife', async () => {
    const alone = { ...table, only: codes.map((code) => Number(code === 0)) };
    const fit = await fitModel(alone, {
      estimator: 'ols',
      formula: 'y ~ x + only',
      vcov: { cluster },
    });
    const run = (variant: Variant) => bootstrap(fit, { ...options, variant, workers: 0 }).result;
    await expect(run('33')).rejects.toThrow(/expected variant 11/);
    expect((await run('11')).failed).toBe(0);
  });

  test.each(['webb', 'rademacher'] as const)(
    'the same seed gives the same tests for any number of workers: %s',
    async (kind) => {
      const fit = await fitModel(table, { estimator: 'ols', formula, vcov: { cluster: 'id' } });
      const settings = { ...options, cluster: 'id', weights: kind, reps: 1500 } as const;
      const values = async (workers: number) =>
        (await bootstrap(fit, { ...settings, workers }).replicates).values;
      expect(await values(2)).toEqual(await values(0));
    },
  );

  const refused: readonly [string, ModelInput, Partial<BootstrapOptions>, RegExp][] = [
    [
      'residuals of a panel',
      { estimator: 'panel', formula, panel: { unit: 'id', time: 'time' }, effects: 'pooled' },
      { scheme: 'residual' },
      /expected the estimator ols or another scheme/,
    ],
    [
      'inverted pairs',
      { estimator: 'ols', formula },
      { ci: ['inverted'] },
      /intervals other than inverted with scheme pairs/,
    ],
    [
      'variants of pairs',
      { estimator: 'ols', formula },
      { variant: '33' },
      /nothing with scheme pairs/,
    ],
  ];
  test.each(refused)('%s: the error gives the reason', async (_, model, choice, message) => {
    const fit = await fitModel(table, model);
    expect(() => bootstrap(fit, { reps: 10, workers: 0, ...choice })).toThrow(message);
  });
});
