import { describe, expect, it } from 'vitest';
import { iv, parseModel } from 'wasmetrics';
import type { IvModelInput } from 'wasmetrics/types';
import { data, failure, keys } from './iv-sample.js';

type Options = Omit<IvModelInput, 'estimator' | 'data'>;

function fit(options: Options) {
  return iv(data, options);
}

function parsed(rest: object = {}) {
  return parseModel({ estimator: 'iv', formula: 'y ~ w | x ~ z', ...rest });
}

describe('the model file of instrumental variables', () => {
  it('takes 2SLS and unadjusted standard errors without a factor where nothing is said', () => {
    expect(parsed()).toEqual({
      estimator: 'iv',
      formula: 'y ~ w | x ~ z',
      method: '2sls',
      vcov: { type: 'unadjusted', small: false },
      absorb: { tolerance: 1e-10, maxIterations: 10_000 },
      diagnostics: true,
      cTests: [],
      collinear: 'omit',
      level: 0.95,
    });
  });

  it('takes alpha 1 for Fuller, and a kappa for the k-class', () => {
    expect(parsed({ method: 'fuller' })).toMatchObject({ method: 'fuller', fuller: 1 });
    expect(parsed({ method: 'fuller', fuller: 4 })).toMatchObject({ fuller: 4 });
    expect(parsed({ method: 'kclass', kappa: 0.5 })).toMatchObject({ kappa: 0.5 });
  });

  it('reads robust as HC0, as HC1 with small, and as clustered by unit within units', () => {
    expect(parsed({ vcov: { type: 'robust' } }).vcov).toEqual({ type: 'HC0', small: false });
    expect(parsed({ vcov: { type: 'robust', small: true } }).vcov).toEqual({
      type: 'HC1',
      small: true,
    });
    const within = { panel: keys, effects: 'within', vcov: { type: 'robust' } };
    expect(parsed(within).vcov).toEqual({ type: 'CV1', cluster: ['id'], small: false });
  });

  it('reads names of instruments to test in any of the ways to write a list', () => {
    const cTests = [{ vars: 'z z2' }, { vars: ['`odd name`'] }];
    expect(parsed({ cTests })).toMatchObject({
      cTests: [{ vars: ['z', 'z2'] }, { vars: ['`odd name`'] }],
    });
  });

  it('parses to itself', () => {
    for (const rest of [
      { method: 'fuller', vcov: { type: 'robust', small: true } },
      { method: 'kclass', kappa: 0, weights: { column: 'weight', type: 'probability' } },
      { panel: keys, effects: 'within', vcov: { type: 'robust' } },
      { panel: keys, effects: 'first-difference', vcov: { type: 'hac', bandwidth: 2 } },
      { cTests: [{ vars: 'z' }], diagnostics: false },
    ]) {
      const model = parsed(rest);
      expect(parseModel(model)).toEqual(model);
    }
  });

  it.each<[object, string]>([
    [{ method: '3sls' }, 'model: method: expected one of 2sls, liml, fuller, kclass, found "3sls"'],
    [{ fuller: 1 }, 'model: fuller: expected nothing with method 2sls, found 1'],
    [{ method: 'fuller', fuller: -1 }, 'model: fuller: expected a number of at least 0, found -1'],
    [{ method: 'liml', kappa: 1 }, 'model: kappa: expected nothing with method liml, found 1'],
    [
      { method: 'kclass' },
      'model: kappa: expected a number of at least 0 with method kclass, found nothing',
    ],
    [
      { effects: 'random', panel: keys },
      'model: effects: expected within or first-difference, found "random"',
    ],
    [
      { effects: 'within' },
      'model: panel: expected {unit, time} with effects within (add --unit and --time, or panel: {unit, time} in a model), found nothing',
    ],
    [
      { vcov: { type: 'HC3' } },
      'model: vcov.type: expected unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with instruments, as HC2 to HC4, CV2 and CV3 need the leverages of least squares, found "HC3"',
    ],
    [
      { vcov: { type: 'CV2', cluster: 'g' } },
      'model: vcov.type: expected unadjusted, HC0, HC1, CV1, hac or driscoll-kraay with instruments, as HC2 to HC4, CV2 and CV3 need the leverages of least squares, found "CV2"',
    ],
    [
      { vcov: { type: 'cluster' } },
      'model: vcov.cluster: expected the column of the clusters with type CV1, found nothing',
    ],
    [
      { vcov: { type: 'hac' } },
      'model: vcov.order: expected a column that orders the rows, as hac needs one (--order; or add --unit and --time, or panel: {unit, time} in a model), found nothing',
    ],
    [{ diagnostics: 'yes' }, 'model: diagnostics: expected true or false, found "yes"'],
    [
      { cTests: [{ vars: [] }] },
      'model: cTests[0].vars: expected at least one instrument, found []',
    ],
    [{ cTests: [{ vars: 'z', group: 1 }] }, 'model: unknown key cTests[0].group'],
    [{ weight: 'robust' }, 'model: weight is not available for the estimator iv'],
    [
      { bootstrap: {} },
      'model: bootstrap.reps: expected a whole number of at least 1, found nothing',
    ],
    [{ metod: 'liml' }, 'model: unknown key metod (did you mean "method"?)'],
  ])('says what is wrong with %j', (rest, message) => {
    expect(() => parsed(rest)).toThrow(message);
  });
});

