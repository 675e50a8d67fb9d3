import { readFileSync } from 'node:fs';
import { dpd, hausman, loadEngine } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it } from 'vitest';

const firms = parseCsv(
  readFileSync(new URL('../../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);
const engine = await loadEngine();

const base = {
  engine,
  panel: { unit: 'id', time: 'year' },
  formula: 'n ~ L.n + w + k',
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
  baselines: false,
} as const;

describe('the generalised Hausman test', () => {
  it('compares two dynamic panel fits by their influence functions', async () => {
    const difference = await dpd(firms, { ...base, system: false });
    const system = await dpd(firms, base);
    const result = await hausman(difference, system, { engine });
    expect(result.method).toBe('generalised');
    expect(result.names).toEqual(['L1.n', 'w', 'k']);
    expect(result.test).toMatchObject({ df: 3 });
    expect(result.test.stat!).toBeGreaterThan(0);
    expect(result.difference['w']).toBe(difference.params['w']! - system.params['w']!);
    const turned = await hausman(system, difference, { engine });
    expect(Math.abs(turned.test.stat! / result.test.stat! - 1)).toBeLessThan(1e-10);
  });

  it.each([
    { steps: 1 },
    { steps: 2, vcov: { type: 'robust' } },
    { steps: 2 },
    { steps: 'iterated' },
    { steps: 'cue' },
  ] as const)('rests on influence functions that add up to the covariance: %j', async (options) => {
    // Firms of the other half have no influence on a fit of one half: the covariances add up.
    const gmm = base.gmm.map((group) => ({ ...group, collapse: true }));
    const half = (where: string) => dpd(firms, { ...base, gmm, ...options, where });
    const [odd, even] = await Promise.all([half('id <= 70'), half('id > 70')]);
    const { stdErrors } = await hausman(odd, even, { engine });
    for (const name of ['L1.n', 'w', 'k']) {
      const joint = Math.hypot(odd.stdErrors[name]!, even.stdErrors[name]!);
      expect(Math.abs(stdErrors[name]! / joint - 1)).toBeLessThan(1e-8);
    }
  });

  it('does not exist between a fit and itself, nor without influence functions', async () => {
    const system = await dpd(firms, base);
    expect((await hausman(system, system, { engine })).test).toMatchObject({ stat: null });
    const classical = await dpd(firms, { ...base, steps: 1, vcov: { type: 'unadjusted' } });
    await expect(hausman(system, classical, { engine })).rejects.toMatchObject({
      code: 'no-influence',
    });
  });

  it('warns if one fit adds fewer restrictions than there are differences', async () => {
    const system = await dpd(firms, base);
    const wider = await dpd(firms, { ...base, iv: [{ vars: 'k ys' }] });
    const { warnings } = await hausman(wider, system, { engine });
    expect(warnings.map(({ code }) => code)).toContain('few-added-moments');
  });
});
