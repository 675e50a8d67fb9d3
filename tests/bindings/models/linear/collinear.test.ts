/** Which collinear regressors are left out, and what is said of them. */
import { describe, expect, it } from 'vitest';
import { bootstrap, compareGroups, delta, fitModel, type ModelInput, wald } from 'wasmetrics';
import { mix } from '../../../../bench/random.js';

const nrows = 60;
const range = Array.from({ length: nrows }, (_, row) => row);
const noise = (seed: number) => range.map((row) => mix(mix(seed) ^ row) / 2 ** 32 - 0.5);
const [a, b, z1, z2, e] = [noise(1), noise(2), noise(3), noise(4), noise(5)] as const;
const id = range.map((row) => Math.floor(row / 5));
const t = range.map((row) => row % 5);
const half = range.map((row) => (row < nrows / 2 ? 'low' : 'high'));
const data = {
  id,
  t,
  half,
  a,
  b,
  z1,
  z2,
  y: a.map((x, row) => x - b[row]! + e[row]! + id[row]!),
  x: z1.map((z, row) => z + e[row]!),
  sum: a.map((x, row) => 2 * x + b[row]!),
  twice: a.map((x) => 2 * x),
  shifted: a.map((x) => x + 3),
  one: range.map(() => 4),
  nil: range.map(() => 0),
  fixed: id.map((unit) => mix(unit) / 2 ** 32),
  season: t.map((period) => mix(period + 99) / 2 ** 32),
  both: a.map((x, row) => x + mix(id[row]!) / 2 ** 32),
  // Constant in the first half of the rows.
  later: a.map((x, row) => (row < nrows / 2 ? 1 : x * x)),
};
const panel = { unit: 'id', time: 't' };

const omittedOf = async (model: ModelInput) =>
  Object.fromEntries(
    (await fitModel(data, model)).omitted!.map(({ name, explainedBy }) => [name, explainedBy]),
  );
const ols = (formula: string, rest: object = {}): ModelInput => ({
  estimator: 'ols',
  formula,
  ...rest,
});

