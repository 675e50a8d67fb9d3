import { readFileSync } from 'node:fs';
import { dpd, type FitResult, parseCsv } from 'wasmetrics';
import { describe, expect, it } from 'vitest';

const firms = parseCsv(
  readFileSync(new URL('../../golden/abdata/data.csv', import.meta.url), 'utf8'),
);

const index = { unit: 'id', time: 'year' } as const;
const formula = 'n ~ L(1:2).n + L(0:1).w + k';
const options = {
  panel: index,
  formula,
  gmm: [
    { vars: 'n', lags: [2, 4] },
    { vars: 'w', lags: [1, 3] },
  ],
  iv: [{ vars: 'k' }],
} as const;

const fitting = dpd(firms, options);

describe('instruments and moment conditions in words', () => {
  it('are plain parts of a result however it is copied', async () => {
    const fit = await fitting;
    expect(fit.instruments).toBe(fit.instruments);
    expect(Object.keys(fit)).toEqual(expect.arrayContaining(['instruments', 'momentConditions']));
    const json = JSON.parse(JSON.stringify(fit)) as FitResult;
    for (const copy of [{ ...fit }, structuredClone(fit), json]) {
      expect(copy.instruments).toEqual(fit.instruments);
      expect(copy.momentConditions).toEqual(fit.momentConditions);
      expect(Object.getOwnPropertyDescriptor(copy, 'instruments')!.get).toBeUndefined();
    }
  });

  it('number as many as the count says', async () => {
    const { instruments, instrumentCount } = await fitting;
    const zero = instruments!.filter(({ nonzero }) => nonzero === 0);
    expect(zero.length).toBe(instrumentCount!.zeroColumns);
    expect(instruments!.length - zero.length).toBe(instrumentCount!.columns);
  });
});
