import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type DataInput,
  type Engine,
  type FitResult,
  hausman,
  type HausmanTest,
  loadEngine,
  panel,
  type TestedFit,
} from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { panelRows } from '../../../panel-rows.js';

interface Case {
  readonly data: string;
  readonly formula: string;
  readonly unit: string;
  readonly expected: Readonly<Record<HausmanTest['method'], Partial<HausmanTest>>>;
}

const golden = (path: string) =>
  readFileSync(new URL(`../../../golden/${path}`, import.meta.url), 'utf8');
const cases = JSON.parse(golden('hausman/expected.json')) as Case[];

let options: { engine: Engine };
beforeAll(async () => {
  options = { engine: await loadEngine() };
});

/** A fit with the covariance of its coefficients. */
function fit(params: Record<string, number>, values: number[][], type = 'unadjusted'): TestedFit {
  const vcov = { type, names: Object.keys(params), values, factor: 1 };
  return { params, vcov, statistic: 't', dfResid: 50, level: 0.95 };
}

const fixed = fit({ x: 3, z: 1 }, [
  [3, 1],
  [1, 2],
]);
const random = fit({ _cons: 9, z: 2, x: 1 }, [
  [7, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
]);

describe('hausman', () => {
  it('weighs the differences of common slopes by the differences of their covariances', async () => {
    // V(b) - V(B) = [[2, 1], [1, 1]] with inverse [[1, -1], [-1, 2]]; b - B = (2, -1).
    const result = await hausman(fixed, random, options);
    expect(result.names).toEqual(['x', 'z']);
    expect(result.difference).toEqual({ x: 2, z: -1 });
    expect(result.stdErrors).toEqual({ x: Math.sqrt(2), z: 1 });
    expect(result.test.stat).toBeCloseTo(10, 12);
    expect(result.test).toMatchObject({ df: 2 });
    expect(result.test.pValue).toBeCloseTo(Math.exp(-5), 14);
    expect(result.warnings).toEqual([]);
  });

  it('counts the rank of the difference and warns of a generalised inverse', async () => {
    const half = fit({ z: 2, x: 1 }, [
      [2, 1],
      [1, 1],
    ]);
    const { test, warnings } = await hausman(fixed, half, options);
    expect(test.stat).toBeCloseTo(2, 12);
    expect(test).toMatchObject({ df: 1 });
    expect(warnings).toMatchObject([
      {
        code: 'singular-difference',
        message:
          'V(b) - V(B) has rank 1 for 2 coefficients, so the test uses its generalised inverse',
      },
    ]);
    const { test: none } = await hausman(fixed, fixed, options);
    expect(none.stat).toBeNull();
    expect(none).toMatchObject({ reason: 'the two fits have the same covariance' });
  });

  it('reports a negative statistic as a reason and a negative eigenvalue as a warning', async () => {
    const wide = fit({ x: 1 }, [[5]]);
    const { test, warnings, stdErrors } = await hausman(fixed, wide, options);
    expect(test).toMatchObject({
      stat: null,
      pValue: null,
      reason:
        'the statistic is negative (-2.000), because V(b) - V(B) is not positive definite; check which fit is efficient, or use the robust test for random effects',
    });
    expect(stdErrors).toEqual({ x: null });
    expect(warnings.map(({ code }) => code)).toEqual(['indefinite-difference']);
  });

  it('refuses covariances other than the unadjusted, and fits with nothing in common', async () => {
    const robust = fit({ x: 1, z: 2 }, fixed.vcov.values as number[][], 'CV1');
    const { test } = await hausman(robust, random, options);
    expect(test).toMatchObject({ stat: null });
    expect(test).toHaveProperty(
      'reason',
      'the test needs unadjusted covariances, but one fit has CV1; use the robust test',
    );
    await expect(hausman(fixed, fit({ _cons: 1 }, [[1]]), options)).rejects.toMatchObject({
      code: 'nothing-to-compare',
      message:
        'hausman: expected coefficients that both fits have, found x, z in one and _cons in the other',
    });
  });
});

/** Fixed and random effects of one formula. */
async function both(data: DataInput, formula: string, unit = 'id') {
  const model = { formula, panel: { unit, time: 'year' }, engine: options.engine };
  const fixedEffects = await panel(data, model);
  return [fixedEffects, await panel(data, { ...model, effects: 'random' })] as const;
}

/** Numbers of `expected` that `found` misses by more than a share of 1e-10. */
function far(expected: unknown, actual: unknown, path = ''): string[] {
  if (typeof expected === 'number') {
    const near = Math.abs((actual as number) - expected) <= 1e-10 * Math.abs(expected);
    return near ? [] : [`${path}: ${String(actual)}, expected ${expected}`];
  }
  return Object.entries(expected as object).flatMap(([key, value]) =>
    far(value, (actual as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

describe('hausman of fixed against random effects', () => {
  it.each(cases)('agrees with dense matrices on $data', async (one) => {
    const { data, formula, unit, expected } = one;
    const [within, random] = await both(parseCsv(golden(`${data}/data.csv`)), formula, unit);
    const classical = await hausman(within, random, options);
    const robust = await hausman(within, random, { ...options, robust: true });
    const { difference, ...rest } = expected.classical;
    expect(far(rest, classical)).toEqual([]);
    expect(far(expected.robust, robust)).toEqual([]);
    // A difference of two estimates keeps the digits of the estimates, not its own.
    for (const [name, value] of Object.entries(difference!)) {
      expect(classical.difference[name]).toBeCloseTo(value, 11);
    }
  });

  it('gives the statistic that plm prints for Grunfeld', async () => {
    const table = parseCsv(golden('grunfeld/data.csv'));
    const [within, random] = await both(table, 'inv ~ value + capital', 'firm');
    const { test } = await hausman(within, random, options);
    expect(Math.abs(test.stat! / 2.33036689367544 - 1)).toBeLessThan(1e-11);
    expect(Math.abs(test.pValue! / 0.311865446054889 - 1)).toBeLessThan(1e-11);
  });

  it('accepts results from files for the classical test only', async () => {
    const [within, random] = await both(panelRows(), 'y ~ x + z');
    const read = (fit: FitResult) => JSON.parse(JSON.stringify(fit)) as FitResult;
    expect(await hausman(read(within), read(random), options)).toEqual(
      await hausman(within, random, options),
    );
    const robust = { ...options, robust: true };
    await expect(hausman(within, read(random), robust)).rejects.toMatchObject({ code: 'no-rows' });
    await expect(hausman(random, within, robust)).rejects.toMatchObject({
      code: 'not-random-effects',
      message: 'hausman: expected a random effects fit for the robust test, found within',
    });
  });

  it('drops regressors without both kinds of variation from the robust test, with a warning', async () => {
    const rows = panelRows().map((row) => ({ ...row, trend: Number(row['year']) - 2000 }));
    const [within, random] = await both(rows, 'y ~ x + trend');
    const { names, test, warnings } = await hausman(within, random, { ...options, robust: true });
    expect(names).toEqual(['x']);
    expect(test).toMatchObject({ df: 1 });
    expect(warnings).toMatchObject([
      {
        code: 'not-compared',
        message:
          'regressors that do not vary both within and between units are not compared: trend',
      },
    ]);
    const [only, same] = await both(rows, 'y ~ trend');
    const { test: none } = await hausman(only, same, { ...options, robust: true });
    expect(none).toMatchObject({
      stat: null,
      reason: 'no regressor varies both within and between units',
    });
  });
});
