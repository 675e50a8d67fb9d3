import { describe, expect, test } from 'vitest';
import { fitModel, influence } from 'wasmetrics';
import { data, model } from './example.js';

describe('influence', () => {
  test('is the change of the estimates when the rows of a unit are filtered out', async () => {
    const whole = await fitModel(data, model);
    const { units, unit, failures, partial } = await influence(whole, { workers: 0 });
    expect([unit, units.length, failures, partial]).toEqual(['id', 140, [], false]);
    for (const one of [...units.slice(0, 3), units.at(-1)!]) {
      const fit = await fitModel(data, { ...model, where: `id != ${one.unit}` });
      for (const [name, change] of Object.entries(one.params)) {
        expect(change).toBeCloseTo(fit.params[name]! - whole.params[name]!, 10);
        expect(one.inStdErrors[name]).toBeCloseTo(change / whole.stdErrors[name]!, 12);
      }
      expect(one.hansen).toBeCloseTo(fit.tests.hansen!.stat! - whole.tests.hansen!.stat!, 8);
      expect(one.ar[1]).toBeCloseTo(fit.tests.ar![1]!.stat! - whole.tests.ar![1]!.stat!, 8);
    }
  });

  test('names the most influential unit first', async () => {
    const { units } = await influence(await fitModel(data, model), { workers: 0 });
    const largest = units.map(({ inStdErrors }) =>
      Math.max(...Object.values(inStdErrors).map(Math.abs)),
    );
    expect(units.map((one) => one.largest)).toEqual(largest);
    expect(largest).toEqual([...largest].sort((a, b) => b - a));
    const [{ coefficient, inStdErrors, largest: most }] = units as [(typeof units)[0]];
    expect(Math.abs(inStdErrors[coefficient]!)).toBe(most);
  });

  test('is the same in the calling thread, in one worker and in two', async () => {
    const fit = await fitModel(data, model);
    const texts = await Promise.all(
      [0, 1, 2].map(async (workers) => JSON.stringify(await influence(fit, { workers }))),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('refuses a result that lost its standard errors', async () => {
    const fit = { ...(await fitModel(data, model)), stdErrors: undefined };
    await expect(influence(fit as never)).rejects.toMatchObject({ code: 'bad-value' });
  });
});
