/** Laws that every estimate with instruments obeys, on simulated rows. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FitResult, fitModel as fitWith } from 'wasmetrics';
import type { GmmModelInput, IvModelInput, OlsModelInput } from 'wasmetrics/types';
import { mix } from '../../bench/random.js';
import { type Columns, expectClose, mapColumns } from './panels.js';

const settings = { numRuns: 30 };

/** An estimate without tests of identification, which take longer than the estimate. */
function fitModel(data: Columns, model: IvModelInput | GmmModelInput | OlsModelInput) {
  return fitWith(data, model.estimator === 'ols' ? model : { ...model, diagnostics: false });
}

/** Columns y, w, x1 and x2 (endogenous), z1 to z4, group, t and row. */
function simulate(rows: number, seed: number): Columns {
  const draw = (row: number, salt: number) => mix(mix(seed + salt) ^ row) / 2 ** 32 - 0.5;
  const column = (value: (row: number) => number) =>
    Array.from({ length: rows }, (_, i) => value(i));
  const w = column((i) => 1 + draw(i, 1));
  const z = [2, 3, 4, 5].map((salt) => column((i) => draw(i, salt) + w[i]! / 4));
  const error = column((i) => draw(i, 6) * (1 + z[0]![i]! ** 2));
  const x1 = column((i) => z[0]![i]! + z[1]![i]! / 2 + error[i]! / 2 + draw(i, 7));
  const x2 = column((i) => z[2]![i]! - z[3]![i]! + w[i]! - error[i]! / 3 + draw(i, 8));
  return {
    y: column((i) => 1 + x1[i]! - x2[i]! / 2 + w[i]! + error[i]!),
    w,
    x1,
    x2,
    z1: z[0]!,
    z2: z[1]!,
    z3: z[2]!,
    z4: z[3]!,
    group: column((i) => Math.floor((draw(i, 9) + 0.5) * (rows / 6))),
    t: column((i) => i),
  };
}

const samples = fc
  .record({ rows: fc.integer({ min: 60, max: 200 }), seed: fc.nat({ max: 10_000 }) })
  .map(({ rows, seed }) => simulate(rows, seed));

const over = 'y ~ w | x1 + x2 ~ z1 + z2 + z3 + z4';
const just = 'y ~ w | x1 + x2 ~ z1 + z3';
const one = 'y ~ w | x1 ~ z1 + z2 + z3';

const covariances = fc.constantFrom<Exclude<IvModelInput['vcov'], string | undefined>>(
  { type: 'unadjusted' },
  { type: 'robust' },
  { type: 'robust', small: true },
  { cluster: 'group' },
  { type: 'hac', order: 't', bandwidth: 3 },
);
const methods = fc.constantFrom<Pick<IvModelInput, 'method' | 'kappa'>>(
  { method: '2sls' },
  { method: 'liml' },
  { method: 'fuller' },
  { method: 'kclass', kappa: 0.7 },
);
const gmmMethods = fc.constantFrom<GmmModelInput['method']>('two-step', 'iterated', 'cue');

/** Two fits agree up to rounding: coefficients in units of their standard errors. */
function expectSame(fit: FitResult, expected: FitResult, tolerance: number): void {
  for (const [name, se] of Object.entries(expected.stdErrors)) {
    const distance = Math.abs(fit.params[name]! - expected.params[name]!);
    expect(distance / se, name).toBeLessThan(tolerance);
    expectClose(fit.stdErrors[name]!, se, tolerance, `standard error of ${name}`);
  }
  expectClose(fit.rss, expected.rss, tolerance, 'rss');
}

function residuals(fit: FitResult, data: Columns): number[] {
  return data['y']!.map((y, i) =>
    Object.entries(fit.params).reduce(
      (rest, [name, b]) => rest - b * (name === '_cons' ? 1 : data[name]![i]!),
      y,
    ),
  );
}

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, x, i) => sum + x * b[i]!, 0);

describe('an estimate with as many instruments as regressors', () => {
  test('leaves no moment, and is the same by every method', async () => {
    await fc.assert(
      fc.asyncProperty(samples, methods, async (data, method) => {
        const fit: FitResult = await fitModel(data, { estimator: 'iv', formula: just });
        const e = residuals(fit, data);
        const size = Math.sqrt(dot(e, e) * e.length);
        for (const z of ['w', 'z1', 'z3']) {
          expect(Math.abs(dot(data[z]!, e)) / size, z).toBeLessThan(1e-11);
        }
        if (method.method === 'kclass' || method.method === 'fuller') return;
        const other = await fitModel(data, { estimator: 'iv', formula: just, ...method });
        expectSame(other, fit, 1e-8);
        const gmm: FitResult = await fitWith(data, { estimator: 'gmm', formula: just });
        for (const [name, se] of Object.entries(fit.stdErrors)) {
          expect(Math.abs(gmm.params[name]! - fit.params[name]!) / se, name).toBeLessThan(1e-8);
        }
        const whole = await fitWith(data, { estimator: 'iv', formula: just });
        expect(whole.tests.sargan).toMatchObject({ stat: null });
        expect(gmm.tests.hansen).toMatchObject({ stat: null });
      }),
      settings,
    );
  });
});

