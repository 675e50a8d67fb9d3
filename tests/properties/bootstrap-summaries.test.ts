/** Intervals, tests, expressions and the jackknife of a bootstrap, by their formulas from its replicates. */
import { describe, expect, test } from 'vitest';
import { bootstrap, type BootstrapOptions, fitModel, type Replicates } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { loadKernels } from '../assembly/load.js';
import { expectClose, modelOf, pickRows, simulate } from './panels.js';

const { kernels } = loadKernels();
const panel = simulate({ units: 60, periods: 8, seed: 5 });
const model = modelOf({}, true);
const fitted = fitModel(panel, model);

async function run(options: Partial<BootstrapOptions>) {
  const fit = await fitted;
  const run = bootstrap(fit, { reps: 999, seed: 4, workers: 0, ...options });
  return { fit, result: await run.result, replicates: await run.replicates };
}

/** Numbers of every replicate by name. */
function column(
  { values, width, statistics }: Replicates,
  params: readonly string[],
  name: string,
) {
  const place = [...params, ...statistics].indexOf(name);
  return Array.from({ length: values.length / width }, (_, r) => values[r * width + place]!);
}

/** Type 7. */
function quantile(x: readonly number[], p: number): number {
  const sorted = [...x].sort((a, b) => a - b);
  const place = p * (x.length - 1);
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, x.length - 1)]!;
  return sorted[below]! + (place - below) * (next - sorted[below]!);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Quantile of the standard normal. */
function ppf(p: number): number {
  return -kernels.normal_isf(p);
}

/** Estimates without each unit, from the rows. */
async function withoutEach() {
  const labels = [...new Set(panel['unit'])].sort((a, b) => a - b);
  const fits = labels.map(async (label) => {
    const rest = pickRows(panel, (row) => panel['unit']![row] !== label);
    return { unit: String(label), params: (await fitModel(rest, model)).params };
  });
  return Promise.all(fits);
}

describe('studentized intervals', () => {
  test('take the quantiles of (b* - b) / se*, and so do the p-values', async () => {
    const { fit, result, replicates } = await run({ ci: ['studentized'] });
    const names = Object.keys(fit.params);
    for (const name of names) {
      const [b, se] = [fit.params[name]!, fit.stdErrors[name]!];
      const errors = column(replicates, names, `stdError(${name})`);
      const t = column(replicates, names, name).map((value, r) => (value - b) / errors[r]!);
      const [low, high] = result.confInt.studentized![name]!;
      expectClose(low, b - se * quantile(t, 0.975), 1e-12, name);
      expectClose(high, b - se * quantile(t, 0.025), 1e-12, name);
      const beyond = t.filter((value) => Math.abs(value) >= Math.abs(b / se)).length;
      expect(result.pValues[name]).toBe((1 + beyond) / 1000);
    }
  });

  test('carry the small-sample factor in replicates too, which cancels', async () => {
    const small = await fitModel(panel, { ...model, vcov: { small: true } });
    const options = { reps: 200, seed: 4, workers: 0, ci: ['studentized'] } as const;
    const result = await bootstrap(small, options).result;
    const plain = await bootstrap(await fitted, options).result;
    for (const [name, [low]] of Object.entries(plain.confInt.studentized!)) {
      expectClose(result.confInt.studentized![name]![0], low, 1e-12, name);
    }
  });

  test('are refused where replicates have no such standard errors', async () => {
    const corrected = await fitModel(panel, { ...model, vcov: { type: 'doubly-corrected' } });
    expect(() => bootstrap(corrected, { reps: 10, ci: ['studentized'] })).toThrow(
      /^bootstrap: studentized intervals and ar need standard errors of each replicate.*found doubly-corrected, steps 2$/,
    );
  });
});

describe('the jackknife', () => {
  test('is the estimate without each unit, and BCa intervals rest on it', async () => {
    const { fit, result, replicates } = await run({ ci: ['bca'], jackknife: true });
    const without = await withoutEach();
    const n = without.length;
    const names = Object.keys(fit.params);
    const { units, failed, stdErrors, bias, accelerations, largest } = result.jackknife!;
    expect([units, failed]).toEqual([n, 0]);
    for (const name of names) {
      const values = without.map(({ params }) => params[name]!);
      const b = fit.params[name]!;
      const mean = sum(values) / n;
      const d = values.map((value) => mean - value);
      const [second, third] = [sum(d.map((x) => x ** 2)), sum(d.map((x) => x ** 3))];
      const a = third / (6 * second ** 1.5);
      expectClose(stdErrors[name]!, Math.sqrt(((n - 1) / n) * second), 1e-8, name);
      expectClose(bias[name]!, (n - 1) * (mean - b), 1e-6, name);
      expectClose(accelerations[name]!, a, 1e-6, name);
      const changes = without.map(({ unit, params }) => ({ unit, change: params[name]! - b }));
      changes.sort((x, y) => Math.abs(y.change) - Math.abs(x.change));
      expect(largest[name]!.map(({ unit }) => unit)).toEqual(
        changes.slice(0, 3).map(({ unit }) => unit),
      );
      const draws = column(replicates, names, name);
      const z0 = ppf(draws.filter((x) => x < b).length / draws.length);
      const ends = [0.025, 0.975].map((p) => {
        const z = z0 + ppf(p);
        return quantile(draws, kernels.normal_sf(-(z0 + z / (1 - a * z))));
      });
      result.confInt.bca![name]!.forEach((end, i) => expectClose(end, ends[i]!, 1e-8, name));
    }
  });
});

