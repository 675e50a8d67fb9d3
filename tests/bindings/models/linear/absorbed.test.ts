import { describe, expect, it } from 'vitest';
import { ConvergenceError, EconError, InputError, ols, panel } from 'wasmetrics';
import type { OlsModelInput } from 'wasmetrics/types';

const data = {
  id: ['a', 'a', 'b', 'b', 'c', 'c', 'd', 'd', 'e', 'e'],
  y: [1, 3, 2, 6, 4, 5, 8, 6, 2, 7],
  x: [2, 1, 5, 4, 7, 6, 8, 9, 1, 3],
  z: [5, 3, 1, 4, 2, 6, 2, 1, 8, 2],
  row: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  kind: ['p', 'q', 'p', 'q', 'p', 'q', 'r', 'q', 'p', 'q'],
};

async function failure(options: Omit<OlsModelInput, 'estimator' | 'data'>): Promise<EconError> {
  try {
    await ols(data, options);
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    return error as EconError;
  }
  throw new Error('the model was estimated');
}

describe('absorbed effects', () => {
  it('lose rows that are alone in a level, again and again, and count them', async () => {
    const chain = { y: [1, 3, 2, 5, 4, 6], x: [2, 1, 5, 4, 7, 9] };
    const levels = { a: [1, 1, 1, 1, 2, 3], b: [1, 2, 1, 2, 2, 3] };
    const result = await ols({ ...chain, ...levels }, { formula: 'y ~ x | a + b' });
    expect(result.nobs).toBe(4);
    expect(result.sample.lost.map(({ rows }) => rows)).toEqual([2]);
    const all = await failure({ formula: 'y ~ x | row' });
    expect(all.message).toBe(
      'ols: no usable row among 10 rows read; rows lost: 10 singletons of row',
    );
  });

  it('count levels, redundant ones and nested ones as degrees of freedom', async () => {
    const { units, columns } = gridOf(24, 5);
    const clustered = await ols(columns, {
      formula: 'y ~ x | unit + time + unit:half',
      vcov: { cluster: 'unit' },
    });
    expect(clustered.absorbed).toEqual([
      { name: 'unit', levels: units, redundant: 0, nested: true },
      { name: 'time', levels: 5, redundant: 1, nested: false },
      { name: 'unit:half', levels: 2 * units, redundant: units, nested: true },
    ]);
    const n = clustered.nobs;
    const counted = 2 + 4; // slope, constant and four periods
    expect(clustered.vcov.factor).toBeCloseTo(
      (units / (units - 1)) * ((n - 1) / (n - counted)),
      13,
    );
  });

  it('have the criteria of the regression on their dummies', async () => {
    const pairs = { y: data.y, x: data.x, id: data.id, time: data.row };
    const absorbed = await ols(pairs, { formula: 'y ~ x | id' });
    const dummies = await ols(pairs, { formula: 'y ~ x + i(id)' });
    const within = await panel(pairs, {
      formula: 'y ~ x',
      panel: { unit: 'id', time: 'time' },
    });
    for (const key of ['loglik', 'aic', 'bic'] as const) {
      expect(absorbed[key]).toBeCloseTo(dummies[key]!, 10);
      expect(within[key]).toBeCloseTo(dummies[key]!, 10);
    }
    expect(absorbed.rsquaredMcFadden).toBeCloseTo(dummies.rsquaredMcFadden!, 10);
  });

  it('converge where each level hangs on the next by one row only', async () => {
    const n = 120;
    const rows = Array.from({ length: 2 * n - 1 }, (_, i) => i);
    const chain = {
      a: rows.map((i) => Math.floor(i / 2)),
      b: rows.map((i) => Math.floor((i + 1) / 2)),
      x: rows.map((i) => noise(i)),
      y: rows.map((i) => noise(i + 7000) + i / 10),
    };
    const twice = Object.fromEntries(
      Object.entries(chain).map(([name, values]) => [
        name,
        name === 'a' || name === 'b'
          ? [...values, ...values]
          : [...values, ...values.map((v, i) => v + noise(i + 300))],
      ]),
    );
    const absorbed = await ols(twice, { formula: 'y ~ x | a + b' });
    const dummies = await ols(twice, { formula: 'y ~ x + i(a) + i(b)' });
    expect(absorbed.params['x']).toBeCloseTo(dummies.params['x']!, 7);
    expect(absorbed.dfResid).toBe(dummies.dfResid);
  });

  it('that do not converge name the column, the tolerance and the iterations', async () => {
    const absorb = { maxIterations: 1, tolerance: 1e-15 };
    const error = await failure({ formula: 'y ~ x | id + kind', absorb });
    expect(error).toBeInstanceOf(ConvergenceError);
    expect(error.exitCode).toBe(6);
    expect(error.message).toBe(
      'ols: the effects of id, kind in "x" have not converged to 1e-15 after 1 iteration; raise absorb.maxIterations or absorb.tolerance',
    );
  });

  it.each([
    ['y ~ x | log(z)', 'a fixed effect must be a column or a product of columns such as a:b'],
    ['y ~ x | idd', 'unknown column "idd" (did you mean "id"?)'],
    ['y ~ 1 | id', 'ols: formula "y ~ 1 | id" has no regressors; expected at least one'],
    ['y ~ x | id | z ~ weight', 'has instruments; expected only y ~ x1 + x2 | fe1 + fe2'],
  ])('cannot be read from %s', async (formula, message) => {
    const error = await failure({ formula });
    expect(error).toBeInstanceOf(InputError);
    expect(error.message).toContain(message);
  });

  it('cannot have standard errors that need the leverage of the effects', async () => {
    const error = await failure({ formula: 'y ~ x | id', vcov: { type: 'HC3' } });
    expect(error.message).toBe(
      'model: vcov.type: expected unadjusted, HC0, HC1, CV1 to CV3, hac or driscoll-kraay with fixed effects, found "HC3"',
    );
  });
});

/** A number between -0.5 and 0.5, the same for the same i. */
function noise(i: number): number {
  const mixed = Math.imul(i + 1, 0x9e3779b1) ^ (Math.imul(i + 1, 0x85ebca6b) >>> 13);
  return (Math.imul(mixed, 0xc2b2ae35) >>> 0) / 2 ** 32 - 0.5;
}

/** Units by periods, with the halves of the calendar. */
function gridOf(units: number, periods: number) {
  const rows = Array.from({ length: units * periods }, (_, i) => i);
  const time = rows.map((i) => i % periods);
  return {
    units,
    columns: {
      unit: rows.map((i) => Math.floor(i / periods)),
      time,
      half: time.map((t) => Number(t >= 2)),
      x: rows.map(noise),
      y: rows.map((i) => noise(i + 1000) + noise(i)),
    },
  };
}
