import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, hausman, loadEngine, type TestedFit } from 'wasmetrics';

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
    const found = await hausman(fixed, random, options);
    expect(found.names).toEqual(['x', 'z']);
    expect(found.difference).toEqual({ x: 2, z: -1 });
    expect(found.stdErrors).toEqual({ x: Math.sqrt(2), z: 1 });
    expect(found.test.stat).toBeCloseTo(10, 12);
    expect(found.test).toMatchObject({ df: 2 });
    expect(found.test.pValue).toBeCloseTo(Math.exp(-5), 14);
    expect(found.warnings).toEqual([]);
  });

  it('counts the rank of the difference and says when a generalised inverse is used', async () => {
    const half = fit({ z: 2, x: 1 }, [
      [2, 1],
      [1, 1],
    ]);
    const { test, warnings } = await hausman(fixed, half, options);
    expect(test.stat).toBeCloseTo(2, 12);
    expect(test).toMatchObject({ df: 1 });
    expect(warnings).toEqual([
      {
        code: 'singular-difference',
        message: 'V(b) - V(B) has rank 1 for 2 coefficients: its generalised inverse is used',
      },
    ]);
    const { test: none } = await hausman(fixed, fixed, options);
    expect(none.stat).toBeNull();
    expect(none).toMatchObject({ reason: 'the covariances of the two fits do not differ' });
  });

  it('reports a negative statistic as a reason and a negative eigenvalue as a warning', async () => {
    const wide = fit({ x: 1 }, [[5]]);
    const { test, warnings, stdErrors } = await hausman(fixed, wide, options);
    expect(test).toEqual({
      stat: null,
      pValue: null,
      reason: 'the statistic is negative (-2): V(b) - V(B) is not positive definite',
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
      'it needs unadjusted covariances and a fit has CV1; take the robust test',
    );
    await expect(hausman(fixed, fit({ _cons: 1 }, [[1]]), options)).rejects.toMatchObject({
      code: 'nothing-to-compare',
      message: 'hausman: expected coefficients that both fits have, found x, z and _cons',
    });
  });
});