describe('a collinear regressor', () => {
  it.each<[string, Record<string, readonly string[]>]>([
    ['y ~ a + b + sum', { sum: ['a', 'b'] }],
    ['y ~ sum + b + a', { a: ['sum', 'b'] }],
    ['y ~ a + twice', { twice: ['a'] }],
    ['y ~ one + a', { one: ['_cons'] }],
    ['y ~ 0 + one + a', {}],
    ['y ~ 0 + one + a + shifted', { shifted: ['one', 'a'] }],
    ['y ~ a + nil', { nil: [] }],
    ['y ~ a + shifted', { shifted: ['a', '_cons'] }],
    ['y ~ a + i(id) + fixed', { fixed: ['id effects'] }],
    ['y ~ a + fixed | id', { fixed: ['id effects'] }],
    ['y ~ a + season + fixed | id + t', { season: ['t effects'], fixed: ['id effects'] }],
    ['y ~ a + both | id', { both: ['a', 'id effects'] }],
    ['y ~ a + twice + one | id', { twice: ['a'], one: ['_cons'] }],
    ['y ~ a + a:one + log(one)', { 'log(one)': ['_cons'], 'a:one': ['a'] }],
  ])('of %s is named with what explains it', async (formula, expected) => {
    expect(await omittedOf(ols(formula))).toEqual(expected);
  });

  it('is explained by the units after first differences', async () => {
    const model = { estimator: 'panel', panel, effects: 'first-difference' } as const;
    const expected = { fixed: ['id effects'], twice: ['a'] };
    expect(await omittedOf({ ...model, formula: 'y ~ a + fixed + twice' })).toEqual(expected);
  });

  it('yields to the exogenous regressors if it is endogenous, and its instruments stay', async () => {
    const fit = await fitModel(data, { estimator: 'iv', formula: 'y ~ a | x + twice ~ z1 + z2' });
    expect(fit.omitted).toEqual([{ name: 'twice', explainedBy: ['a'] }]);
    expect([fit.endogenous, fit.rankInstruments]).toEqual([['x'], 4]);
  });

  it('does not count where instruments are too few', async () => {
    const fit = await fitModel(data, { estimator: 'iv', formula: 'y ~ a | x + twice ~ z1' });
    expect(Object.keys(fit.params)).toEqual(['x', 'a', '_cons']);
  });

  it('is refused if no endogenous regressor or no regressor would be left', async () => {
    const refused = { code: 'rank-deficient' };
    const iv = fitModel(data, { estimator: 'iv', formula: 'y ~ a | twice ~ z1' });
    await expect(iv).rejects.toMatchObject(refused);
    await expect(fitModel(data, ols('y ~ 0 + nil'))).rejects.toMatchObject(refused);
  });

  it('does not count as a coefficient where rows are few', async () => {
    const fit = await fitModel(data, ols('y ~ a + twice + shifted + one', { where: 'id == 1' }));
    expect([fit.nobs, fit.dfResid]).toEqual([5, 3]);
  });

  it('is one warning with the others that the same columns explain', async () => {
    const { warnings } = await fitModel(data, ols('y ~ a + twice + shifted + sum + one | id'));
    expect(warnings.filter(({ code }) => code === 'collinear-omitted')).toEqual([
      {
        code: 'collinear-omitted',
        message: 'one is collinear with _cons and is left out',
        detail: { names: ['one'], explainedBy: ['_cons'] },
      },
      {
        code: 'collinear-omitted',
        message: 'twice is collinear with a and is left out',
        detail: { names: ['twice'], explainedBy: ['a'] },
      },
      {
        code: 'collinear-omitted',
        message: 'shifted is collinear with a and _cons and is left out',
        detail: { names: ['shifted'], explainedBy: ['a', '_cons'] },
      },
    ]);
  });

  it('is refused with the key error', async () => {
    const fit = fitModel(data, ols('y ~ a + b + sum', { collinear: 'error' }));
    await expect(fit).rejects.toMatchObject({
      code: 'rank-deficient',
      message:
        'ols: regressor "sum" is a linear combination of a, b; leave it out, or set collinear to omit',
    });
  });

  it.each([1e-200, 1e-9, 1e9, 1e200])('is found in units of %d', async (units) => {
    const scaled = { ...data, sum: data.sum.map((x) => x * units) };
    const fit = await fitModel(scaled, ols('y ~ a + b + sum'));
    expect(fit.omitted).toEqual([{ name: 'sum', explainedBy: ['a', 'b'] }]);
  });

  it.each([1e-4, 1e-8, 1e-11])('is kept while it differs by a share of %d', async (share) => {
    const near = { ...data, near: a.map((x, row) => x + share * z1[row]!) };
    const fit = await fitModel(near, ols('y ~ a + near + twice'));
    expect(fit.omitted!.map(({ name }) => name)).toEqual(['twice']);
  });
});

describe('the coefficient of a regressor that was left out', () => {
  const fit = fitModel(data, ols('y ~ a + b + sum'));
  const refused = {
    code: 'omitted-coefficient',
    message: expect.stringContaining(
      '"sum", which was left out as it is collinear with a and b',
    ) as string,
  };

  it('cannot be tested or be part of an expression', async () => {
    await expect(wald(await fit, 'sum = 0')).rejects.toMatchObject(refused);
    await expect(delta(await fit, 'a/sum')).rejects.toMatchObject(refused);
    const run = bootstrap(await fit, { reps: 9, statistics: ['sum/a'] });
    await expect(run.result).rejects.toMatchObject(refused);
  });

  it('is not read as an operation on another coefficient', async () => {
    const binary = { ...data, b: range.map((row) => row % 2) };
    const squares = await fitModel(binary, ols('y ~ b + b^2'));
    expect(squares.omitted).toEqual([{ name: 'b^2', explainedBy: ['b'] }]);
    await expect(wald(squares, 'b^2 = 0')).rejects.toMatchObject({ code: 'omitted-coefficient' });
    expect((await wald(squares, '(b)^2 = 1')).hypotheses).toHaveLength(1);
  });
});

