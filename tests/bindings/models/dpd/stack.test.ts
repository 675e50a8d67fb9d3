/** What a dynamic panel stacks: transformations, weights, instruments that are missing or untransformed, components. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { DpdModelInput } from 'wasmetrics/types';

const root = new URL('../../../golden/', import.meta.url);
const read = (path: string) => parseCsv(readFileSync(new URL(path, root), 'utf8'));
const firms = read('abdata/data.csv');
const base = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
  gmm: [{ vars: 'n w', lags: [2, 3] }],
  iv: [{ vars: 'k' }],
  baselines: false,
} as const satisfies DpdModelInput;

function with_(column: string, value: (row: number) => number) {
  const values = Float64Array.from({ length: firms.nrows }, (_, row) => value(row));
  return {
    nrows: firms.nrows,
    columns: new Map([...firms.columns, [column, { kind: 'number', values } as const]]),
  };
}

function numbers(name: string): Float64Array {
  return firms.columns.get(name)!.values as Float64Array;
}

describe('instruments of a group', () => {
  test('of the other transformation say so', async () => {
    const gmm = [
      { vars: 'n', lags: [2, 3] },
      { vars: 'w', lags: [2, 2], transform: 'fod' },
    ] as const;
    const fit = await fitModel(firms, { ...base, gmm });
    const own = fit.instruments!.find(({ name }) => name === 'L2.w, 1979')!;
    expect(own).toMatchObject({
      group: 'gmm(w, 2:2, fod)',
      equation: 'diff',
      transform: 'fod',
    });
    const other = fit.instruments!.find(({ name }) => name === 'L2.n, 1979')!;
    expect(other).not.toHaveProperty('transform');
  });

  test('change nothing when the transformation they name is the model’s', async () => {
    const plain = await fitModel(firms, base);
    const named = await fitModel(firms, { ...base, iv: [{ vars: 'k', transform: 'fd' }] });
    expect(named.params).toEqual(plain.params);
    expect(named.vcov).toEqual(plain.vcov);
  });

  test('of the other transformation count units that have no row of the model’s', async () => {
    const alternate = {
      ...base,
      where: 'id > 20 || year == 1978 || year == 1980 || year == 1982',
      formula: 'n ~ w + k',
      system: false,
      h: 1,
    } as const;
    const gmm = [{ vars: 'n w', lags: [2, 3], transform: 'fod' }] as const;
    const iv = [{ vars: 'k', transform: 'fod' }] as const;
    const mixed = await fitModel(firms, { ...alternate, gmm, iv });
    const plain = await fitModel(firms, { ...alternate, transform: 'fod' });
    expect(mixed.ngroups).toBe(120);
    expect(plain.ngroups).toBe(140);
    for (const part of ['params', 'stdErrors'] as const) {
      for (const [name, value] of Object.entries(plain[part])) {
        expect(mixed[part][name]! / value!, `${part} of ${name}`).toBeCloseTo(1, 10);
      }
    }
  });

  test('that are untransformed levels of the level equation are named as levels', async () => {
    const group = { vars: 'w', lags: [1, 1], equation: 'level', passthru: true } as const;
    const fit = await fitModel(firms, { ...base, gmm: [...base.gmm, group] });
    expect(fit.instruments!.find(({ name }) => name === 'L1.w, 1979')).toMatchObject({
      equation: 'level',
      passthru: true,
    });
  });

  test('cost no row where mz takes a missing value as 0', async () => {
    const data = with_('hole', (row) => (row % 5 === 0 ? NaN : row % 7));
    const whole = await fitModel(firms, base);
    const model = { ...base, iv: [{ vars: 'k' }, { vars: 'hole', mz: true }] } as const;
    const fit = await fitModel(data, model);
    expect(fit.nobs).toBe(whole.nobs);
    expect(fit.ninstruments).toBe(whole.ninstruments! + 1);
    const without = await fitModel(data, { ...base, iv: [{ vars: 'k' }, { vars: 'hole' }] });
    expect(without.nobs).toBeLessThan(whole.nobs);
  });
});

describe('the level equation alone', () => {
  test('has no transformed instrument and reports level rows', async () => {
    const fit = await fitModel(firms, { ...base, transform: 'level' });
    expect(fit.title).toBe('Level GMM, two-step');
    expect(fit.instruments!.every(({ equation }) => equation === 'level')).toBe(true);
    expect(fit.nobs).toBe((await fitModel(firms, base)).nobs);
    expect(fit.tests.diffHansen!.map(({ group }) => group)).toEqual(['gmm(n w, 2:3)', 'iv(k)']);
  });

  test('is least squares when the regressors are their own instruments', async () => {
    const model = { ...base, transform: 'level', gmm: [], steps: 1 } as const;
    const iv = [{ vars: 'L.n w k' }];
    const fit = await fitModel(firms, { ...model, iv, vcov: { type: 'unadjusted' } });
    const ols = await fitModel(firms, {
      estimator: 'ols',
      panel: base.panel,
      formula: base.formula,
      vcov: { type: 'unadjusted' },
    });
    for (const [name, value] of Object.entries(ols.params)) {
      expect(fit.params[name]).toBeCloseTo(value, 10);
    }
  });
});

describe('weights', () => {
  test('that are equal change nothing', async () => {
    const plain = await fitModel(firms, base);
    const data = with_('weight', () => 3);
    for (const type of ['analytic', 'probability'] as const) {
      const fit = await fitModel(data, { ...base, weights: { column: 'weight', type } });
      expect(fit.nobs).toBe(plain.nobs);
      for (const name of Object.keys(plain.params)) {
        expect(fit.params[name]! / plain.params[name]!).toBeCloseTo(1, 10);
        expect(fit.stdErrors[name]! / plain.stdErrors[name]!).toBeCloseTo(1, 10);
      }
    }
  });

  test('that are frequencies count rows', async () => {
    const plain = await fitModel(firms, base);
    const weights = { column: 'weight', type: 'frequency' } as const;
    const fit = await fitModel(
      with_('weight', () => 3),
      { ...base, weights },
    );
    expect(fit.nobs).toBe(3 * plain.nobs);
    expect(fit.sigma2! / plain.sigma2!).toBeCloseTo(1, 10);
  });

  test('of 0 or missing leave rows out', async () => {
    const weights = { column: 'weight', type: 'analytic' } as const;
    const year = numbers('year');
    const data = with_('weight', (row) => (year[row] === 1984 ? 0 : year[row] === 1983 ? NaN : 1));
    const fit = await fitModel(data, { ...base, weights });
    const short = await fitModel(firms, { ...base, where: 'year < 1983' });
    expect(fit.params).toEqual(short.params);
    const reasons = fit.sample!.lost.map(({ reason }) => reason);
    expect(reasons).toEqual(expect.arrayContaining(['weight missing', 'weight (weight) 0']));
  });

  test.each([
    ['analytic', () => -1, 'negative-weight'],
    ['frequency', () => 1.5, 'fractional-weight'],
    ['frequency', (row: number) => 1 + (row % 2), 'varying-frequency'],
  ] as const)('of %s that make no sense are refused: %#', async (type, value, code) => {
    const fit = fitModel(with_('weight', value), { ...base, weights: { column: 'weight', type } });
    await expect(fit).rejects.toMatchObject({ code });
  });
});

describe('principal components', () => {
  test('have eigenvalues that sum to the columns, and no difference tests', async () => {
    const fit = await fitModel(firms, { ...base, pca: true });
    const { columns, kept, eigenvalues, share, kmo } = fit.components!;
    expect(eigenvalues).toHaveLength(columns);
    expect(eigenvalues.reduce((sum, value) => sum + value, 0)).toBeCloseTo(columns, 8);
    expect(eigenvalues.filter((value) => value > 0.999999)).toHaveLength(kept);
    expect(share).toBeGreaterThan(0.5);
    expect(kmo).toBeGreaterThan(0);
    expect(fit.ninstruments).toBe(kept + 2);
    expect(fit.instrumentCount!.columns).toBe(fit.ninstruments);
    expect(fit.tests.diffHansen).toEqual([]);
  });

  test('all of them estimate what the columns do', async () => {
    const group = { ...base, gmm: [{ vars: 'n w', lags: [2, 3], collapse: true }] } as const;
    const plain = await fitModel(firms, group);
    const fit = await fitModel(firms, { ...group, pca: 6 });
    expect(fit.components).toMatchObject({ columns: 6, kept: 6 });
    for (const [name, value] of Object.entries(plain.params)) {
      expect(fit.params[name]! / value).toBeCloseTo(1, 9);
    }
  });

  test('are as many as the coefficients need', async () => {
    const gmm = [{ vars: 'n', lags: [2, 3], collapse: true }] as const;
    const fit = await fitModel(firms, { ...base, iv: [], formula: 'n ~ L.n + w', gmm, pca: true });
    expect(fit.components!.kept).toBeGreaterThanOrEqual(2);
  });
});

describe('a model that cannot be stacked says why', () => {
  test.each([
    [
      { ...base, transform: 'level', iv: [{ vars: 'k', equation: 'diff' }] },
      'model: iv[0].equation: expected level, as transform is level, found "diff"',
    ],
    [
      { ...base, transform: 'level', iv: [{ vars: 'k', transform: 'fd' }] },
      'model: iv[0].transform: expected none, as transform is level, found "fd"',
    ],
    [
      { ...base, iv: [{ vars: 'k', equation: 'level', transform: 'fod' }] },
      'model: iv[0].transform: expected none, as the group serves the level equation, found "fod"',
    ],
    [
      { ...base, gmm: [{ vars: 'n', lags: [2, 3], passthru: true }] },
      'model: gmm[0].passthru: expected equation diff or level with passthru, found true',
    ],
    [
      { ...base, pca: true, diffHansen: [{ name: 'lags', groups: 'gmm[0]' }] },
      'model: diffHansen: expected no sets with pca, whose components mix the groups, found ["lags"]',
    ],
    [
      { ...base, pca: 0 },
      'model: pca: expected true, false or a whole number of at least 1, found 0',
    ],
    [
      {
        ...base,
        steps: 1,
        weights: { column: 'w', type: 'probability' },
        vcov: { type: 'unadjusted' },
      },
      'model: vcov.type: expected robust or windmeijer with probability weights, found "unadjusted"',
    ],
  ])('%#', async (model, message) => {
    const fit = fitModel(firms, model as DpdModelInput);
    await expect(fit).rejects.toMatchObject({ code: 'bad-value', message });
  });
});
