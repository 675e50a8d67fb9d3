/** A fit that leaves out collinear regressors has the bits of the model without them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fitModel, type FitResult, type ModelInput } from 'wasmetrics';
import { mix } from '../../bench/random.js';

const units = 12;
const periods = 6;
const nrows = units * periods;

/** Columns that no others explain, in levels or within units. */
const independent = ['x1', 'x2', 'x3'] as const;

/** Columns that others explain; `fixed` does not vary within units. */
const planted = ['twice', 'sum', 'shifted', 'one', 'nil', 'rest', 'fixed'] as const;

type Columns = Record<string, Float64Array | number[]>;

function dataOf(seed: number, scale: number): Columns {
  let count = 0;
  const draw = () => mix(mix(seed) ^ ++count) / 2 ** 32;
  const column = () => Float64Array.from({ length: nrows }, () => scale * (draw() - 0.4));
  const [x1, x2, x3, z1, z2, e] = [column(), column(), column(), column(), column(), column()];
  const fixed = Float64Array.from({ length: units }, () => draw());
  const unit = Array.from({ length: nrows }, (_, row) => Math.floor(row / periods));
  const endogenous = z1.map((z, row) => z + 0.5 * z2[row]! + e[row]!);
  return {
    id: unit,
    t: unit.map((_, row) => row % periods),
    x1,
    x2,
    x3,
    z1,
    z2,
    endogenous,
    y: x1.map((x, row) => x - x2[row]! + endogenous[row]! + e[row]! + fixed[unit[row]!]!),
    w: x1.map(() => 0.5 + draw()),
    fixed: Float64Array.from(unit, (i) => fixed[i]!),
    twice: x1.map((x) => 2 * x),
    sum: x1.map((x, row) => x + 3 * x2[row]!),
    shifted: x3.map((x) => 4 * scale - x),
    one: new Float64Array(nrows).fill(7),
    nil: new Float64Array(nrows),
    rest: x3.map((x, row) => x - x2[row]! + x1[row]!),
  };
}

const panel = { unit: 'id', time: 't' };

type Shape = (regressors: string) => ModelInput;

/** Every estimator, with covariances, weights, filters and effects. */
const shapes: Readonly<Record<string, Shape>> = {
  ols: (x) => ({ estimator: 'ols', formula: `y ~ ${x}`, vcov: { type: 'HC3' } }),
  'ols with weights and a filter': (x) => ({
    estimator: 'ols',
    formula: `y ~ ${x}`,
    weights: { column: 'w', type: 'analytic' },
    where: 't > 0',
    vcov: { type: 'cluster', cluster: ['id'] },
  }),
  'ols with two absorbed effects': (x) => ({ estimator: 'ols', formula: `y ~ ${x} | id + t` }),
  within: (x) => ({ estimator: 'panel', formula: `y ~ ${x}`, panel }),
  twoway: (x) => ({ estimator: 'panel', formula: `y ~ ${x}`, panel, effects: 'twoway' }),
  random: (x) => ({ estimator: 'panel', formula: `y ~ ${x}`, panel, effects: 'random' }),
  between: (x) => ({ estimator: 'panel', formula: `y ~ ${x}`, panel, effects: 'between' }),
  pooled: (x) => ({ estimator: 'panel', formula: `y ~ ${x}`, panel, effects: 'pooled' }),
  differences: (x) => ({
    estimator: 'panel',
    formula: `y ~ ${x}`,
    panel,
    effects: 'first-difference',
  }),
  iv: (x) => ({ estimator: 'iv', formula: `y ~ ${x} | endogenous ~ z1 + z2` }),
  'iv within': (x) => ({
    estimator: 'iv',
    formula: `y ~ ${x} | endogenous ~ z1 + z2`,
    diagnostics: false,
    panel,
    effects: 'within',
  }),
  gmm: (x) => ({
    estimator: 'gmm',
    formula: `y ~ ${x} | endogenous ~ z1 + z2`,
    diagnostics: false,
  }),
  dpd: (x) => ({
    estimator: 'dpd',
    formula: `y ~ L.y + ${x}`,
    panel,
    gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
    iv: [{ vars: ['x1', 'x2', 'x3'] }],
    system: false,
  }),
  'dpd system': (x) => ({
    estimator: 'dpd',
    formula: `y ~ L.y + ${x}`,
    panel,
    gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
    iv: [{ vars: ['x1', 'x2', 'x3'] }],
  }),
};

/** All numbers of a result; the warnings of a role depend on the formula. */
function numbers(result: FitResult): object {
  const { omitted, warnings, ...rest } = result;
  void [omitted, warnings];
  return JSON.parse(JSON.stringify(rest)) as object;
}

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const scales = fc.constantFrom(1, 1e-6, 1e5);
const order = fc.shuffledSubarray([...independent, ...planted], { minLength: 3 });

/** Estimators that take out what does not vary within units. */
const within = [
  'ols with two absorbed effects',
  'within',
  'twoway',
  'differences',
  'iv within',
  'dpd',
];

describe.each(Object.entries(shapes))('%s with collinear regressors', (name, shape) => {
  test('equals to the bit the model without them', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, scales, order, async (seed, scale, regressors) => {
        fc.pre(regressors.some((one) => !['one', 'nil', 'fixed'].includes(one)));
        const data = dataOf(seed, scale);
        const fit = await fitModel(data, shape(regressors.join(' + ')));
        const gone = fit.omitted!.map(({ name }) => name);
        for (const one of gone) expect(Object.keys(fit.params)).not.toContain(one);
        const kept = regressors.filter((one) => !gone.includes(one));
        expect(kept).toHaveLength(rankOf(regressors, !within.includes(name)));
        const reduced = await fitModel(data, shape(kept.join(' + ')));
        expect(reduced.omitted).toEqual([]);
        expect(numbers(fit)).toEqual(numbers(reduced));
      }),
      // The confidence sets of iv take most of the time.
      { numRuns: name === 'iv' ? 10 : 40 },
    );
  });
});

/** The columns as combinations of x1, x2, x3 and `fixed`, next to a constant. */
const rows: Readonly<Record<string, readonly number[]>> = {
  x1: [1, 0, 0, 0],
  x2: [0, 1, 0, 0],
  x3: [0, 0, 1, 0],
  twice: [2, 0, 0, 0],
  sum: [1, 3, 0, 0],
  shifted: [0, 0, -1, 0],
  one: [0, 0, 0, 0],
  nil: [0, 0, 0, 0],
  rest: [1, -1, 1, 0],
  fixed: [0, 0, 0, 1],
};

function rankOf(names: readonly string[], between: boolean): number {
  const pivots: number[][] = [];
  for (const name of names) {
    const row = rows[name]!.map((value, j) => (j === 3 && !between ? 0 : value));
    for (const pivot of pivots) {
      const at = pivot.findIndex((value) => value !== 0);
      const share = row[at]! / pivot[at]!;
      pivot.forEach((value, j) => (row[j]! -= share * value));
    }
    if (row.some((value) => Math.abs(value) > 1e-9)) pivots.push(row);
  }
  return pivots.length;
}
