import { dpd, type FitResult } from 'wasmetrics';
import { describe, expect, it } from 'vitest';
import { firms, options } from '../employment.js';

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

  it('belong to one result each, also when read from a copy of it', async () => {
    const [fit, other] = [await fitting, await dpd(firms, { ...options, system: false })];
    expect(other.momentConditions).not.toEqual(fit.momentConditions);
    const derived = Object.create(fit) as FitResult;
    expect(derived.instruments).toBe(fit.instruments);
    for (const copy of [{ ...fit }, structuredClone(fit)]) {
      expect(Reflect.ownKeys(copy)).toEqual(Object.keys(fit));
    }
  });

  it('number as many as the count says', async () => {
    const { instruments, instrumentCount } = await fitting;
    const zero = instruments!.filter(({ nonzero }) => nonzero === 0);
    expect(zero.length).toBe(instrumentCount!.zeroColumns);
    expect(instruments!.length - zero.length).toBe(instrumentCount!.columns);
  });
});