describe('a bootstrap of a fit that left regressors out', () => {
  it.each(['pairs', 'wild', 'residual', 'cluster', 'wild-cluster'] as const)(
    'has the bits of the model without them with scheme %s',
    async (scheme) => {
      const run = async (formula: string) => {
        const cluster = scheme.includes('cluster') ? { cluster: 'id' } : {};
        const fit = await fitModel(data, ols(formula));
        const options = { scheme, reps: 99, seed: 3, ...cluster };
        return bootstrap(fit, options).result;
      };
      const [all, reduced] = [await run('y ~ a + twice + b + one'), await run('y ~ a + b')];
      expect(all).toEqual(reduced);
    },
  );

  it('counts replicates in which another regressor becomes collinear', async () => {
    const rare = { ...data, rare: range.map((row) => Number(row === 7)) };
    const fit = await fitModel(rare, ols('y ~ a + rare + twice'));
    const run = bootstrap(fit, { scheme: 'pairs', reps: 199, seed: 1 });
    const { failed, failures } = await run.result;
    expect(failed).toBeGreaterThan(30);
    expect(JSON.stringify(failures)).toContain('not identified');
  });
});

describe('groups of which one leaves a regressor out', () => {
  it('compares the coefficients of the fits of the groups', async () => {
    const model = ols('y ~ a + later + b');
    const result = await compareGroups(data, model, { by: 'half', of: 'a', methods: ['wald'] });
    const estimates = result.groups.map(({ estimate }) => estimate);
    const fits = await Promise.all(
      ['low', 'high'].map((group) =>
        fitModel(data, { ...model, where: `half == "${group}"` } as ModelInput),
      ),
    );
    expect(fits[0]!.omitted).toEqual([{ name: 'later', explainedBy: ['_cons'] }]);
    const own = fits.map(({ params }) => params['a']!).sort();
    expect([...estimates].sort()).toEqual(own);
    expect(Number.isFinite(result.differences[0]!.stdError)).toBe(true);
  });
});

describe('a regressor that is constant in a group', () => {
  const groups = { by: 'half', of: 'a', reps: 9, methods: ['wald'] } as const;
  const halves = {
    ...data,
    half: data.a.map((_, i) => (i % 2 === 0 ? 'even' : 'odd')),
    flat: data.b.map((value, i) => (i % 2 === 0 ? 1 : value)),
  };

  it('has no coefficient to compare there', async () => {
    const comparison = compareGroups(halves, ols('y ~ a + flat'), { ...groups, of: 'flat' });
    await expect(comparison).rejects.toThrow(
      'found odd only; flat is constant in group even, so it has no coefficient there; compare another regressor (--of) or the other groups (--levels)',
    );
  });

  it('can be pooled, as its refusal says', async () => {
    const model = ols('y ~ a + flat', { collinear: 'error' });
    await expect(compareGroups(halves, model, groups)).rejects.toThrow(
      'found odd only; flat is constant in group even; leave it out or pool it (--common)',
    );
    const common = await compareGroups(halves, model, { ...groups, common: true });
    expect(common.differences[0]!.pValue).toBeGreaterThan(0);
  });
});

it.each<ModelInput>([
  ols('y ~ a + i(only)'),
  { estimator: 'panel', formula: 'y ~ a + i(only)', panel },
  { estimator: 'iv', formula: 'y ~ a + i(only) | x ~ z1' },
])('a factor with one level is left out with a warning: %j', async (model) => {
  const { params, warnings } = await fitModel({ ...data, only: range.map(() => 'all') }, model);
  expect(Object.keys(params)).toContain('a');
  expect(warnings).toContainEqual({
    code: 'collinear-omitted',
    message: 'i(only) has one level in the sample and is left out',
    detail: { names: ['i(only)'] },
  });
});
