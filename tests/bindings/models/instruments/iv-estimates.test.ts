import { describe, expect, it } from 'vitest';
import { delta, hausman, iv, ols, wald, type FitResult } from 'wasmetrics';
import { toMarkdown, toText } from 'wasmetrics/report';
import type { IvModelInput } from 'wasmetrics/types';
import { data, failure, keys } from './iv-sample.js';

type Options = Omit<IvModelInput, 'estimator' | 'data'>;

function fit(options: Options) {
  return iv(data, options);
}

describe('an estimate by instrumental variables', () => {
  it('leaves collinear instruments out, names them and does not count them', async () => {
    const found = await fit({ formula: 'y ~ w | x ~ z + wAgain + z2 + zSum' });
    const kept = await fit({ formula: 'y ~ w | x ~ z + z2' });
    for (const [name, value] of Object.entries(kept.params)) {
      expect(found.params[name]).toBeCloseTo(value, 12);
      expect(found.stdErrors[name]).toBeCloseTo(kept.stdErrors[name]!, 12);
    }
    expect(found.tests.sargan!.stat).toBeCloseTo(kept.tests.sargan!.stat!, 10);
    expect(found.tests.sargan).toMatchObject({ df: 1 });
    expect(found).toMatchObject({ ninstruments: 6, rankInstruments: 4 });
    expect(found.warnings).toMatchObject([
      {
        code: 'collinear-instruments',
        message:
          'instruments left out as linear combinations of exogenous regressors and other instruments: wAgain, zSum; 2 of 4 remain and count in every degree of freedom',
      },
    ]);
    expect(found.instruments).toEqual([
      { name: 'w', group: 'included' },
      { name: '_cons', group: 'included' },
      { name: 'z', group: 'excluded' },
      { name: 'wAgain', group: 'excluded', dropped: 'collinear' },
      { name: 'z2', group: 'excluded' },
      { name: 'zSum', group: 'excluded', dropped: 'collinear' },
    ]);
  });

  it.each<[Options, string, string]>([
    [
      { formula: 'y ~ w | x ~ wAgain' },
      'under-identified',
      'iv: no instrument for 1 endogenous regressor (x), with wAgain left out as a linear combination of exogenous regressors and other instruments; expected at least 1 more',
    ],
    [
      { formula: 'y ~ w + wAgain | x ~ z', collinear: 'error' },
      'rank-deficient',
      'iv: regressor "wAgain" is a linear combination of w, _cons; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ w | wAgain ~ z' },
      'rank-deficient',
      'iv: regressor "wAgain" is a linear combination of w, _cons; no endogenous regressor is left without it; take what explains it out of the formula, or use ols with the exogenous regressors',
    ],
    [
      {
        formula: 'y ~ w + id | x ~ z',
        panel: keys,
        effects: 'within',
        collinear: 'error',
      },
      'rank-deficient',
      'iv: regressor "id" does not vary within id, so its coefficient is not identified; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ w | x ~ z', panel: keys, effects: 'within', where: 't == 2000' },
      'group-of-one',
      'iv: each of the 8 units of id has one row; expected units with two or more',
    ],
    [
      { formula: 'y ~ w | x ~ z', where: 't == 2000 && id < 3' },
      'no-degrees-of-freedom',
      'iv: 3 rows for 3 coefficients (x, w, _cons); expected more rows than these together: leave out regressors or effects',
    ],
    [
      { formula: 'y ~ w | x ~ z + z2', cTests: [{ vars: 'z3' }] },
      'not-an-instrument',
      'iv: cTests[0]: "z3" is not an instrument of the formula (did you mean "z"?)',
    ],
    [
      { formula: 'y ~ w | x ~ z + z2', method: 'kclass', kappa: 5 },
      'not-positive-definite',
      'iv: the normal equations with kappa 5 are not positive definite; expected a smaller kappa',
    ],
    [
      { formula: 'y ~ w | x ~ z', vcov: { type: 'hac', order: 't' } },
      'shape-mismatch',
      'iv: column "t" orders the rows and must differ between rows',
    ],
  ])('%j is an error', async (options, code, message) => {
    const error = await failure(fit(options));
    expect(error.code).toBe(code);
    expect(error.message).toContain(message);
  });

  it('needs every instrument in a row, and counts the rows lost', async () => {
    const z2 = data.z2.map((value, i) => (i < 3 ? NaN : value));
    const found = await iv({ ...data, z2 }, { formula: 'y ~ w | x ~ z + z2' });
    expect(found.nobs).toBe(37);
    expect(found.sample.lost).toMatchObject([{ reason: 'z2 missing', rows: 3 }]);
  });

  it('is least squares with kappa 0 or with a copy as instrument', async () => {
    const expected = await ols(data, { formula: 'y ~ x + w' });
    const zero = await fit({ formula: 'y ~ w | x ~ z', method: 'kclass', kappa: 0 });
    const copy: FitResult = await iv({ ...data, copy: data.x }, { formula: 'y ~ w | x ~ copy' });
    for (const [name, value] of Object.entries(expected.params)) {
      expect(zero.params[name]).toBeCloseTo(value, 12);
      expect(copy.params[name]).toBeCloseTo(value, 12);
    }
  });

  it('takes unit effects out, with those of the formula, and reports the constant', async () => {
    const within = await fit({ formula: 'y ~ w | x ~ z + z2', panel: keys, effects: 'within' });
    const absorbed = await fit({ formula: 'y ~ w | id | x ~ z + z2' });
    const dummies = await fit({ formula: 'y ~ w + i(id) | x ~ z + z2' });
    expect(within.title).toBe('Two-stage least squares, fixed effects (within)');
    expect(within).toMatchObject({ ngroups: 8, absorbed: [{ name: 'id', levels: 8 }] });
    expect(within.rsquared).toBeUndefined();
    expect(within.rsquaredWithin).toBeGreaterThan(0);
    for (const name of ['x', 'w']) {
      expect(within.params[name]).toBeCloseTo(dummies.params[name]!, 10);
      expect(absorbed.params[name]).toBeCloseTo(dummies.params[name]!, 10);
    }
    expect(within.params).toHaveProperty('_cons');
  });

  it('differences every variable by calendar time', async () => {
    const found = await fit({
      formula: 'y ~ w | x ~ z + z2',
      panel: keys,
      effects: 'first-difference',
    });
    const own = await fit({ formula: 'D.y ~ D.w | D.x ~ D.z + D.z2', panel: keys });
    expect(found.title).toBe('Two-stage least squares, first differences');
    expect(found.params['x']).toBeCloseTo(own.params['D.x']!, 12);
    expect(found.nobs).toBe(32);
  });

  it('says of tests that do not exist why', async () => {
    const { tests } = await fit({ formula: 'y ~ w | x ~ z' });
    for (const name of ['sargan', 'basmann', 'wooldridgeScore'] as const) {
      expect(tests[name]).toMatchObject({ stat: null });
      expect(tests[name]).toHaveProperty('reason', expect.stringContaining('exactly identified'));
    }
  });

  it('leaves tests of the instruments out where they are not wanted or cannot be', async () => {
    const without = await fit({ formula: 'y ~ w | x ~ z + z2', diagnostics: false });
    expect(Object.keys(without.tests)).toEqual(['wald']);
    const y = data.x.map((value, i) => 2 * value + data.w[i]!);
    const perfect = await iv({ ...data, y }, { formula: 'y ~ w | x ~ z + z2' });
    expect(perfect.warnings).toContainEqual({
      code: 'no-diagnostics',
      message: 'the instruments are not tested: the residuals are 0 up to rounding',
      detail: { reason: 'perfect-fit' },
    });
    const copied = await iv({ ...data, copy: data.x }, { formula: 'y ~ w | x ~ copy' });
    expect(Object.keys(copied.tests)).toEqual(['wald']);
    expect(copied.warnings).toContainEqual({
      code: 'no-diagnostics',
      message:
        'the instruments are not tested: the instruments explain an endogenous variable exactly',
      detail: { reason: 'explained-exactly' },
    });
    const few = await fit({ formula: 'y ~ w | x ~ z', where: 't == 2000 && id < 4' });
    expect(few.warnings.map(({ code }) => code)).toEqual(['no-diagnostics']);
  });

  it('warns of an R-squared below 0', async () => {
    const y = data.x.map((value, i) => 5 * data.z3[i]! - value);
    const found = await iv({ ...data, y }, { formula: 'y ~ 1 | x2 ~ z2', diagnostics: false });
    expect(found.rsquared).toBeLessThan(0);
    expect(found.warnings.map(({ code }) => code)).toContain('negative-r2');
  });

  it('is what tests of coefficients start from', async () => {
    const found = await fit({ formula: 'y ~ w | x ~ z + z2' });
    const { test } = await wald(found, 'x = 1, w = 0');
    expect(test).toMatchObject({ df: 2 });
    const { functions } = await delta(found, 'x/w');
    const [ratio] = functions;
    expect(ratio!.value).toBe(found.params['x']! / found.params['w']!);
    const efficient = await ols(data, { formula: 'y ~ x + w' });
    const { names, test: difference } = await hausman(found, efficient);
    expect(names).toEqual(['x', 'w']);
    expect(difference.stat).not.toBeNull();
  });

  it('prints first stages and strength in text and Markdown within the width', async () => {
    const found = await fit({ formula: 'y ~ w | x ~ z + z2', vcov: { type: 'robust' } });
    const text = toText(found, { form: 'full' });
    expect(text).toMatch(/^first stage +partial F/m);
    expect(text).toMatch(/^Cragg-Donald F: \d/m);
    expect(text).toMatch(/^95% confidence sets of x: AR \[/m);
    expect(text.split('\n').every((line) => line.length <= 80)).toBe(true);
    expect(toMarkdown(found, { form: 'full' })).toContain('| first stage | partial F |');
  });
});
