import { describe, expect, it } from 'vitest';
import { bootstrap, EconError, fitModel, ols, parseModel } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import type { OlsModelInput } from 'wasmetrics/types';

const data = {
  id: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd'],
  t: [1, 2, 1, 2, 1, 2, 1, 2],
  y: [1, 3, 2, 6, 4, 5, 8, 6],
  x: [2, 1, 5, 4, 7, 6, 8, 9],
  z: [5, 3, 1, 4, 2, 6, 2, 1],
  twice: [4, 2, 10, 8, 14, 12, 16, 18],
  sum: [7, 4, 6, 8, 9, 12, 10, 10],
  one: [1, 1, 1, 1, 1, 1, 1, 1],
  nil: [0, 0, 0, 0, 0, 0, 0, 0],
  weight: [1, 2, 0, 3, 1, 2, 1, 1],
  negative: [1, -1, 2, 3, 1, 2, 1, 1],
  fraction: [1, 1.5, 2, 3, 1, 2, 1, 1],
};

type Options = Omit<OlsModelInput, 'estimator' | 'data'>;

async function failure(options: Options): Promise<EconError> {
  try {
    await ols(data, options);
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    return error as EconError;
  }
  throw new Error('the model was estimated');
}

const covarianceOf = (vcov: OlsModelInput['vcov'], rest: Partial<OlsModelInput> = {}) =>
  parseModel({ estimator: 'ols', formula: 'y ~ x', vcov, ...rest }).vcov;

describe('the covariance of a model', () => {
  it('is unadjusted with the small-sample factor unless something else is asked for', () => {
    expect(covarianceOf(undefined)).toEqual({ type: 'unadjusted', small: true });
  });

  it('reads robust as HC1 with small and HC0 without', () => {
    expect(covarianceOf({ type: 'robust' })).toEqual({ type: 'HC1', small: true });
    expect(covarianceOf({ type: 'robust', small: false })).toEqual({ type: 'HC0', small: false });
  });

  it('is robust with probability weights', () => {
    const weights = { column: 'w', type: 'probability' as const };
    expect(covarianceOf(undefined, { weights })).toEqual({ type: 'HC1', small: true });
  });

  it('reads cluster, or a column of clusters alone, as CV1', () => {
    const expected = { type: 'CV1', cluster: ['id', 't'], small: true };
    expect(covarianceOf({ type: 'cluster', cluster: 'id t' })).toEqual(expected);
    expect(covarianceOf({ cluster: ['id', 't'] })).toEqual(expected);
  });

  it('orders hac by the time of the panel, with the Bartlett kernel and automatic bandwidth', () => {
    const panel = { unit: 'id', time: 't' };
    expect(covarianceOf({ type: 'hac' }, { panel })).toEqual({
      type: 'hac',
      kernel: 'bartlett',
      bandwidth: 'auto',
      order: 't',
      small: true,
    });
  });

  it('parses to itself', () => {
    const model = parseModel({ estimator: 'ols', formula: 'y ~ x', vcov: { cluster: 'id' } });
    expect(parseModel(model)).toEqual(model);
  });
});

