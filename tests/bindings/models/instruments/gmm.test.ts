import { describe, expect, it } from 'vitest';
import { gmm, iv, parseModel, type FitResult } from 'wasmetrics';
import type { GmmModelInput } from 'wasmetrics/types';
import { data, failure, keys } from './iv-sample.js';

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
      collinear: 'omit',
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
      'model: weight.order: expected a column that orders the rows, as hac needs one (--order; or add --unit and --time, or panel: {unit, time} in a model), found nothing',
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

describe('an estimate by linear GMM', () => {
  const formula = 'y ~ w | x ~ z + z2';

  it('is 2SLS with the unadjusted weight, with Sargan for J', async () => {
    const found = await fit({ formula, weight: { type: 'unadjusted' } });
    const expected: FitResult = await iv(data, { formula });
    for (const [name, value] of Object.entries(expected.params)) {
      expect(found.params[name]).toBeCloseTo(value, 12);
      expect(found.stdErrors[name]).toBeCloseTo(expected.stdErrors[name]!, 12);
    }
    expect(found.tests.hansen?.stat).toBeCloseTo(expected.tests.sargan!.stat!, 10);
  });

  it('gives J under both of its names, and the reason where there is none', async () => {
    const two = await fit({ formula });
    expect(two.tests.hansen).toMatchObject({ df: 1 });
    expect(two.tests.jTest).toEqual(two.tests.hansen);
    expect((await fit({ formula: 'y ~ w | x ~ z' })).tests.hansen).toMatchObject({
      reason: 'the model is exactly identified',
    });
    expect((await fit({ formula, method: 'one-step' })).tests.hansen).toMatchObject({
      reason: 'the one-step weighting matrix is not the inverse of the covariance of the moments',
    });
  });

  it('keeps the trace of iterated estimates to the last', async () => {
    const found = await fit({ formula, method: 'iterated' });
    expect(found.converged).toBe(true);
    expect(found.trace).toHaveLength(found.iterations!);
    expect(found.trace!.at(-1)!.params).toEqual(found.params);
    expect(Object.keys(found.trace![0]!.params)).toEqual(['x', 'w', '_cons']);
  });

  it('lowers J where the weight moves with the coefficients, below that of iterated estimates', async () => {
    const iterated = await fit({ formula, method: 'iterated', tolerance: 1e-12 });
    const cue = await fit({ formula, method: 'cue' });
    expect(cue.tests.hansen!.stat!).toBeLessThanOrEqual(iterated.tests.hansen!.stat!);
    expect(cue.converged).toBe(true);
  });

  it('says how far an iteration came that did not converge', async () => {
    const options = { formula, method: 'cue', maxIterations: 1, tolerance: 1e-14 } as const;
    const error = await failure(fit(options));
    expect(error.code).toBe('not-converged');
    expect(error.exitCode).toBe(6);
    expect(error.message).toMatch(
      /^gmm: the continuously updated estimates have not converged to 1e-14 after 1 iteration \(tolerance, maxIterations\); best point x .*, w .*, _cons .*, where J is /,
    );
    expect(error.detail).toMatchObject({ maxIterations: 1, tolerance: 1e-14 });
    expect(error.detail['params']).toHaveProperty('_cons');
  });

  it('warns of a singular weight and refuses one too small for the coefficients', async () => {
    const many = await fit({
      formula: 'y ~ w | x ~ z + z2 + z3 + a + b + i(t)',
      weight: { cluster: 'g' },
    });
    expect(many.warnings).toContainEqual({
      code: 'singular-weighting',
      message:
        'the covariance of the moments is singular (rank 8 of 11): its Moore-Penrose inverse weights them',
      detail: { rank: 8, of: 11 },
    });
    expect(many.weightingMatrix).toEqual({
      type: 'cluster',
      clusters: [{ column: 'g', count: 8 }],
      center: false,
      rank: 8,
    });
    const error = await failure(
      fit({ formula: 'y ~ w + a + b + z2 + z3 | x ~ z + i(t)', weight: { cluster: 't' } }),
    );
    expect(error.message).toBe(
      'gmm: the weighting matrix has rank 5; expected at least 7, the number of coefficients: use another weighting matrix',
    );
  });

  it('describes weight and covariance apart, each with its own clusters', async () => {
    const found = await fit({ formula, weight: { cluster: 'g' }, vcov: { cluster: 'id' } });
    expect(found.weightingMatrix).toMatchObject({ clusters: [{ column: 'g', count: 8 }] });
    expect(found.vcov).toMatchObject({ type: 'CV1', clusters: [{ column: 'id', count: 8 }] });
    const robust = await fit({ formula, vcov: { cluster: 'id' } });
    expect(robust.weightingMatrix).toEqual({ type: 'robust', center: false, rank: 4 });
  });

  it('has no constant beside absorbed effects', async () => {
    const found = await fit({ formula, panel: keys, effects: 'within' });
    expect(Object.keys(found.params)).toEqual(['x', 'w']);
    expect(found.tests.wald).toMatchObject({ df: 2 });
    expect(found.warnings.map(({ code }) => code)).toEqual(['few-clusters']);
  });

  it('tests sets of instruments with the weight of J', async () => {
    const found = await fit({
      formula: 'y ~ w | x ~ z + z2 + i(t)',
      cTests: [{ vars: 'z2' }, { vars: 'i(t)' }, { vars: 'w z2' }],
    });
    const tests = found.tests.cTests!;
    expect(tests.map(({ instruments }) => instruments)).toEqual([
      ['z2'],
      ['t=2001', 't=2002', 't=2003', 't=2004'],
      ['w', 'z2'],
    ]);
    for (const { instruments, test } of tests) {
      expect(test).toMatchObject({ df: instruments.length });
      expect(test.stat!).toBeGreaterThanOrEqual(0);
      expect(test.stat!).toBeLessThanOrEqual(found.tests.hansen!.stat! + 1e-9);
    }
    const { tests: just } = await fit({ formula, cTests: [{ vars: 'z2' }, { vars: 'z z2' }] });
    expect(just.cTests![0]!.test.stat).toBeCloseTo(just.hansen!.stat!, 8);
    expect(just.cTests![1]!.test).toMatchObject({
      reason: expect.stringContaining('without the tested instruments the model is not identified'),
    });
  });
});
