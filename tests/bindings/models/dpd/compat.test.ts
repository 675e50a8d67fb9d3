import { fitModel } from 'wasmetrics';
import { describe, expect, it } from 'vitest';
import { firms, options } from '../employment.js';

describe('conventions of other programs', () => {
  const difference = { ...options, system: false } as const;
  const model = (compat: 'gretl' | 'plm' | 'xtdpdgmm', rest: object) =>
    fitModel(firms, { estimator: 'dpd', ...difference, ...rest, compat } as Parameters<
      typeof fitModel
    >[1]);

  it('call the two-step J Sargan after plm, and have none after its one step', async () => {
    const { tests } = await model('plm', {});
    expect(tests.sargan).toEqual(tests.hansen);
    expect((await model('plm', { steps: 1 })).tests.sargan).toMatchObject({ stat: null });
  });

  it('have no AR tests after corrected two-step errors of xtdpdgmm', async () => {
    const [ar] = (await model('xtdpdgmm', {})).tests.ar!;
    expect(ar).toMatchObject({ stat: null, reason: expect.stringContaining('xtdpdgmm') as string });
    const robust = await model('xtdpdgmm', { vcov: { type: 'robust' } });
    expect(robust.tests.ar![0]!.stat).not.toBeNull();
  });

  it.each([
    ['gretl', { transform: 'fod' }],
    ['gretl', { vcov: { small: true } }],
    ['plm', { system: true }],
    ['plm', { steps: 1, vcov: { type: 'unadjusted' } }],
    ['xtdpdgmm', { transform: 'fod' }],
    ['xtdpdgmm', { system: true }],
  ] as const)('refuse what they do not reproduce: %s %j', async (compat, rest) => {
    await expect(model(compat, rest)).rejects.toMatchObject({ code: 'not-reproduced' });
  });

  it('refuse dummies of the periods and the --dpdstyle matrix of gretl across gaps', async () => {
    const gaps = { where: 'year != 1980', gaps: 'bridge' } as const;
    const asked = { timeEffects: true, iv: [{ vars: 'k' }], ...gaps };
    await expect(model('gretl', asked)).rejects.toThrow(/where units have gaps/);
    await expect(model('gretl', { h: 2, ...gaps })).rejects.toThrow(/where units have gaps/);
    await expect(model('gretl', gaps)).resolves.toMatchObject({
      title: expect.any(String) as string,
    });
    await expect(model('gretl', { h: 2, gaps: 'bridge' })).resolves.toBeDefined();
  });
});
