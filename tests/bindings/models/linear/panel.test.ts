import { describe, expect, it } from 'vitest';
import { EconError, IdentificationError, panel, parseModel } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import type { PanelModelInput } from 'wasmetrics/types';

const x = [2, 1, 5, 4, 7, 6, 8, 9, 1, 3];
const fixed = [1, 1, 2, 2, 3, 3, 5, 5, 4, 4];
const data = {
  id: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e'],
  t: [1, 2, 1, 2, 1, 2, 1, 2, 1, 2],
  y: [1, 3, 2, 6, 4, 5, 8, 6, 2, 7],
  x,
  z: [5, 3, 1, 4, 2, 6, 2, 1, 8, 2],
  fixed,
  sum: x.map((value, i) => value + fixed[i]!),
  group: [1, 1, 1, 1, 2, 2, 2, 2, 3, 9],
  weight: [1, 2, 1, 1, 1, 1, 1, 1, 1, 1],
};
const keys = { unit: 'id', time: 't' };

type Options = Omit<PanelModelInput, 'estimator' | 'data' | 'panel'>;

function fit(options: Options) {
  return panel(data, { panel: keys, ...options });
}

async function failure(run: Promise<unknown>): Promise<EconError> {
  try {
    await run;
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    return error as EconError;
  }
  throw new Error('the model was estimated');
}

describe('the model file of a panel', () => {
  const parsed = (rest: object = {}) =>
    parseModel({ estimator: 'panel', panel: keys, formula: 'y ~ x', ...rest });

  it('takes within and unadjusted standard errors where nothing is said', () => {
    expect(parsed()).toMatchObject({
      effects: 'within',
      vcov: { type: 'unadjusted', small: true },
      absorb: { tolerance: 1e-10, maxIterations: 10_000 },
    });
  });

  it('reads robust as clustered by unit where xtreg does, and as HC1 elsewhere', () => {
    const robust = (effects: string) => parsed({ effects, vcov: { type: 'robust' } }).vcov;
    for (const effects of ['within', 'twoway', 'random']) {
      expect(robust(effects)).toEqual({ type: 'CV1', cluster: ['id'], small: true });
    }
    for (const effects of ['between', 'first-difference', 'pooled']) {
      expect(robust(effects)).toEqual({ type: 'HC1', small: true });
    }
  });

  it('parses to itself', () => {
    const model = parsed({ effects: 'random', vcov: { type: 'robust' } });
    expect(parseModel(model)).toEqual(model);
  });

  it.each<[object, string]>([
    [
      { effects: 'fixed' },
      'model: effects: expected one of within, twoway, random, between, first-difference, pooled, found "fixed"',
    ],
    [
      { vcov: { type: 'HC3' } },
      'model: vcov.type: expected unadjusted, HC0, HC1, CV1 to CV3, hac or driscoll-kraay with fixed effects, found "HC3"',
    ],
    [
      { effects: 'between', vcov: { cluster: 'id' } },
      'model: vcov.type: expected unadjusted or HC0 to HC4 with effects between, found "CV1"',
    ],
    [
      { effects: 'random', weights: { column: 'weight', type: 'analytic' } },
      'model: weights: expected nothing with effects random, found {"column":"weight","type":"analytic"}',
    ],
    [
      { absorb: { tolerance: 0 } },
      'model: absorb.tolerance: expected a number above 0 and below 1, found 0',
    ],
    [
      { panel: undefined },
      'model: panel: expected {unit, time}, the columns of units and periods (add --unit and --time, or panel: {unit, time} in a model), found nothing',
    ],
  ])('refuses %j', (rest, message) => {
    expect(() => parsed(rest)).toThrow(message);
  });
});

