/** Estimators of arrays against the same models with a formula: equal to the bit. */
import { beforeAll, describe, expect, test } from 'vitest';
import * as estimators from '../../../../bindings/analysis/estimators/index.js';
import * as random from '../../../../bindings/core/random/index.js';
import * as root from '../../../../bindings/index.js';

const n = 120;
const source = random.stream({ seed: 11 });
let data: Record<'y' | 'x1' | 'x2' | 'en' | 'z1' | 'z2' | 'w' | 'g' | 't', Float64Array>;

beforeAll(async () => {
  await estimators.ready();
  const draw = () => random.normal(source, n);
  const [x1, x2, z1, z2, u] = [draw(), draw(), draw(), draw(), draw()];
  const en = x1.map((value, i) => value + z1[i]! + z2[i]! / 2 + u[i]!);
  const y = en.map((value, i) => 1 + value - x2[i]! + u[i]!);
  const w = random.uniform(source, n, 0.5, 2);
  const g = random.integers(source, n, 15);
  data = { y, x1, x2, en, z1, z2, w, g, t: Float64Array.from({ length: n }, (_, i) => i) };
});

function expectEqual(
  fit: estimators.ArrayRegression,
  formula: root.FitResult,
  renamed: Readonly<Record<string, string>> = {},
): void {
  const pick = (values: Readonly<Record<string, number>>) =>
    fit.names.map((name) => values[renamed[name] ?? name]);
  const keys = ['params', 'stdErrors', 'statistics', 'pValues'] as const;
  for (const key of keys) {
    expect(Object.keys(fit[key])).toEqual(fit.names);
    expect(Object.values(fit[key])).toEqual(pick(formula[key]));
    expect([...fit.arrays[key]]).toEqual(pick(formula[key]));
  }
  expect(Object.keys(fit.confInt)).toEqual(fit.names);
  expect(fit.arrays.confInt.data.length).toBe(2 * fit.names.length);
  expect([...fit.arrays.vcov.data]).toEqual(fit.vcov.values.flat());
  expect(fit.kind).toBe('fit');
  expect(fit.result).toBe(fit);
  expect(fit.nobs).toBe(formula.nobs);
  expect(fit.rsquared).toBe(formula.rsquared);
  expect(fit.vcov.values).toEqual(formula.vcov.values);
  expect(fit.warnings.map(({ code }) => code)).toEqual(formula.warnings.map(({ code }) => code));
}