describe('a model that cannot be', () => {
  it.each<[Options, string]>([
    [
      { formula: 'y ~ x', vcov: { type: 'CV1' } },
      'model: vcov.cluster: expected the column of the clusters with type CV1, found nothing',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'HC3', cluster: 'id' } },
      'model: vcov.type: expected cluster, CV1, CV2 or CV3 with vcov.cluster, found "HC3"',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'CV3', cluster: 'id t' } },
      'model: vcov.cluster: expected at most 1 column with type CV3, found ["id","t"]',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'hac', bandwidth: 1 } },
      'model: vcov.order: expected a column that orders the rows, as hac needs one (--order; or add --unit and --time, or panel: {unit, time} in a model), found nothing',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'HC1', kernel: 'qs' } },
      'model: vcov.kernel: expected nothing with type HC1, found "qs"',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'hac', bandwidth: -1, order: 't' } },
      'model: vcov.bandwidth: expected a number of lags of at least 0, or auto, found -1',
    ],
    [
      {
        formula: 'y ~ x',
        weights: { column: 'weight', type: 'probability' },
        vcov: { type: 'unadjusted' },
      },
      'model: vcov.type: expected a robust or clustered type with probability weights, found "unadjusted"',
    ],
    [
      { formula: 'y ~ x', bootstrap: { reps: 9, blockLength: 0 } },
      'model: bootstrap.blockLength: expected a whole number of at least 1, found 0',
    ],
  ])('names the key: %#', async (options, message) => {
    expect((await failure(options)).message).toBe(message);
  });

  it('names a covariance that least squares do not have, and those there are', () => {
    const model = { estimator: 'ols', formula: 'y ~ x', vcov: { type: 'windmeijer' } };
    expect(() => parseModel(model)).toThrow(
      /expected one of unadjusted, robust, HC0, .*, found "windmeijer"$/,
    );
  });
});

describe('data that cannot be', () => {
  it.each<[Options, string, string]>([
    [
      { formula: 'y ~ x + z + twice', collinear: 'error' },
      'rank-deficient',
      'ols: regressor "twice" is a linear combination of x; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + z + sum', collinear: 'error' },
      'rank-deficient',
      'ols: regressor "sum" is a linear combination of x, z; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + one', collinear: 'error' },
      'rank-deficient',
      'ols: regressor "one" is constant, and the model has an intercept; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + nil', collinear: 'error' },
      'rank-deficient',
      'ols: regressor "nil" is zero in every row of the sample; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + z + i(id) + i(t)', where: 'x > 3' },
      'no-degrees-of-freedom',
      'ols: 6 rows for 6 coefficients (x, z, id=c, id=d, t=2, _cons); expected more rows than coefficients: leave out regressors or add rows',
    ],
    [
      { formula: 'y ~ x', where: 'x > 99' },
      'empty-sample',
      'ols: no usable row among 8 rows read; rows lost: 8 not in where: x > 99',
    ],
    [
      { formula: 'y ~ x', weights: { column: 'negative', type: 'analytic' } },
      'negative-weight',
      'ols: weights in column "negative" must be positive, found -1 in row 2',
    ],
    [
      { formula: 'y ~ x', weights: { column: 'fraction', type: 'frequency' } },
      'fractional-weight',
      'ols: weights in column "fraction" must be whole numbers to be frequencies, found 1.5 in row 2',
    ],
    [
      { formula: 'y ~ x', vcov: { cluster: 'one' } },
      'too-few-clusters',
      'vcov.cluster: column "one" has one value in the sample; expected at least two clusters',
    ],
    [
      { formula: 'y ~ x', vcov: { cluster: 'idd' } },
      'unknown-column',
      'vcov.cluster: unknown column "idd" (did you mean "id"?)',
    ],
    [
      { formula: 'y ~ x', vcov: { type: 'hac', order: 't' } },
      'shape-mismatch',
      'ols: column "t" orders the rows and must differ between rows (of the same unit, if panel is set), found 2 in rows 2 and 8; remove a row or choose another order',
    ],
    [
      { formula: 'y ~ x + y' },
      'outcome-as-regressor',
      'ols: "y" is on both sides of "y ~ x + y"; remove it from the right side, or use a lag of it',
    ],
    [
      { formula: 'y ~ 0' },
      'no-regressors',
      'ols: formula "y ~ 0" has no regressors; expected at least one',
    ],
  ])('say what is wrong: %#', async (options, code, message) => {
    const error = await failure(options);
    expect([error.code, error.message]).toEqual([code, message]);
  });

  it('lag only on a panel', async () => {
    expect((await failure({ formula: 'y ~ L.x' })).code).toBe('no-panel');
    const fit = await ols(data, { formula: 'y ~ L.x', panel: { unit: 'id', time: 't' } });
    expect(fit.nobs).toBe(4);
    expect(fit.sample.lost).toMatchObject([{ reason: 'L1.x missing', rows: 4 }]);
  });
});