describe('two-stage least squares', () => {
  test('are least squares when the regressors instrument themselves', async () => {
    await fc.assert(
      fc.asyncProperty(samples, covariances, async (data, vcov) => {
        const copied = { ...data, own1: data['x1']!, own2: data['x2']! };
        const iv = await fitModel(copied, {
          estimator: 'iv',
          formula: 'y ~ w | x1 + x2 ~ own1 + own2',
          vcov,
        });
        const small = vcov.small ?? false;
        const ols = await fitModel(data, {
          estimator: 'ols',
          formula: 'y ~ x1 + x2 + w',
          vcov: { ...vcov, small },
        });
        expectSame(iv, ols, 1e-10);
      }),
      settings,
    );
  });

  test('are one-step GMM with the unadjusted weight', async () => {
    await fc.assert(
      fc.asyncProperty(samples, covariances, async (data, vcov) => {
        const iv = await fitModel(data, { estimator: 'iv', formula: over, vcov });
        for (const method of ['one-step', 'two-step'] as const) {
          const weight = { type: 'unadjusted' as const };
          const gmm = await fitModel(data, {
            estimator: 'gmm',
            formula: over,
            method,
            weight,
            vcov,
          });
          expectSame(gmm, iv, 1e-9);
        }
      }),
      settings,
    );
  });
});

describe('limited-information maximum likelihood', () => {
  test('has kappa of at least 1, and Fuller takes less', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (data) => {
        const fit = (method: IvModelInput['method']) =>
          fitModel(data, { estimator: 'iv', formula: over, method });
        const liml = await fit('liml');
        expect(liml.kappa!).toBeGreaterThanOrEqual(1);
        expect((await fit('fuller')).kappa!).toBeLessThan(liml.kappa!);
        const again = { estimator: 'iv' as const, formula: over, method: 'kclass' as const };
        expectSame(await fitModel(data, { ...again, kappa: liml.kappa! }), liml, 1e-8);
      }),
      settings,
    );
  });

  test('minimises the Anderson-Rubin variance ratio', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (data) => {
        const fit = (method: IvModelInput['method']) =>
          fitModel(data, { estimator: 'iv', formula: one, method });
        const [liml, twoStage] = [await fit('liml'), await fit('2sls')];
        const ratio = async (estimate: FitResult) => {
          const e = residuals(estimate, data);
          const rss = async (formula: string) =>
            (await fitModel({ ...data, e }, { estimator: 'ols', formula })).rss;
          return (await rss('e ~ w')) / (await rss('e ~ w + z1 + z2 + z3'));
        };
        expectClose(await ratio(liml), liml.kappa!, 1e-9, 'kappa');
        expect(await ratio(twoStage)).toBeGreaterThanOrEqual(liml.kappa! * (1 - 1e-12));
      }),
      settings,
    );
  });
});

describe('continuously updated GMM', () => {
  test('reaches an objective of at most that of other estimates under their own weight', async () => {
    await fc.assert(
      fc.asyncProperty(samples, async (data) => {
        const weight = { type: 'robust' as const };
        const fit = (method: GmmModelInput['method']) =>
          fitModel(data, { estimator: 'gmm', formula: over, method, weight });
        const [cue, iterated] = [await fit('cue'), await fit('iterated')];
        const j = (result: FitResult) => result.tests.hansen!.stat!;
        expect(j(cue)).toBeLessThanOrEqual(j(iterated) * (1 + 1e-9));
      }),
      { numRuns: 15 },
    );
  });
});

describe('every estimate with instruments', () => {
  const models = fc.oneof(
    fc.record({ method: methods, vcov: covariances }).map(({ method, vcov }): IvModelInput => ({
      estimator: 'iv',
      formula: over,
      ...method,
      vcov,
    })),
    fc
      .record({ method: gmmMethods, center: fc.boolean() })
      .map(({ method, center }): GmmModelInput => ({
        estimator: 'gmm',
        formula: over,
        method,
        weight: { type: 'robust', center },
      })),
  );

  test('is free of the order of the rows', async () => {
    await fc.assert(
      fc.asyncProperty(models, samples, fc.nat(), async (model, data, seed) => {
        const keys = data['t']!.map((t) => mix(seed ^ mix(t)));
        const order = keys.map((_, i) => i).sort((a, b) => keys[a]! - keys[b]!);
        const shuffled = mapColumns(data, (values) => order.map((i) => values[i]!));
        expectSame(await fitModel(shuffled, model), await fitModel(data, model), 1e-6);
      }),
      settings,
    );
  });

  test('is free of the basis and the units of the instruments', async () => {
    await fc.assert(
      fc.asyncProperty(models, samples, async (model, data) => {
        const mixed = {
          ...data,
          z1: data['z1']!.map((z, i) => 1e8 * (z + data['z2']![i]!)),
          z2: data['z2']!.map((z, i) => 1e-8 * (z - 3 * data['w']![i]!)),
          z3: data['z3']!.map((z, i) => z + data['z1']![i]!),
        };
        expectSame(await fitModel(mixed, model), await fitModel(data, model), 1e-6);
      }),
      settings,
    );
  });

  test('follows the units of regressors and outcome', async () => {
    await fc.assert(
      fc.asyncProperty(models, samples, async (model, data) => {
        const scaled = mapColumns(data, (values, name) => {
          const factor = name === 'x1' ? 2 ** 30 : name === 'y' ? 2 ** -20 : 1;
          return values.map((value) => value * factor);
        });
        const [plain, other] = [await fitModel(data, model), await fitModel(scaled, model)];
        const factors = { x1: 2 ** -50, x2: 2 ** -20, w: 2 ** -20, _cons: 2 ** -20 };
        for (const [name, factor] of Object.entries(factors)) {
          const se = plain.stdErrors[name]!;
          const distance = Math.abs(other.params[name]! / factor - plain.params[name]!);
          expect(distance / se, name).toBeLessThan(1e-6);
          expectClose(other.stdErrors[name]! / factor, se, 1e-6, name);
        }
      }),
      settings,
    );
  });
});