describe('a panel that does not identify the model', () => {
  it.each<[Options, string, string]>([
    [
      { formula: 'y ~ x + fixed', collinear: 'error' },
      'rank-deficient',
      'panel: regressor "fixed" does not vary within id, so its coefficient is not identified; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + sum', collinear: 'error' },
      'rank-deficient',
      'panel: regressor "sum" is a linear combination of x within id; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x + sum', effects: 'twoway', collinear: 'error' },
      'rank-deficient',
      'panel: regressor "sum" is a linear combination of x within id, t; leave it out, or set collinear to omit',
    ],
    [
      { formula: 'y ~ x', where: 't == 1' },
      'group-of-one',
      'panel: each of the 5 units of id has one row; expected units with two or more',
    ],
    [
      { formula: 'y ~ 0 + x', where: 'id == "a"' },
      'no-degrees-of-freedom',
      'panel: 2 rows for 1 coefficient and 1 effect of id; expected more rows than these together: leave out regressors or effects',
    ],
    [
      { formula: 'y ~ x + z + fixed + group', effects: 'between' },
      'no-degrees-of-freedom',
      'panel: 10 rows of 5 units for 5 coefficients; expected more units than coefficients, and more rows than both together: leave out regressors',
    ],
  ])('is an error that says why: %j', async (options, code, message) => {
    const error = await failure(fit(options));
    expect(error).toBeInstanceOf(IdentificationError);
    expect(error.message).toBe(message);
    expect(error.code).toBe(code);
  });

  it('warns of units with one row', async () => {
    const result = await fit({ formula: 'y ~ x', where: 't == 1 || id != "a"' });
    expect(result.warnings).toMatchObject([
      {
        code: 'group-of-one',
        message: '1 of 5 units of id have a single row, which does not affect the slopes',
      },
    ]);
  });
});

describe('input that a panel cannot take', () => {
  it('is a weight that varies within a unit', async () => {
    const weights = { column: 'weight', type: 'analytic' as const };
    const error = await failure(fit({ formula: 'y ~ x', weights }));
    expect(error.message).toBe(
      'panel: weights in column "weight" must be the same in all rows of a unit, found 1 and 2 in unit a',
    );
  });

  it('is fixed effects beside random ones', async () => {
    const error = await failure(fit({ formula: 'y ~ x | group', effects: 'random' }));
    expect(error.message).toBe(
      'panel: formula "y ~ x | group" has fixed effects; expected none with effects random',
    );
  });

  it('is a calendar without neighbouring periods for first differences', async () => {
    const apart = { ...data, t: data.t.map((t) => 2 * t) };
    const options = { panel: keys, formula: 'y ~ x', effects: 'first-difference' as const };
    const error = await failure(panel(apart, options));
    expect(error.message).toBe(
      'panel: no usable row among 10 rows read; rows lost: 10 without a complete row in the previous period',
    );
  });
});

describe('what a panel reports', () => {
  it('is the test of no effects with a reason where it does not exist', async () => {
    const classical = await fit({ formula: 'y ~ x' });
    expect(classical.tests.effects).toMatchObject({ df: [4, 4] });
    const robust = await fit({ formula: 'y ~ x', vcov: { type: 'robust' } });
    expect(robust.tests.effects).toMatchObject({
      stat: null,
      pValue: null,
      reason: 'the test needs unadjusted standard errors',
    });
  });

  it('is printed with the variance of effects, three R-squareds and what was absorbed', async () => {
    const text = toText(await fit({ formula: 'y ~ x' }), { form: 'full' });
    expect(text).toMatch(
      /^fit +R2 within 0\.\d{3}, between 0\.\d{3}, overall 0\.\d{3}; root MSE /m,
    );
    expect(text).toMatch(/^effects +sigma_u \S+, sigma_e \S+, rho \S+; corr\(u, Xb\) /m);
    expect(text).toMatch(/^absorbed +id: 5 levels$/m);
    expect(text).toMatch(/^effects +all absorbed effects are equal +\S+ +F\(4, 4\)/m);
  });

  it('is theta for random effects, without a time-invariant regressor in the way', async () => {
    const result = await fit({ formula: 'y ~ x + fixed', effects: 'random' });
    expect(Object.keys(result.params)).toEqual(['x', 'fixed', '_cons']);
    expect(result.statistic).toBe('z');
    expect(result.theta).toEqual({ min: 0, median: 0, max: 0 });
  });
});
