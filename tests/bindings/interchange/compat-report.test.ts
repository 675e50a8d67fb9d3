import { readFileSync } from 'node:fs';
import { fitModel, type ModelInput } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { compatReport } from 'wasmetrics/interchange';
import { toText } from 'wasmetrics/report';
import { describe, expect, it } from 'vitest';

const csv = readFileSync(new URL('../../golden/abdata/data.csv', import.meta.url), 'utf8');
const firms = parseCsv(csv);
/** Every seventh row is missing. */
const withGaps = parseCsv(
  csv
    .split('\n')
    .filter((_, i) => i % 7 !== 3)
    .join('\n'),
);

const model = {
  estimator: 'dpd',
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
  gmm: [{ vars: 'n', lags: [2, 4] }],
  iv: [{ vars: 'w k' }],
} as const satisfies ModelInput;

describe('the report of compat', () => {
  it('attributes the Sargan test of a gretl system to sigma2, and nothing else without gaps', async () => {
    const report = await compatReport(firms, { ...model, compat: 'gretl' });
    const [gaps, sigma2] = report.rules;
    expect(gaps).toMatchObject({ rule: expect.stringContaining('gaps') as string, moved: [] });
    const { nlevel, ndiff } = await rows();
    const [sargan] = sigma2!.moved;
    expect(sigma2!.moved).toHaveLength(1);
    expect(sargan!.to! / sargan!.from!).toBeCloseTo(nlevel / ndiff, 10);
  });

  it('attributes to gaps what changes with the rows of gretl', async () => {
    const difference = { ...model, system: false } as const;
    const report = await compatReport(withGaps, { ...difference, compat: 'gretl' });
    const [gaps] = report.rules;
    const strict = await fitModel(withGaps, difference);
    const bridged = await fitModel(withGaps, { ...difference, gaps: 'bridge' });
    expect(gaps!.moved).toContainEqual({
      number: 'coefficient of w',
      from: strict.params.w,
      to: bridged.params.w,
    });
    expect(gaps!.moved).toContainEqual({
      number: 'observations',
      from: strict.nobs,
      to: bridged.nobs,
    });
  });

  it('attributes unadjusted errors of gretl, and the tests that use them, to their divisor', async () => {
    const vcov = { type: 'unadjusted' } as const;
    const classical = { ...model, system: false, steps: 1, vcov } as const;
    const report = await compatReport(firms, { ...classical, compat: 'gretl' });
    const { moved } = report.rules.find(({ rule }) => rule.includes('unadjusted errors'))!;
    const error = moved.find(({ number }) => number === 'std. error of w')!;
    expect(error.to! / error.from!).toBeCloseTo(Math.SQRT1_2, 10);
    expect(moved.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['Wald', 'AR(1)', 'AR(2)']),
    );
  });

  it('names tests that differ or are missing', async () => {
    const plm = await compatReport(firms, { ...model, system: false, compat: 'plm' });
    expect(plm.rules).toMatchObject([{ moved: [{ number: 'Sargan' }] }]);
    const xtdpdgmm = await compatReport(firms, { ...model, system: false, compat: 'xtdpdgmm' });
    expect(xtdpdgmm.rules[0]!.moved.map(({ to }) => to)).toEqual([null, null]);
    expect(toText(xtdpdgmm)).toMatch(/AR\(1\) +-?\d\.\d+ +none/);
  });

  it('is rejected if there is nothing to compare', async () => {
    await expect(compatReport(firms, model)).rejects.toMatchObject({ code: 'no-compat' });
    const ols = { estimator: 'ols', formula: 'n ~ w' } as const;
    await expect(compatReport(firms, ols)).rejects.toMatchObject({
      message: expect.stringContaining('found the estimator ols') as string,
    });
  });
});

async function rows() {
  const { sample } = await fitModel(firms, model);
  const { sample: differenced } = await fitModel(firms, { ...model, system: false });
  return { nlevel: sample.rowsUsed, ndiff: differenced.rowsUsed };
}
