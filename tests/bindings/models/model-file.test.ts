import { describe, expect, it } from 'vitest';
import { InputError } from '../../../bindings/core/errors/errors.js';
import { parseModel } from '../../../bindings/models/reading/model-file.js';
import type { DpdModel, DpdModelInput } from '../../../bindings/models/dpd/model.js';

const minimal: DpdModelInput = {
  estimator: 'dpd',
  formula: 'n ~ L.n + w',
  panel: { unit: 'id', time: 'year' },
  gmm: [{ vars: 'n w', lags: [2, null] }],
};

const parseDpd = (value: unknown) => parseModel(value) as DpdModel;

function failure(value: unknown): InputError {
  try {
    parseModel(value);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('the model was accepted');
}

const message = (value: unknown) => failure(value).message;

describe('parseModel', () => {
  it('fills in the defaults of the contract', () => {
    expect(parseModel(minimal)).toEqual({
      estimator: 'dpd',
      formula: 'n ~ L.n + w',
      panel: { unit: 'id', time: 'year', step: 1 },
      transform: 'fd',
      system: true,
      gmm: [
        { vars: ['n', 'w'], lags: [2, null], collapse: false, equation: 'both', passthru: false },
      ],
      iv: [],
      timeEffects: false,
      steps: 2,
      h: 3,
      gaps: 'strict',
      pca: false,
      compat: 'xtabond2',
      arOrders: 2,
      arLevels: false,
      nonlinear: false,
      diffHansen: [],
      baselines: true,
      vcov: { type: 'windmeijer', small: false },
      collinear: 'omit',
      level: 0.95,
    });
  });

  it('chooses the robust covariance at step 1', () => {
    expect(parseModel({ ...minimal, steps: 1 }).vcov.type).toBe('robust');
    expect(parseModel({ ...minimal, steps: 1, vcov: { small: true } }).vcov).toEqual({
      type: 'robust',
      small: true,
    });
  });

  it('returns a model that parses to itself', () => {
    const full = parseModel({
      ...minimal,
      data: 'firms.csv',
      where: 'year > 1977',
      iv: [{ vars: ['k', '`odd name`'], equation: 'level' }],
      bootstrap: { reps: 100, seed: 2 ** 53 - 1, ci: ['basic', 'normal'], progress: true },
    });
    expect(parseModel(full)).toEqual(full);
  });

  it('reads a path for data and the words of vars', () => {
    const model = parseDpd({
      ...minimal,
      data: 'firms.csv',
      iv: [{ vars: 'k `odd name` L(0:2).ys i(year, ref=1980)' }],
    });
    expect(model.data).toEqual({ file: 'firms.csv' });
    expect(model.iv[0]!.vars).toEqual(['k', '`odd name`', 'L(0:2).ys', 'i(year, ref=1980)']);
  });

  it('gives a bootstrap its defaults', () => {
    expect(parseModel({ ...minimal, bootstrap: { reps: 10 } }).bootstrap).toEqual({
      scheme: 'cluster',
      reps: 10,
      seed: 1,
      ci: ['percentile'],
      recenter: true,
      pValue: 'symmetric',
    });
    const one = { ...minimal, bootstrap: { reps: 10, ci: 'normal' } };
    expect(parseModel(one).bootstrap?.ci).toEqual(['normal']);
  });

  it('keeps negative lags and a single lag', () => {
    const model = parseDpd({ ...minimal, gmm: [{ vars: 'n', lags: [-1, -1] }] });
    expect(model.gmm[0]!.lags).toEqual([-1, -1]);
  });
});

describe('parseModel on unknown keys', () => {
  it.each([
    [{ ...minimal, formla: 'n ~ w' }, 'model: unknown key formla (did you mean "formula"?)'],
    [
      { ...minimal, gmm: [{ vars: 'n', lag: [2, 4] }] },
      'model: unknown key gmm[0].lag (did you mean "lags"?)',
    ],
    [{ ...minimal, vcov: { smal: true } }, 'model: unknown key vcov.smal (did you mean "small"?)'],
    [
      { ...minimal, panel: { unit: 'id', tiem: 'year' } },
      'model: unknown key panel.tiem (did you mean "time"?)',
    ],
    [
      { ...minimal, bootstrap: { reps: 9, sed: 1 } },
      'model: unknown key bootstrap.sed (did you mean "seed"?)',
    ],
    [{ ...minimal, data: { fil: 'a.csv' } }, 'model: unknown key data.fil (did you mean "file"?)'],
    [
      { ...minimal, zzzzzzzz: 1 },
      'model: unknown key zzzzzzzz (there are data, append, reshape, merge, build, panel, where, samples, split, fsplit, estimator, formula, ... and 24 more)',
    ],
    [{ ...minimal, effects: 'within' }, 'model: effects is not available for the estimator dpd'],
    [
      { ...minimal, vcov: { bandwidth: 4 } },
      'model: vcov.bandwidth is not available for the estimator dpd',
    ],
  ])('names the path and the nearest key: %#', (value, expected) => {
    expect(message(value)).toBe(expected);
    expect(failure(value).code).toBe('unknown-key');
  });

  it('says which estimators there are', () => {
    const error = failure({ estimator: 'nothing', formula: 'y ~ x', weights: 'w' });
    expect(error.code).toBe('unknown-estimator');
    expect(error.message).toBe(
      'model: there is no estimator "nothing"; this version has the estimators dpd, gmm, iv, ols, panel',
    );
  });

  it('meets a misspelt key for the estimator with the right one', () => {
    expect(message({ estimater: 'dpd', formula: 'y ~ x' })).toBe(
      'model: unknown key estimater (did you mean "estimator"?)',
    );
    expect(message({ formula: 'y ~ x' })).toBe(
      'model: estimator: expected dpd, gmm, iv, ols or panel, found nothing',
    );
  });
});

describe('parseModel on wrong values', () => {
  const lags = 'a pair [a, b] of whole numbers with a <= b, or [a, null] for all from a on';
  const reps = 'a whole number of at least 1';
  const seed = 'a whole number from 0 to 9007199254740991';
  const group = { vars: 'n', lags: [2, 4] };
  it.each([
    [null, 'model: expected keys and values, found null'],
    ['dpd', 'model: expected keys and values, found "dpd"'],
    [
      { ...minimal, formula: undefined },
      'model: formula: expected a formula such as n ~ L.n + w, found nothing',
    ],
    [
      { estimator: 'dpd' },
      'model: panel: expected {unit, time}, the columns of units and periods (add --unit and --time, or panel: {unit, time} in a model), found nothing',
    ],
    [
      { ...minimal, estimator: 7 },
      'model: estimator: expected dpd, gmm, iv, ols or panel, found 7',
    ],
    [
      { ...minimal, level: 95 },
      'model: level: expected a confidence level from 0.5 to below 1, such as 0.95 (did you mean 0.95?), found 95',
    ],
    [
      { ...minimal, level: 1 },
      'model: level: expected a confidence level from 0.5 to below 1, such as 0.95, found 1',
    ],
    [
      { ...minimal, level: NaN },
      'model: level: expected a confidence level from 0.5 to below 1, such as 0.95, found NaN',
    ],
    [
      { ...minimal, bootstrap: { seed: 1 } },
      'model: bootstrap.reps: expected a whole number of at least 1, found nothing',
    ],
    [
      { ...minimal, bootstrap: { reps: 9, recenter: 'el' } },
      'model: bootstrap.recenter: expected true, false or brown-newey, found "el"',
    ],
    [
      { ...minimal, steps: 'cueing' },
      'model: steps: expected 1, 2, iterated or cue, found "cueing"',
    ],
    [
      { ...minimal, arOrders: -1 },
      'model: arOrders: expected a whole number from 0 to 1000, found -1',
    ],
    [
      { ...minimal, arOrders: 1001 },
      'model: arOrders: expected a whole number from 0 to 1000, found 1001',
    ],
    [{ ...minimal, h: 4 }, 'model: h: expected 1, 2 or 3, found 4'],
    [{ ...minimal, transform: 'XD' }, 'model: transform: expected fd, fod or level, found "XD"'],
    [
      { ...minimal, compat: 'Stata' },
      'model: compat: expected xtabond2, gretl, plm or xtdpdgmm, found "Stata"',
    ],
    [{ ...minimal, system: 'no' }, 'model: system: expected true or false, found "no"'],
    [{ ...minimal, data: 5 }, 'model: data: expected keys and values, found 5'],
    [
      { ...minimal, gmm: group },
      'model: gmm: expected a list of {vars, lags}, found {"vars":"n","lags":[2,4]}',
    ],
    [
      { ...minimal, gmm: [{ ...group, vars: '' }] },
      'model: gmm[0].vars: expected at least one variable, found []',
    ],
    [
      { ...minimal, gmm: [{ ...group, vars: ['n', 3] }] },
      'model: gmm[0].vars[1]: expected a variable such as n or L1.n, found 3',
    ],
    [
      { ...minimal, gmm: [{ vars: 'n', lags: [4, 2] }] },
      `model: gmm[0].lags: expected ${lags}, found [4,2]`,
    ],
    [
      { ...minimal, gmm: [{ vars: 'n', lags: 2 }] },
      `model: gmm[0].lags: expected ${lags}, found 2`,
    ],
    [
      { ...minimal, gmm: [{ vars: 'n', lags: [1, 2, 3] }] },
      `model: gmm[0].lags: expected ${lags}, found [1,2,3]`,
    ],
    [
      { ...minimal, gmm: [{ vars: 'n', lags: [1.5, 2] }] },
      `model: gmm[0].lags[0]: expected ${lags}, found 1.5`,
    ],
    [
      { ...minimal, iv: [{ vars: 'k', equation: 'levels' }] },
      'model: iv[0].equation: expected both, diff or level, found "levels"',
    ],
    [
      { ...minimal, vcov: { type: 'HC1' } },
      'model: vcov.type: expected unadjusted, robust, windmeijer, windmeijer-step or doubly-corrected, found "HC1"',
    ],
    [
      { ...minimal, panel: { unit: 'id', time: 'year', step: 0 } },
      'model: panel.step: expected a number above 0, found 0',
    ],
    [{ ...minimal, bootstrap: { reps: 0 } }, `model: bootstrap.reps: expected ${reps}, found 0`],
    [{ ...minimal, bootstrap: { reps: -5 } }, `model: bootstrap.reps: expected ${reps}, found -5`],
    [
      { ...minimal, bootstrap: { reps: 1.5 } },
      `model: bootstrap.reps: expected ${reps}, found 1.5`,
    ],
    [
      { ...minimal, bootstrap: { reps: 9, seed: 1.5 } },
      `model: bootstrap.seed: expected ${seed}, found 1.5`,
    ],
    [
      { ...minimal, bootstrap: { reps: 9, seed: -1 } },
      `model: bootstrap.seed: expected ${seed}, found -1`,
    ],
    [
      { ...minimal, bootstrap: { reps: 9, seed: 2 ** 53 } },
      `model: bootstrap.seed: expected ${seed}, found 9007199254740992`,
    ],
    [
      { ...minimal, bootstrap: { reps: 9, ci: ['tilted'] } },
      'model: bootstrap.ci[0]: expected percentile, basic, normal, studentized or bca, found "tilted"',
    ],
    [
      { ...minimal, bootstrap: { reps: 9, precision: 1 } },
      'model: bootstrap.precision: expected a number between 0 and 1, found 1',
    ],
    [
      { ...minimal, bootstrap: { reps: 9, pValue: 'upper' } },
      'model: bootstrap.pValue: expected symmetric, equal-tail, greater or less, found "upper"',
    ],
    [
      { ...minimal, bootstrap: { reps: 9, scheme: 'wild' } },
      'model: bootstrap.scheme: expected cluster, as the moments of dpd are sums over units that are drawn whole, found "wild"',
    ],
    [
      { ...minimal, steps: 1, vcov: { type: 'windmeijer' } },
      'model: vcov.type: expected robust, doubly-corrected or unadjusted with steps 1, found "windmeijer"',
    ],
    [
      { ...minimal, system: false, iv: [{ vars: 'k', equation: 'level' }] },
      'model: iv[0].equation: expected diff or both, as system is false, found "level"',
    ],
  ])('says where, what was expected and what was found: %#', (value, expected) => {
    expect(message(value)).toBe(expected);
    expect(failure(value).code).toBe('bad-value');
  });
});
