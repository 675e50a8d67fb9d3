import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  delta,
  dpd,
  type Engine,
  type FitResult,
  loadEngine,
  ols,
  type TestedFit,
  wald,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { csv, panelRows } from '../../../panel-rows.js';

/** Three coefficients with a covariance whose numbers a pencil can follow. */
const fit: TestedFit = {
  params: { x1: 1, x2: 2, x3: 4 },
  vcov: {
    type: 'unadjusted',
    names: ['x1', 'x2', 'x3'],
    values: [
      [4, 1, 0],
      [1, 2, 0],
      [0, 0, 1],
    ],
    factor: 1,
  },
  statistic: 'z',
  dfResid: 20,
  level: 0.95,
};

let engine: Engine;
let options: { engine: Engine };
let system: FitResult;

beforeAll(async () => {
  engine = await loadEngine();
  options = { engine };
  system = await dpd(parseCsv(csv(panelRows())), {
    panel: { unit: 'id', time: 'year' },
    formula: 'y ~ L.y + x',
    gmm: [{ vars: 'y', lags: [2, 4] }],
    iv: [{ vars: 'x' }],
    engine,
  });
});

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'no error',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );

describe('wald', () => {
  it('is the squared z statistic for one restriction', async () => {
    const { hypotheses, test } = await wald(fit, 'x2 = x3', options);
    const [one] = hypotheses;
    expect(one).toMatchObject({ expression: 'x2 = x3', value: -2, stdError: Math.sqrt(3) });
    expect(test.stat).toBeCloseTo(4 / 3, 14);
    expect(test.pValue).toBeCloseTo(one!.pValue!, 14);
    expect(test).toMatchObject({ df: 1 });
  });

  it('tests several restrictions jointly', async () => {
    // R V R' = [[4, 1], [1, 2]] for x1 and x2: its inverse is [[2, -1], [-1, 4]] / 7.
    const { test } = await wald(fit, 'x1 = 0, x2 = 0', options);
    expect(test.stat).toBeCloseTo((2 - 4 + 16) / 7, 14);
    expect(test).toMatchObject({ df: 2 });
  });

  it('is an F test for fits that report t', async () => {
    const { test, statistic } = await wald({ ...fit, statistic: 't' }, ['x1', 'x2'], options);
    expect(statistic).toBe('t');
    expect(test.stat).toBeCloseTo(1, 14);
    expect(test).toMatchObject({ df: [2, 20] });
    expect(test.pValue).toBeCloseTo(0.3855432894295315, 13); // (1 + 2/20)^-10
  });

  it('tests nonlinear hypotheses with exact derivatives', async () => {
    const { hypotheses, test } = await wald(fit, 'x1*x3 = x2^2', options);
    // Gradient (4, -4, 1) at (1, 2, 4): variance 64 + 32 + 1 - 2 * 16.
    expect(hypotheses[0]).toMatchObject({ value: 0, stdError: Math.sqrt(65) });
    expect(test.stat).toBe(0);
    expect(test.pValue).toBe(1);
  });

  it('names redundant hypotheses and leaves them out', async () => {
    const { redundant, test } = await wald(fit, 'x1 = x2, x2 = x3, x1 = x3, x1 - x1 = 0', options);
    expect(redundant).toEqual(['x1 = x3', 'x1 - x1 = 0']);
    expect(test).toMatchObject({ df: 2 });
  });

  it('refuses hypotheses that contradict each other, restrict nothing or have dependent derivatives', async () => {
    expect(await code(wald(fit, 'x1 = 0, x2 = 0, x1 + x2 = 1', options))).toBe(
      'inconsistent-hypotheses: hypothesis: "x1 + x2 = 1" contradicts x1 = 0, x2 = 0; omit one of them',
    );
    expect(await code(wald(fit, '1 = 2', options))).toContain('inconsistent-hypotheses');
    expect(await code(wald(fit, 'x1 = x1', options))).toContain('no-hypothesis');
    expect(await code(wald(fit, 'x1*x2 = 1, x1*x2 = 2', options))).toContain(
      'dependent-hypotheses',
    );
  });

  it('gives a reason if the covariance has too small a rank, never a number', async () => {
    const values = [
      [1, 1, 0],
      [1, 1, 0],
      [0, 0, 1],
    ];
    const singular = { ...fit, vcov: { ...fit.vcov, values } };
    const { test } = await wald(singular, 'x1 = 0, x2 = 0', options);
    expect(test).toMatchObject({
      stat: null,
      pValue: null,
      reason: 'the covariance of the hypotheses has rank 1 instead of 2',
    });
  });

  it('reproduces the Wald test that a dynamic panel fit reports', async () => {
    const { test } = await wald(system, 'L1.y = 0, x = 0', options);
    const reported = system.tests.wald!;
    expect(Math.abs(test.stat! / reported.stat! - 1)).toBeLessThan(1e-11);
  });

  it('reproduces the F test of all slopes that least squares report', async () => {
    const vcov = { type: 'cluster' as const, cluster: 'id' };
    const clustered = await ols(panelRows(), { formula: 'y ~ x + z', vcov, engine });
    const { test } = await wald(clustered, 'x = z = 0', options);
    const reported = clustered.tests.f!;
    expect(test).toMatchObject({ df: [2, 39] });
    expect(reported).toMatchObject({ df: [2, 39] });
    expect(Math.abs(test.stat! / reported.stat! - 1)).toBeLessThan(1e-12);
    expect(test.pValue! / reported.pValue!).toBeCloseTo(1, 10);
  });

  it('gives the same bits for a result that was read from JSON', async () => {
    const read = JSON.parse(JSON.stringify(system)) as FitResult;
    const text = 'x/(1 - L.y) = 2, _cons';
    expect(await wald(read, text, options)).toEqual(await wald(system, text, options));
  });

  it('does not depend on how linear restrictions are combined or scaled', async () => {
    const number = fc.integer({ min: -9, max: 9 });
    await fc.assert(
      fc.asyncProperty(number, number, number, number, async (a, b, c, d) => {
        fc.pre(a * d - b * c !== 0);
        const plain = await wald(fit, 'x1 = 3, x2 = x3', options);
        const mixed = `${a}*(x1 - 3) + ${b}*(x2 - x3) = 0, ${c}*(x1 - 3) + ${d}*(x2 - x3)`;
        const combined = await wald(fit, mixed, options);
        expect(combined.test.stat).toBeCloseTo(plain.test.stat!, 11);
      }),
    );
  });
});

