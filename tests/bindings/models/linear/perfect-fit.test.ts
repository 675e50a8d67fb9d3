/** What an outcome that the regressors explain exactly has, and has not, after weak instruments and in other analyses. */
import { describe, expect, it } from 'vitest';
import { compareGroups, fitModel, influence, type ModelInput, permutationTest } from 'wasmetrics';
import { toText } from 'wasmetrics/report';
import { changeOf } from '../../../../bindings/analysis/sensitivity/influence/result.js';

const n = 60;
const rows = Array.from({ length: n }, (_, i) => i);
const wave = (salt: number) =>
  rows.map((i) => Math.sin((i + 1) * (salt + 1.3)) + Math.cos(salt * i * i));
const x = wave(1);
const data = {
  id: rows.map((i) => Math.floor(i / 10)),
  t: rows.map((i) => i % 10),
  three: rows.map((i) => i % 3),
  x,
  x1: wave(5),
  z: wave(2).map((value, i) => value + x[i]!),
  weak: wave(6).map((value, i) => value + 0.01 * x[i]!),
  weak2: wave(7),
  exact: x.map((value) => 1 + 2 * value),
  third: rows.map(() => 1 / 3),
  nought: rows.map(() => 0),
};
const panel = { unit: 'id', time: 't' };
const codes = ({ warnings }: { readonly warnings: readonly { readonly code: string }[] }) =>
  warnings.map(({ code }) => code);
const models: readonly ModelInput[] = [
  { estimator: 'ols', formula: 'exact ~ x' },
  { estimator: 'ols', formula: 'third ~ x' },
  { estimator: 'panel', formula: 'exact ~ x', panel },
  { estimator: 'iv', formula: 'third ~ 1 | x ~ z' },
  { estimator: 'gmm', formula: 'exact ~ 1 | x ~ z + weak' },
];

describe('a perfect fit', () => {
  it.each([
    { estimator: 'iv' },
    { estimator: 'iv', method: 'liml' },
    { estimator: 'iv', method: 'fuller' },
    { estimator: 'iv', method: 'kclass', kappa: 0.5 },
    { estimator: 'gmm' },
    { estimator: 'gmm', method: 'iterated' },
    { estimator: 'gmm', method: 'cue' },
    { estimator: 'iv', panel, effects: 'within' },
    { estimator: 'iv', panel, effects: 'first-difference' },
  ] as const)('is not tested by weak instruments: %j', async (model) => {
    const formulas = [
      'third ~ x1 | x ~ weak',
      'third ~ x1 | x ~ weak + weak2',
      'exact ~ x1 | x ~ weak',
    ];
    for (const formula of [...formulas, 'nought ~ x1 | x ~ weak + weak2']) {
      const fit = await fitModel(data, { ...model, formula });
      expect(codes(fit)).toContain('perfect-fit');
      expect(Object.values(fit.stdErrors).every((error) => error === 0)).toBe(true);
      expect(fit.params['x']).toBeCloseTo(formula.startsWith('exact') ? 2 : 0, 12);
      expect(fit.params['x1']).toBeCloseTo(0, 12);
      expect(fit.tests.wuHausman ?? fit.tests.firstStage).toBeUndefined();
      expect(fit.tests.hansen?.stat ?? null).toBeNull();
      expect(toText(fit, { form: 'full' })).not.toMatch(/NaN|Infinity|e\+1\d/);
    }
  });

  it.each(models)('has no influence in standard errors: %j', async (model) => {
    await expect(influence(await fitModel(data, model), { workers: 0 })).rejects.toMatchObject({
      code: 'no-spread',
      message: expect.stringContaining('changes are measured in them; use an outcome') as string,
    });
  });

  it('has no residuals to permute without a regressor that it does not need', async () => {
    const fit = await fitModel(data, { estimator: 'ols', formula: 'exact ~ x + x1' });
    await expect(permutationTest(fit, { of: 'x1', reps: 9 })).rejects.toThrow(
      'found none: the model without x1 fits exact exactly, up to rounding; use another outcome',
    );
    expect((await permutationTest(fit, { of: 'x', reps: 19 })).pValue).toBe(1 / 20);
  });

  it('has no test of a difference between groups', async () => {
    const model = { estimator: 'ols', formula: 'exact ~ x' } as const;
    const { differences } = await compareGroups(data, model, { by: 'three', of: 'x', reps: 9 });
    for (const { stdError, pValue, confInt, reason } of differences) {
      expect([stdError, pValue, confInt]).toEqual([null, null, null]);
      expect(reason).toContain('zero up to rounding, so nothing can be tested');
    }
  });
});

it('the change of a coefficient without a variance is missing, and not the largest', () => {
  const whole = { names: ['a', 'b'], params: [1, 2], stdErrors: { a: 0, b: 0.5 } };
  const { inStdErrors, largest, coefficient } = changeOf('u', [1.5, 3], whole);
  expect([inStdErrors, largest, coefficient]).toEqual([{ a: NaN, b: 2 }, 2, 'b']);
});