describe('least squares', () => {
  const formula = 'y ~ x1 + x2';

  test.each([
    ['unadjusted', {}, {}],
    ['HC3', { vcov: 'HC3' }, { vcov: { type: 'HC3' } }],
    ['clusters', { cluster: 'g' }, { vcov: { cluster: 'g' } }],
    ['HAC', { vcov: 'hac' }, { vcov: { type: 'hac', order: 't' } }],
    [
      'robust without a small-sample factor',
      { vcov: { type: 'robust', small: false } },
      { vcov: { type: 'robust', small: false } },
    ],
    [
      'HC1 with z',
      { vcov: { type: 'HC1', small: false } },
      { vcov: { type: 'HC1', small: false } },
    ],
    ['weights', { weights: 'w' }, { weights: { column: 'w', type: 'analytic' } }],
    ['a level', { level: 0.9 }, { level: 0.9 }],
  ] as const)('has the bits of the formula with %s', async (_, given, model) => {
    const { cluster, weights, ...rest } = given as Record<string, unknown>;
    const options = {
      ...rest,
      ...(cluster !== undefined && { cluster: data.g }),
      ...(weights !== undefined && { weights: data.w }),
    } as estimators.ArrayOptions;
    const fit = estimators.ols(data.y, [data.x1, data.x2], options);
    expectEqual(fit, await root.ols(data, { formula, ...model } as never));
  });

  test('takes matrices, lists of columns and lists of numbers alike', () => {
    const { y, x1, x2 } = data;
    const { params } = estimators.ols(y, [x1, x2]);
    const matrix = estimators.matrix(n, 2, Float64Array.of(...x1, ...x2));
    const gaps = new Float64Array(2 * n + 5);
    gaps.set(x1, 0);
    gaps.set(x2, n + 5);
    for (const x of [matrix, { data: gaps, rows: n, cols: 2, ld: n + 5 }, [[...x1], [...x2]]]) {
      expect(estimators.ols([...y], x).params).toEqual(params);
    }
  });

  test('warns of the columns whose largest element is beyond 2^200 or below 2^-200', () => {
    const { y, x1, x2 } = data;
    const largest = Math.max(...x1.map(Math.abs));
    const warned = (size: number) => {
      const x = [x1.map((value) => (value / largest) * size), x2];
      const { warnings } = estimators.ols(y, x, { names: ['extreme', 'x2'] });
      return warnings.filter(({ code }) => code === 'extreme-scale').map(({ message }) => message);
    };
    for (const size of [1, 2 ** -199.9, 2 ** -190, 2 ** -170, 2 ** 190, 2 ** 199.9]) {
      expect(warned(size)).toEqual([]);
    }
    for (const size of [2 ** -250, 2 ** -200.1, 2 ** 200.1, 2 ** 250]) {
      expect(warned(size)).toEqual([expect.stringContaining('the squares of extreme leave')]);
    }
  });

  test('has arrays in the order of the columns, with NaN for one that is left out', () => {
    const { y, x1, x2 } = data;
    const both = x1.map((value, i) => value + x2[i]!);
    const fit = estimators.ols(y, [x1, x2, both], { names: ['a', 'b', 'c'] as string[] });
    expect(fit.names).toEqual(['a', 'b', 'c', '_cons']);
    expect(fit.omitted.map(({ name }) => name)).toEqual(['c']);
    expect(Object.keys(fit.params)).toEqual(['a', 'b', '_cons']);
    const { params, confInt, vcov } = fit.arrays;
    expect([...params]).toEqual([fit.params['a'], fit.params['b'], NaN, fit.params['_cons']]);
    expect([...confInt.data]).toEqual(
      [0, 1].flatMap((side) => fit.names.map((name) => fit.confInt[name]?.[side] ?? NaN)),
    );
    expect(vcov).toMatchObject({ rows: 4, cols: 4 });
    expect(vcov.data[3]).toBe(fit.vcov.values[2]![0]);
    expect(vcov.data[2]).toBeNaN();
    expect(fit.fitted[7]! + fit.residuals[7]!).toBeCloseTo(y[7]!, 12);
    expect(() => estimators.ols(y, [x1, x2, both], { collinear: 'error' })).toThrowError(
      expect.objectContaining({ code: 'rank-deficient' }),
    );
  });
});

describe('instruments', () => {
  const formula = 'y ~ x1 + x2 | en ~ z1 + z2';
  const renamed = { x1: 'en', w1: 'x1', w2: 'x2' };
  const columns = () => ({
    endogenous: data.en,
    exogenous: [data.x1, data.x2],
    instruments: [data.z1, data.z2],
  });

  test.each(['2sls', 'liml', 'fuller'] as const)(
    'have the bits of the formula: %s',
    async (method) => {
      const fit = estimators.iv(data.y, columns(), { method, vcov: 'robust' });
      expectEqual(fit, await root.iv(data, { formula, method, vcov: { type: 'robust' } }), renamed);
    },
  );

  test.each(['one-step', 'two-step', 'iterated', 'cue'] as const)('GMM too: %s', async (method) => {
    const fit = estimators.gmm(data.y, columns(), { method });
    expectEqual(fit, await root.gmm(data, { formula, method }), renamed);
  });

  test('GMM weighs by clusters', async () => {
    const fit = estimators.gmm(data.y, columns(), { cluster: data.g });
    expectEqual(fit, await root.gmm(data, { formula, weight: { cluster: 'g' } }), renamed);
  });
});

test('without endogenous columns the instruments are not tested', () => {
  const y = [1, 2, 3.5, 4, 4.5, 7, 8, 8.5];
  const columns = { endogenous: [], instruments: [[2, 1, 4, 3, 5, 7, 6, 9]] };
  for (const estimate of [estimators.iv, estimators.gmm]) {
    const tested = estimate(y, columns, { vcov: 'robust' });
    const untested = estimate(y, columns, { vcov: 'robust', diagnostics: false });
    expect(tested.params).toEqual(untested.params);
    expect(tested.warnings.map(({ code }) => code)).toContain('no-diagnostics');
  }
});