describe('a result', () => {
  it('has the fields of the contract, the constant last', async () => {
    const fit = await ols(data, { formula: 'y ~ x + z' });
    expect(Object.keys(fit.params)).toEqual(['x', 'z', '_cons']);
    expect(fit).toMatchObject({
      estimator: 'ols',
      depvar: 'y',
      nobs: 8,
      dfModel: 2,
      dfResid: 5,
      statistic: 't',
      sample: { rowsRead: 8, rowsUsed: 8, lost: [] },
      vcov: { type: 'unadjusted', names: ['x', 'z', '_cons'], factor: 8 / 5 },
    });
    expect(fit.tests.f).toMatchObject({ df: [2, 5] });
  });

  it('counts rows of weight 0 as lost, and frequencies as observations', async () => {
    const weights = { column: 'weight', type: 'frequency' as const };
    const fit = await ols(data, { formula: 'y ~ x', weights });
    expect(fit.nobs).toBe(11);
    expect(fit.sample).toMatchObject({
      rowsUsed: 7,
      lost: [{ reason: 'weight (weight) 0', rows: 1 }],
    });
  });

  it('reads t with the clusters less 1 and warns that they are few', async () => {
    const fit = await ols(data, { formula: 'y ~ x', vcov: { cluster: 'id' } });
    expect(fit.dfResid).toBe(3);
    expect(fit.vcov.clusters).toEqual([{ column: 'id', count: 4 }]);
    expect(fit.warnings.map(({ code }) => code)).toEqual(['few-clusters']);
    const text = toText(fit, { form: 'full' });
    expect(text).toContain('std. errors   CV1, clustered by id (4 clusters)\n');
    expect(text).toMatch(/^small sample +factor \d/m);
  });

  it('gives the reason where more slopes than clusters leave no F', async () => {
    const fit = await ols(data, { formula: 'y ~ x + z + x^2 + x:z', vcov: { cluster: 'id' } });
    expect(fit.tests.f).toMatchObject({
      stat: null,
      pValue: null,
      reason: 'the covariance of the 4 slopes has rank 3',
    });
  });

  it('has no F without slopes, and an R-squared of 0', async () => {
    const fit = await ols(data, { formula: 'y ~ 1' });
    expect(fit.tests.f).toMatchObject({ stat: null, reason: 'there are no slopes' });
    expect(fit.rsquared).toBe(0);
    expect(fit.params['_cons']).toBe(35 / 8);
  });

  it('says that R-squared without an intercept is about 0', async () => {
    const fit = await ols(data, { formula: 'y ~ 0 + x' });
    const squares = data.y.reduce((sum, y) => sum + y * y, 0);
    expect(fit.rsquared).toBeCloseTo(1 - fit.rss / squares, 14);
    expect(fit.warnings.map(({ code }) => code)).toEqual(['uncentred-r2']);
  });

  it('names kernel, bandwidth and order of hac', async () => {
    const vcov = { type: 'hac', bandwidth: 1 } as const;
    const fit = await ols(data, { formula: 'y ~ x', panel: { unit: 'id', time: 't' }, vcov });
    expect(fit.vcov).toMatchObject({ kernel: 'bartlett', bandwidth: 1, order: 't' });
    expect(toText(fit)).toContain('HAC, Bartlett kernel, 1 lag, ordered by t');
  });

  it('is bootstrapped by rows, as its model says', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ x' });
    const { scheme, units } = await bootstrap(fit, { reps: 9, workers: 0 }).result;
    expect({ scheme, units }).toEqual({ scheme: 'pairs', units: data.y.length });
  });
});
