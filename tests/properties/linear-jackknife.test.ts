/** The jackknife, BCa intervals, expressions and influence of regressions, against estimates without the rows. */
import { describe, expect, test } from 'vitest';
import { bootstrap, fitModel, influence, type ModelInput, parseModel } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { panelOf } from './resamples.js';

const table = panelOf(9);
const panel = { unit: 'id', time: 'time' };
const cases: readonly (readonly [unit: string, model: ModelInput])[] = [
  ['row', { estimator: 'ols', formula: 'y ~ x + w' }],
  ['id', { estimator: 'ols', formula: 'y ~ x + w', vcov: { cluster: 'id' } }],
  ['id', { estimator: 'panel', formula: 'y ~ x + w', panel }],
  ['region', { estimator: 'iv', formula: 'y ~ x + w | e ~ z + z2', vcov: { cluster: 'region' } }],
];

describe('regressions without a unit', () => {
  test.each(cases)('by %s, are those of the rows that remain: %j', async (unit, model) => {
    const fit = await fitModel(table, model);
    const names = Object.keys(fit.params);
    const values = [...new Set(table[unit]!)];
    const without = await Promise.all(
      values.map((value) => fitModel(table, { ...model, where: `${unit} != ${value}` })),
    );
    const run = { reps: 99, workers: 0, jackknife: true, ci: ['bca'] } as const;
    const { jackknife, confInt } = await bootstrap(fit, run).result;
    expect(jackknife).toMatchObject({ units: values.length, failed: 0 });
    for (const name of names) {
      const all = without.map(({ params }) => params[name]!);
      const mean = all.reduce((sum, b) => sum + b, 0) / all.length;
      const moment = (power: number) => all.reduce((sum, b) => sum + (mean - b) ** power, 0);
      const n = all.length;
      const se = Math.sqrt(((n - 1) / n) * moment(2));
      expect(jackknife!.stdErrors[name]! / se).toBeCloseTo(1, 8);
      const acceleration = moment(3) / (6 * moment(2) ** 1.5);
      expect(jackknife!.accelerations[name]).toBeCloseTo(acceleration, 7);
      expect(confInt.bca![name]!.every(Number.isFinite)).toBe(true);
    }
    const { units, unit: column } = await influence(fit);
    expect([column, units.length]).toEqual([unit, values.length]);
    const [most] = units as [(typeof units)[0]];
    const place = unit === 'row' ? Number(most.unit.slice(4)) - 1 : Number(most.unit);
    const again = without[values.indexOf(place)]!;
    for (const name of names) {
      const change = again.params[name]! - fit.params[name]!;
      expect(most.params[name]).toBeCloseTo(change, 9);
      expect(most.inStdErrors[name]).toBeCloseTo(change / fit.stdErrors[name]!, 9);
    }
    expect(toText(await influence(fit))).not.toMatch(/AR\(1\)/);
  });

  test('may be the values of another column', async () => {
    const fit = await fitModel(table, cases[0]![1]);
    expect((await influence(fit, { cluster: 'region' })).units).toHaveLength(9);
  });
});

describe('expressions', () => {
  test.each(cases)('by %s, are computed from every replicate: %j', async (_, model) => {
    const fit = await fitModel(table, model);
    const text = 'x/(1-w)';
    const run = bootstrap(fit, { reps: 199, workers: 0, ci: ['normal'], statistics: [text] });
    const { expressions } = await run.result;
    const { values, width } = await run.replicates;
    const [x, w] = ['x', 'w'].map((name) => Object.keys(fit.params).indexOf(name));
    const replicates = Array.from(
      { length: 199 },
      (__, r) => values[r * width + x!]! / (1 - values[r * width + w!]!),
    );
    const mean = replicates.reduce((sum, value) => sum + value, 0) / 199;
    const square = replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    expect(expressions!.stdErrors[text]! / Math.sqrt(square / 198)).toBeCloseTo(1, 10);
    expect(expressions!.confInt.normal![text]).toHaveLength(2);
  });

  test('of a wild bootstrap have intervals of the replicates', async () => {
    const fit = await fitModel(table, cases[1]![1]);
    const wild = { scheme: 'wild-cluster', reps: 99, workers: 0, statistics: ['x/w'] } as const;
    const { expressions, confInt } = await bootstrap(fit, wild).result;
    expect(Object.keys(confInt)).toEqual(['inverted']);
    expect(Object.keys(expressions!.confInt)).toEqual(['percentile']);
  });

  test('and intervals that do not fit say why', async () => {
    const fit = await fitModel(table, cases[1]![1]);
    const reason = async (options: object) =>
      bootstrap(fit, { reps: 9, workers: 0, ...options }).result.then(
        () => 'nothing',
        (error: Error) => error.message,
      );
    const tried = async (options: object) => {
      try {
        return await reason(options);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(await tried({ statistics: ['q/x'] })).toMatch(/there is no coefficient "q"/);
    expect(await tried({ statistics: ['2+3'] })).toMatch(
      /expected expressions that name a coefficient/,
    );
    expect(await tried({ statistics: ['hansen'] })).toMatch(/hansen is for dpd/);
    expect(await tried({ scheme: 'wild-cluster', ci: ['bca'] })).toMatch(
      /expected intervals other than bca with scheme wild-cluster, found bca/,
    );
    expect(await tried({ scheme: 'block', order: 'order', jackknife: true })).toMatch(
      /scheme block depends on the order of the rows/,
    );
  });

  test('are keys of a model file', () => {
    const bootstrap = { reps: 9, ci: 'bca', statistics: 'x/w', jackknife: true };
    const model = parseModel({ ...cases[0]![1], bootstrap } as ModelInput);
    expect(model.bootstrap).toMatchObject({ ci: ['bca'], statistics: ['x/w'], jackknife: true });
  });
});