describe('the formula of instrumental variables', () => {
  it.each<[string, string, string]>([
    [
      'y ~ w + x',
      'formula-parts',
      'iv: formula "y ~ w + x" has no instruments; expected y ~ exogenous | endogenous ~ instruments',
    ],
    [
      'y ~ w | x + x ~ z',
      'endogenous-twice',
      'iv: "x" is listed twice among the endogenous variables of "y ~ w | x + x ~ z"; expected it once',
    ],
    [
      'y ~ w + x | x ~ z',
      'endogenous-and-exogenous',
      'iv: "x" is both exogenous and endogenous in "y ~ w + x | x ~ z"; expected it in one place',
    ],
    [
      'y ~ w | y ~ z',
      'outcome-as-regressor',
      'iv: "y" is on both sides of "y ~ w | y ~ z"; remove it from the right side, or use a lag of it',
    ],
    [
      'y ~ w | x ~ z + y',
      'outcome-as-instrument',
      'iv: "y" is the outcome and an instrument in "y ~ w | x ~ z + y"; remove it from the instruments',
    ],
    [
      'y ~ w | x ~ z + w',
      'instrument-as-regressor',
      'iv: "w" is an exogenous regressor and an instrument in "y ~ w | x ~ z + w"; expected it among the regressors only, as exogenous regressors are their own instruments',
    ],
    [
      'y ~ a:b | x ~ z + b:a',
      'instrument-as-regressor',
      'iv: "b:a" is an exogenous regressor and an instrument',
    ],
    [
      'y ~ w | x ~ z + x',
      'instrument-as-regressor',
      'iv: "x" is an endogenous variable and an instrument in "y ~ w | x ~ z + x"; expected it among the exogenous regressors if it is exogenous, else only among the endogenous',
    ],
  ])('%s is refused', async (formula, code, message) => {
    const error = await failure(fit({ formula }));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
    expect(error.exitCode).toBe(3);
  });

  it('says how many instruments are missing', async () => {
    const error = await failure(fit({ formula: 'y ~ w | x + x2 ~ z' }));
    expect(error.code).toBe('under-identified');
    expect(error.exitCode).toBe(4);
    expect(error.message).toBe(
      'iv: 1 instrument (z) for 2 endogenous regressors (x, x2); expected at least 1 more',
    );
    expect(error.detail).toEqual({
      instruments: ['z'],
      endogenous: ['x', 'x2'],
      dropped: [],
      missing: 1,
    });
  });
});
