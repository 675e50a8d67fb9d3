import { describe, expect, it } from 'vitest';
import { gmm, type GmmModelInput, parseModel } from 'wasmetrics';
import { data, failure, keys } from './instruments.js';

type Options = Omit<GmmModelInput, 'estimator' | 'data'>;

function fit(options: Options) {
  return gmm(data, options);
}

function parsed(rest: object = {}) {
  return parseModel({ estimator: 'gmm', formula: 'y ~ w | x ~ z + z2', ...rest });
}

describe('the model file of linear GMM', () => {
  it('takes two steps with a robust weight, and its covariance, where nothing is said', () => {
    expect(parsed()).toEqual({
      estimator: 'gmm',
      formula: 'y ~ w | x ~ z + z2',
      method: 'two-step',
      weight: { type: 'robust', center: false },
      vcov: { type: 'HC0', small: false },
      absorb: { tolerance: 1e-10, maxIterations: 10_000 },
      diagnostics: true,
      cTests: [],
      level: 0.95,
    });
  });

  it.each<[object, object, object]>([
    [{ cluster: 'g' }, { type: 'cluster', cluster: ['g'] }, { type: 'CV1', cluster: ['g'] }],
    [{ type: 'unadjusted' }, { type: 'unadjusted' }, { type: 'unadjusted' }],
    [
      { type: 'hac', order: 't', bandwidth: 2, kernel: 'qs' },
      { type: 'hac', order: 't', bandwidth: 2, kernel: 'qs' },
      { type: 'hac', order: 't', bandwidth: 2, kernel: 'qs' },
    ],
  ])('gives the covariance what the weight %j has', (weight, resolved, vcov) => {
    const small = false;
    expect(parsed({ weight })).toMatchObject({
      weight: { ...resolved, center: false },
      vcov: { ...vcov, small },
    });
    expect(parsed({ weight, vcov: { small: true } })).toMatchObject({
      vcov: { ...vcov, small: true },
    });
  });

  it('lets the covariance be another than the weight', () => {
    const model = parsed({ weight: { cluster: 'g' }, vcov: { type: 'robust', small: true } });
    expect(model.vcov).toEqual({ type: 'HC1', small: true });
  });

  it('clusters both by unit within units, where robust is inconsistent', () => {
    expect(parsed({ panel: keys, effects: 'within' })).toMatchObject({
      weight: { type: 'cluster', cluster: ['id'], center: false },
      vcov: { type: 'CV1', cluster: ['id'], small: false },
    });
  });

  it('stops iterations at 1e-8 or after 100, where there are any', () => {
    for (const method of ['iterated', 'cue']) {
      expect(parsed({ method })).toMatchObject({ tolerance: 1e-8, maxIterations: 100 });
    }
    expect(parsed({ method: 'one-step' })).not.toHaveProperty('tolerance');
  });

  it('parses to itself', () => {
    for (const rest of [
      { method: 'cue', weight: { cluster: 'g id', center: true } },
      { method: 'iterated', tolerance: 1e-6, weight: { type: 'hac' }, panel: keys },
      { weight: { type: 'unadjusted' }, weights: { column: 'weight', type: 'probability' } },
      { panel: keys, effects: 'within' },
    ]) {
      const model = parsed(rest);
      expect(parseModel(model)).toEqual(model);
    }
  });

  it.each<[object, string]>([
    [
      { method: '2sls' },
      'model: method: expected one of one-step, two-step, iterated, cue, found "2sls"',
    ],
    [
      { weight: { type: 'HC1' } },
      'model: weight.type: expected one of unadjusted, robust, cluster, hac, driscoll-kraay, found "HC1"',
    ],
    [
      { weight: { type: 'cluster' } },
      'model: weight.cluster: expected the column of the clusters with type cluster, found nothing',
    ],
    [
      { weight: { type: 'robust', cluster: 'g' } },
      'model: weight.type: expected cluster with weight.cluster, found "robust"',
    ],
    [
      { weight: { cluster: 'g id t a b' } },
      'model: weight.cluster: expected at most 4 columns, found ["g","id","t","a","b"]',
    ],
    [
      { weight: { type: 'robust', bandwidth: 2 } },
      'model: weight.bandwidth: expected nothing with type robust, found 2',
    ],
    [
      { weight: { type: 'hac' } },
      'model: weight.order: expected a column that orders the rows, as hac needs one, found nothing',
    ],
    [
      { weight: { type: 'unadjusted', center: true } },
      'model: weight.center: expected false with type unadjusted, found true',
    ],
    [
      {
        weight: { type: 'hac', order: 't' },
        weights: { column: 'weight', type: 'frequency' },
      },
      'model: weights.type: expected analytic or probability with type hac, found "frequency"',
    ],
    [
      { tolerance: 1e-6 },
      'model: tolerance: expected nothing with method two-step, found 0.000001',
    ],
    [
      { method: 'one-step', maxIterations: 9 },
      'model: maxIterations: expected nothing with method one-step, found 9',
    ],
    [
      { method: 'cue', tolerance: 1 },
      'model: tolerance: expected a number above 0 and below 1, found 1',
    ],
    [
      { method: 'cue', maxIterations: 0 },
      'model: maxIterations: expected a whole number of at least 1, found 0',
    ],
    [
      { vcov: { type: 'HC2' } },
      'model: vcov.type: expected unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with instruments',
    ],
    [{ fuller: 1 }, 'model: fuller is not available for the estimator gmm'],
    [{ wieght: {} }, 'model: unknown key wieght (did you mean "weight"?)'],
  ])('says what is wrong with %j', (rest, message) => {
    expect(() => parsed(rest)).toThrow(message);
  });

  it('names itself in the messages of a formula', async () => {
    const error = await failure(fit({ formula: 'y ~ w' }));
    expect(error.message).toBe(
      'gmm: formula "y ~ w" has no instruments; expected y ~ exogenous | endogenous ~ instruments',
    );
  });
});