describe('the memory of copies is used again', () => {
  const listsOf = (shift: number) => {
    const list = (values: Float64Array) => Array.from(values, (value, i) => value + (i % shift));
    const { y, x1, en, z1, z2 } = data;
    return { y: list(y), x1: list(x1), en: list(en), instruments: [list(z1), list(z2)] };
  };
  const fits = {
    ols: (shift: number) => {
      const { y, x1, en } = listsOf(shift);
      return estimators.ols(y, [x1, en], { vcov: 'HC1' });
    },
    iv: (shift: number) => {
      const { y, x1, en, instruments } = listsOf(shift);
      return estimators.iv(y, { endogenous: en, exogenous: x1, instruments });
    },
    gmm: (shift: number) => {
      const { y, x1, en, instruments } = listsOf(shift);
      return estimators.gmm(y, { endogenous: en, exogenous: x1, instruments });
    },
  };

  test.each(['ols', 'iv', 'gmm'] as const)('and no result of %s refers to it', (name) => {
    const first = fits[name](3);
    const read = structuredClone(fits[name](3));
    expect(fits[name](5).params).not.toEqual(first.params);
    expect(structuredClone(first)).toEqual(read);
  });

  test('but not by a call inside a call', () => {
    const { y, x1, en } = listsOf(3);
    const expected = estimators.ols(y, [x1, en]);
    const names = ['a', 'b'];
    const inside = Object.defineProperty([...names], 0, {
      get: () => String(estimators.ols(en, [y, x1]).nobs),
    });
    const { arrays, residuals, fitted } = estimators.ols(y, [x1, en], { names: inside });
    expect({ arrays, residuals, fitted }).toEqual({
      arrays: expected.arrays,
      residuals: expected.residuals,
      fitted: expected.fitted,
    });
  });

  test('and lists of other lengths get their own', () => {
    const { y, x1, en } = listsOf(4);
    const all = estimators.ols(y, [x1, en]);
    const half = (list: number[]) => list.slice(0, n / 2);
    const part = estimators.ols(half(y), [half(x1), half(en)]);
    expect(part.nobs).toBe(n / 2);
    expect(estimators.ols(y, [x1, en]).params).toEqual(all.params);
    expect(estimators.ols(Float64Array.from(half(y)), [half(x1), half(en)]).params).toEqual(
      part.params,
    );
  });
});

test('a dynamic panel is that of the formula', async () => {
  const [unit, time, y, x1]: number[][] = [[], [], [], []];
  for (let i = 0; i < 40; i++) {
    let before = 0;
    for (let t = 0; t < 6; t++) {
      const [x, e] = random.normal(source, 2);
      before = 0.5 * before + x! + e! + (i % 5);
      unit!.push(i);
      time!.push(2000 + t);
      y!.push(before);
      x1!.push(x!);
    }
  }
  const fit = estimators.dpd(y!, [x1!], { unit: unit!, time: time!, steps: 2, system: true });
  const model = {
    formula: 'y ~ L1.y + x1',
    panel: { unit: 'unit', time: 'time' },
    gmm: [{ vars: 'y', lags: [2, null] }],
    iv: [{ vars: 'x1' }],
    steps: 2,
    system: true,
  } as const;
  expect(fit).toEqual(await root.dpd({ unit: unit!, time: time!, y: y!, x1: x1! }, model));
});

describe('wrong arrays', () => {
  test.each([
    ['shape-mismatch', () => estimators.ols(data.y, [data.x1.slice(1)])],
    ['shape-mismatch', () => estimators.ols(data.y, estimators.matrix(3, 2))],
    ['shape-mismatch', () => estimators.ols(data.y, [data.x1], { names: ['a', 'b'] })],
    ['shape-mismatch', () => estimators.ols(data.y, [data.x1], { cluster: [1, 2] })],
    ['non-finite-input', () => estimators.ols([1, NaN, 3], [[1, 2, 4]])],
    ['bad-value', () => estimators.ols(data.y, [data.x1], { vcov: 'HC9' } as never)],
    ['bad-value', () => estimators.ols(data.y, [data.x1], { robust: true } as never)],
    ['bad-value', () => estimators.ols(data.y, [data.x1], { weights: new Float64Array(n) })],
    ['bad-value', () => estimators.ols('y' as never, [data.x1])],
    ['bad-value', () => estimators.iv(data.y, undefined as never)],
    ['bad-value', () => estimators.ols(data.y, [data.x1], { vcov: 'driscoll-kraay' })],
    ['too-few-clusters', () => estimators.ols(data.y, [data.x1], { cluster: new Float64Array(n) })],
    [
      'no-degrees-of-freedom',
      () =>
        estimators.ols(
          [1, 2],
          [
            [3, 4],
            [5, 9],
          ],
        ),
    ],
  ])('give %s', (code, use) => {
    expect(use).toThrowError(expect.objectContaining({ code }));
  });
});
