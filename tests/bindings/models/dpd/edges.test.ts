import { fitModel, type FitResult, type ModelInput } from 'wasmetrics';
import { describe, expect, test } from 'vitest';

type Panel = Record<string, number[]> & Record<'id' | 'year', number[]>;

/** A panel whose cells are small, repeatable and without a pattern. */
function panel(units: number, periods: number, names: readonly string[]): Panel {
  const rows = Array.from({ length: units * periods }, (_, row) => row);
  const cell = (row: number, seed: number) => (((row + 7) * (seed + 3) * 7919) % 211) / 50;
  return {
    id: rows.map((row) => Math.floor(row / periods)),
    year: rows.map((row) => 2000 + (row % periods)),
    ...Object.fromEntries(names.map((name, j) => [name, rows.map((row) => cell(row, j))])),
  };
}

const base = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
} as const satisfies Partial<ModelInput>;

describe('a dynamic panel model', () => {
  test('of one step needs no two-step weight: fewer units than parameters lose Hansen only', async () => {
    const data = panel(4, 12, ['y', 'a', 'b', 'c', 'd', 'e']);
    const model = { ...base, formula: 'y ~ a + b + c + d + e', gmm: [], steps: 1 } as const;
    const fit = await fitModel(data, { ...model, iv: [{ vars: 'a b c d e' }, { vars: 'L.a' }] });
    expect(Object.values(fit.stdErrors).every((se) => se > 0)).toBe(true);
    expect(fit.tests.hansen).toMatchObject({
      stat: null,
      reason: 'the two-step weighting matrix has rank 4, below the 6 parameters',
    });
    expect(fit.tests.sargan!.stat).toBeGreaterThanOrEqual(0);
  });

  test('without degrees of freedom has no small-sample factor', async () => {
    const data = panel(3, 2, ['n', 'w', 'k']);
    const model = { ...base, formula: 'n ~ w + k', steps: 1 } as const;
    const vcov = { type: 'unadjusted', small: true } as const;
    const fit = fitModel(data, { ...model, vcov, gmm: [{ vars: 'n w k', lags: [1, 2] }] });
    await expect(fit).rejects.toMatchObject({
      code: 'no-degrees-of-freedom',
      message: expect.stringContaining('3 transformed rows for 3 coefficients') as string,
    });
  });

  test('keeps a trend that starts far from zero and drops the time effect it replaces', async () => {
    const data = panel(60, 6, ['y', 'x']);
    const model = {
      ...base,
      formula: 'y ~ L.y + x + year',
      timeEffects: true,
      gmm: [{ vars: 'y', lags: [2, 3] as [number, number] }],
      iv: [{ vars: 'x year' }],
    } as const;
    const [late, early] = await Promise.all(
      [0, -2000].map((shift) =>
        fitModel({ ...data, year: data.year.map((year) => year + shift) } as Panel, model),
      ),
    );
    expect(late!.warnings.map(({ message }) => message)).toContain(
      'collinear time effects were dropped: year=2005',
    );
    for (const name of ['L1.y', 'x', 'year']) {
      expect(late!.params[name]).toBeCloseTo(early!.params[name]!, 9);
    }
  });

  test.each([1e-3, 1e-5, 1e-7])(
    'tells a regressor from another that it differs from by a share of %f',
    async (share) => {
      const data: Record<string, number[]> = panel(60, 6, ['y', 'x', 'z']);
      const beside = data['x']!.map((value, row) => value + share * data['z']![row]!);
      const model = { ...base, gmm: [{ vars: 'y', lags: [2, 3] }], iv: [{ vars: 'x z' }] } as const;
      const own = await fitModel(data, { ...model, formula: 'y ~ L.y + x + z' });
      const fit = await fitModel({ ...data, w: beside }, { ...model, formula: 'y ~ L.y + x + w' });
      expect(Math.abs(share * fit.params['w']! - own.params['z']!)).toBeLessThan(1e-12 / share);
    },
  );

  test('says which regressor repeats others', async () => {
    const data: Record<string, number[]> = panel(60, 6, ['y', 'x', 'z']);
    const repeated = data['x']!.map((value, row) => 2 * value - data['z']![row]!);
    const model = { ...base, gmm: [{ vars: 'y', lags: [2, 3] }], iv: [{ vars: 'x z' }] } as const;
    const formula = 'y ~ L.y + x + z + w';
    const fit = fitModel({ ...data, w: repeated }, { ...model, formula, collinear: 'error' });
    await expect(fit).rejects.toMatchObject({
      code: 'rank-deficient',
      message: expect.stringContaining('"w"') as string,
    });
  });

  test.each([1e3, 1e6, 1e9])(
    'says it of instruments of themselves too, which leave a singular weight, at a scale of %d',
    async (scale) => {
      for (let seed = 0; seed < 8; seed++) {
        const data: Record<string, number[]> = panel(60, 6, ['y', 'x', 'z']);
        const x = data['x']!.map((value, row) => scale * value + data['z']![row]! * seed);
        const repeated = x.map((value) => scale * value);
        const model = {
          ...base,
          gmm: [{ vars: 'y', lags: [2, 3] }],
          iv: [{ vars: 'x w' }],
        } as const;
        const formula: string = 'y ~ L.y + x + w';
        const fit = fitModel(
          { ...data, x, w: repeated },
          { ...model, formula, collinear: 'error' },
        );
        await expect(fit).rejects.toMatchObject({ code: 'rank-deficient' });
      }
    },
  );

  test.each([13, 60])(
    'keeps its errors and tests where a regressor is far from zero, with %d units',
    async (units) => {
      const data: Record<string, number[]> = panel(units, 6, ['y', 'x']);
      const model = { ...base, gmm: [{ vars: 'y', lags: [2, 3] }], iv: [{ vars: 'x' }] } as const;
      const far = data['x']!.map((value) => value + 1e4);
      const formula = 'y ~ L.y + x';
      const near = await fitModel(data, { ...model, formula });
      const fit = await fitModel({ ...data, x: far }, { ...model, formula });
      for (const name of ['L1.y', 'x']) {
        expect(fit.stdErrors[name]! / near.stdErrors[name]!).toBeCloseTo(1, 5);
      }
      const differences = ({ tests }: FitResult) =>
        tests.diffHansen!.flatMap(({ difference: { stat } }) => (stat === null ? [] : [stat]));
      const own = differences(near);
      expect(differences(fit)).toHaveLength(own.length);
      differences(fit).forEach((stat, i) => expect(stat / own[i]!).toBeCloseTo(1, 6));
    },
  );

  test('says when there are fewer components than it asks for', async () => {
    const data = panel(60, 6, ['y', 'x']);
    const model = { ...base, formula: 'y ~ L.y + x', gmm: [{ vars: 'y', lags: [2, 3] }] } as const;
    const fit = await fitModel(data, { ...model, iv: [{ vars: 'x' }], pca: 500 });
    expect(fit.warnings).toContainEqual({
      code: 'fewer-components',
      message: expect.stringMatching(
        /^pca requests 500 components, but only \d+ components of the \d+ GMM-style columns/,
      ) as string,
      detail: expect.objectContaining({ wanted: 500 }) as object,
    });
  });

  test('says why a group has no difference-in-Hansen test', async () => {
    const data: Record<string, number[]> = panel(60, 6, ['y', 'x', 'z']);
    const model = { ...base, formula: 'y ~ L.y + x', gmm: [{ vars: 'y', lags: [2, 3] }] } as const;
    const iv = [
      { vars: 'x', equation: 'diff' },
      { vars: 'x', equation: 'diff' },
    ] as const;
    const fit = await fitModel(data, { ...model, system: false, iv: [...iv] });
    expect(fit.tests.diffHansen![1]!.difference).toMatchObject({
      stat: null,
      reason: 'the other instruments span its columns, so leaving it out changes nothing',
    });
  });
});
