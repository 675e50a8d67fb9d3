/** Differences across gaps, and panels without any, whose rows are read in another way. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import type { DpdModelInput } from 'wasmetrics/types';

const root = new URL('../../../golden/', import.meta.url);
const read = (path: string) => parseCsv(readFileSync(new URL(path, root), 'utf8'));

/** Units of up to `periods` adjacent periods, some of one; column m is positive, and x is 0 here and there. */
function unbalanced(units: number, periods: number) {
  const rows: number[][] = [];
  for (let id = 1; id <= units; id++) {
    let y = 0;
    const first = id % 3;
    const last = id % 17 === 0 ? first : periods - (id % 4);
    for (let t = first; t <= last; t++) {
      const x = id % 11 === t ? 0 : Math.sin(id * 7 + t * t);
      y = 0.5 * y + x + Math.cos(id * 13 + t * 5) + Math.sin(id);
      rows.push([id, t, y, x, 1 + ((id * 5 + t) % 7)]);
    }
  }
  return parseCsv(['id,t,y,x,m', ...rows.map((row) => row.join(','))].join('\n'));
}

describe('gaps', () => {
  const model = {
    estimator: 'dpd',
    baselines: false,
    panel: { unit: 'id', time: 't' },
    formula: 'y ~ L.y + x',
    gmm: [{ vars: 'y', lags: [2, 3] }],
    iv: [{ vars: 'x' }],
    system: false,
  } as const;

  test('are bridged where asked, and change nothing where there are none', async () => {
    const gaps = read('sgk_gaps/data.csv');
    const strict = await fitModel(gaps, model);
    const bridged = await fitModel(gaps, { ...model, gaps: 'bridge' });
    expect(bridged.nobs).toBeGreaterThan(strict.nobs);
    const whole = read('sgk_benchmark/data.csv');
    const names = [...whole.columns.keys()];
    expect(names).toEqual(expect.arrayContaining(['id', 't', 'y', 'x']));
    const plain = await fitModel(whole, model);
    expect((await fitModel(whole, { ...model, gaps: 'bridge' })).params).toEqual(plain.params);
  });

  // Bridged rows are read unit by unit, others column by column over many units.
  test.each([
    ['both equations', {}],
    ['the transformed equation', { system: false }],
    ['weights', { weights: { column: 'm', type: 'analytic' } }],
    ['an unadjusted first step', { steps: 1, vcov: { type: 'unadjusted' } }],
    ['a level regressor', { iv: [{ vars: 'x', equation: 'level' }], arOrders: 6 }],
    [
      'collapsed, forward and untransformed instruments',
      {
        gmm: [
          { vars: 'y', lags: [2, null], collapse: true },
          { vars: 'x', lags: [-1, 0], equation: 'diff' },
          { vars: 'm', lags: [1, 2], equation: 'level', passthru: true },
        ],
        iv: [{ vars: 'x', equation: 'diff', passthru: true }],
      },
    ],
  ] as const)(
    'bridged or not, several chunks of units have the same rows: %s',
    async (_, change) => {
      const panel = unbalanced(400, 8);
      const given = { ...model, system: true, ...change } as DpdModelInput;
      const strict = await fitModel(panel, given);
      const bridged = await fitModel(panel, { ...given, gaps: 'bridge' });
      expect(strict.nobs).toBe(bridged.nobs);
      expect(strict.instruments).toEqual(bridged.instruments);
      const close = (ours: readonly number[], theirs: readonly number[]) =>
        ours.forEach((value, i) => expect(value / theirs[i]!).toBeCloseTo(1, 9));
      close(Object.values(strict.params), Object.values(bridged.params));
      close(Object.values(strict.stdErrors), Object.values(bridged.stdErrors));
      const statistics = ({ tests }: typeof strict) =>
        [tests.sargan!, ...tests.ar!].map(({ stat }) => stat ?? 1);
      close(statistics(strict), statistics(bridged));
    },
  );
});