describe('expressions', () => {
  test('are computed from the coefficients of every replicate', async () => {
    const text = 'x1/(1 - L1.y)';
    const { fit, result, replicates } = await run({
      statistics: ['params', text, 'exp(z1)^2'],
      ci: ['percentile', 'bca', 'studentized'],
    });
    const { estimates, stdErrors, bias, confInt, monteCarloError } = result.expressions!;
    const names = Object.keys(fit.params);
    const [x, y] = ['x1', 'L1.y'].map((name) => column(replicates, names, name)) as [
      number[],
      number[],
    ];
    const values = x.map((value, r) => value / (1 - y[r]!));
    const estimate = fit.params['x1']! / (1 - fit.params['L1.y']!);
    const mean = sum(values) / values.length;
    const squares = sum(values.map((value) => (value - mean) ** 2));
    expect(Object.keys(estimates)).toEqual([text, 'exp(z1)^2']);
    expect(estimates[text]).toBe(estimate);
    expectClose(estimates['exp(z1)^2']!, Math.exp(2 * fit.params['z1']!), 1e-14, 'exp');
    expectClose(stdErrors[text]!, Math.sqrt(squares / (values.length - 1)), 1e-12, 'error');
    expectClose(bias[text]!, mean - estimate, 1e-9, 'bias');
    expect(monteCarloError[text]).toBeGreaterThan(0);
    expect(Object.keys(confInt)).toEqual(['percentile', 'bca']);
    expectClose(confInt.percentile![text]![0], quantile(values, 0.025), 1e-12, 'low end');
    expect(confInt.bca![text]![0]).toBeLessThan(estimate);
    // The same as the long-run effect of the fit, whose name is that of its regressor.
    expect(result.longRun!.confInt.bca!['x1']).toEqual(confInt.bca![text]);
  });

  test.each([
    ['x1 = 0', /expressions without "="; hypotheses need a wild scheme, found x1 = 0/],
    ['x9', /unknown coefficient "x9"|x9/],
  ])('%s is refused', async (text, message) => {
    const fit = await fitted;
    const refused = async () => bootstrap(fit, { reps: 10, workers: 0, statistics: [text] }).result;
    await expect(refused()).rejects.toThrow(message);
  });
});

describe('bootstrapped tests', () => {
  test('count replicates whose recentred statistics are at least those of the sample', async () => {
    const { fit, result, replicates } = await run({ statistics: ['hansen', 'diffHansen'] });
    const names = Object.keys(fit.params);
    const j = column(replicates, names, '_hansen');
    const { stat } = fit.tests.hansen!;
    const beyond = j.filter((value) => value >= stat!).length;
    expect(result.tests!.hansen).toMatchObject({
      stat,
      pValue: (1 + beyond) / 1000,
      replicates: 999,
    });
    fit.tests.diffHansen!.forEach(({ group, difference }, g) => {
      const without = column(replicates, names, `_hansen_without_${group}`);
      const above = j.filter((value, r) => value - without[r]! >= difference.stat!).length;
      expect(result.tests!.diffHansen![g]).toMatchObject({ group, pValue: (1 + above) / 1000 });
    });
    expect(result.tests!.hansen!.pValue).toBeCloseTo(fit.tests.hansen!.pValue!, 0);
  });

  test('are printed with the Monte Carlo error of their p-values', async () => {
    const { fit, result } = await run({ statistics: ['hansen', 'ar'] });
    const text = toText({ ...fit, bootstrap: result }, { form: 'full' });
    for (const name of ['Hansen J', 'AR\\(1\\) z', 'AR\\(2\\) z']) {
      const numbers = ' +-?[\\d.]+ +[\\d.e-]+ +0[.]\\d{4} +999';
      expect(text).toMatch(new RegExp(`^${name} ${numbers}$`, 'm'));
    }
  });

  test('give the J of a hidden second step after one step', async () => {
    const fit = await fitModel(panel, { ...model, steps: 1 });
    const options = { reps: 99, seed: 4, workers: 0, statistics: ['hansen'] };
    const { tests } = await bootstrap(fit, options).result;
    expect(tests!.hansen).toMatchObject({ stat: fit.tests.hansen!.stat, replicates: 99 });
  });

  test('do not exist after an unadjusted one-step fit, of which nothing else changes for that', async () => {
    const fit = await fitModel(panel, { ...model, steps: 1, vcov: { type: 'unadjusted' } });
    const options = { reps: 99, seed: 4, workers: 0 };
    const plain = await bootstrap(fit, options).result;
    const statistics = ['hansen', 'diffHansen'];
    const { tests, ...withStatistics } = await bootstrap(fit, { ...options, statistics }).result;
    expect(withStatistics.stdErrors).toEqual(plain.stdErrors);
    const reason = 'an unadjusted one-step fit has no two-step weighting matrix';
    expect(fit.tests.hansen).toMatchObject({ reason });
    expect(tests!.hansen).toEqual({ stat: null, pValue: null, reason });
    const groups = fit.tests.diffHansen!.map(({ group }) => group);
    expect(groups.length).toBeGreaterThan(0);
    const missing = groups.map((group) => ({ group, stat: null, pValue: null, reason }));
    expect(tests!.diffHansen).toEqual(missing);
  });

  test('do not exist without recentred moments', async () => {
    const { result } = await run({ statistics: ['hansen'], recenter: false });
    expect(result.tests!.hansen).toMatchObject({
      stat: null,
      pValue: null,
      reason: 'the moments of the replicates are not recentred',
    });
  });
});