describe('one-sided tests', () => {
  const half = async (text: string) => (await wald(fit, text.replace(/[<>]/, '='), options)).test;

  it('halve the two-sided p-value on the side of the estimate', async () => {
    for (const [text, side] of [
      ['x3 > 2', 1],
      ['x3 < 2', -1],
      ['x2 - x3 < 0', 1],
      ['x1*x2 > 0', 1],
    ] as const) {
      const { test, hypotheses } = await wald(fit, text, options);
      const p = (await half(text)).pValue! / 2;
      expect(test.pValue).toBeCloseTo(side === 1 ? p : 1 - p, 14);
      expect(test.stat).toBe(hypotheses[0]!.statistic);
      expect(hypotheses[0]!.pValue).toBe(test.pValue);
    }
  });

  it('state the null, the alternative and the distribution', async () => {
    const z = await wald(fit, 'x3 > 2', options);
    expect(z.oneSided).toEqual({ alternative: 'x3 > 2', null: 'x3 <= 2' });
    const t = await wald({ ...fit, statistic: 't' }, 'x1 < x2', options);
    expect(t.oneSided).toEqual({ alternative: 'x1 < x2', null: 'x1 >= x2', df: 20 });
    expect(t.test.pValue).toBeCloseTo(engine.exports.t_sf(0.5, 20), 15);
  });

  it.each([
    [
      'x1 > 0, x2 > 0',
      'joint-inequalities: hypothesis: expected an inequality by itself, found x1',
    ],
    ['x1 > 0, x2 = 0', 'test x1 > 0 alone'],
    ['x1 >= 0', 'expression-syntax: expected ">" or "<", which say the alternative, found ">="'],
    ['0 < x1 < 1', 'expression-syntax'],
    ['2 > 1', 'no-hypothesis'],
    ['x1 - x1 > 0', 'no-hypothesis'],
  ])('refuse %s', async (text, message) => {
    expect(await code(wald(fit, text, options))).toContain(message);
  });

  it('are no functions for the delta method', async () => {
    expect(await code(delta(fit, 'x1 > 2', options))).toContain('without ">", found "x1 > 2"');
  });
});

describe('deltaMethod', () => {
  it('gives value, standard error, statistic and interval of a ratio', async () => {
    const { functions } = await delta(fit, 'x3/(1 - x2)', options);
    const [ratio] = functions;
    // Gradient (0, 4, -1) at (1, 2, 4).
    expect(ratio).toMatchObject({ expression: 'x3/(1 - x2)', value: -4 });
    expect(ratio!.stdError).toBeCloseTo(Math.sqrt(33), 14);
    expect(ratio!.statistic).toBeCloseTo(-4 / Math.sqrt(33), 14);
    expect(ratio!.confInt[1]).toBeCloseTo(-4 + 1.959963984540054 * Math.sqrt(33), 12);
  });

  it('repeats a coefficient of the fit with its own statistics', async () => {
    const { functions } = await delta(system, 'L1.y', options);
    const [lag] = functions;
    expect(lag!.stdError).toBe(system.stdErrors['L1.y']);
    expect(lag!.pValue).toBe(system.pValues['L1.y']);
    expect(lag!.confInt).toEqual(system.confInt['L1.y']);
  });

  it('refuses equations, and functions that are not finite at the estimates', async () => {
    expect(await code(delta(fit, 'x1 = 2', options))).toContain(
      'bad-value: function: expected an expression without "=", found "x1 = 2"',
    );
    expect(await code(delta(fit, 'log(x1 - 2)', options))).toContain(
      'undefined-function: function: expected a finite value of "log(x1 - 2)" at the estimates, found NaN',
    );
    expect(await code(delta(fit, '1/(x1 - 1)', options))).toContain('found Infinity');
    expect(await code(delta(fit, 'abs(x1 - 1)', options))).toContain('finite derivative');
  });

  it('has no statistic if the variance is 0', async () => {
    const { functions } = await delta(fit, 'x1 - x1 + 3', options);
    const [one] = functions;
    expect(one).toMatchObject({ value: 3, stdError: 0, statistic: null, pValue: null });
  });
});
