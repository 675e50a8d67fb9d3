/** A covariance may be one text, in every place that takes its keys. */
import { compareGroups, fitModel, multiverse, ols, type ModelInput } from 'wasmetrics';
import { describe, expect, test } from 'vitest';

const rows = Array.from({ length: 60 }, (_, i) => ({
  y: Math.cos(i) + 0.1 * (i % 7),
  x: Math.sin(2 * i) + 0.05 * i,
  id: Math.floor(i / 6),
  t: i % 6,
  half: i < 30 ? 'a' : 'b',
}));

const pairs = [
  ['HC1', { type: 'HC1' }],
  ['cluster:id', { type: 'cluster', cluster: ['id'] }],
  ['cluster:id,t', { type: 'cluster', cluster: ['id', 't'] }],
  ['CV3:id', { type: 'CV3', cluster: ['id'] }],
  ['hac:2', { type: 'hac', bandwidth: 2 }],
] as const;

describe('a covariance as one text', () => {
  test.each(pairs)('%s has the errors of its keys', async (text, keys) => {
    const panel = { unit: 'id', time: 't' };
    const model = { estimator: 'ols', formula: 'y ~ x', panel } as const;
    const short = await fitModel(rows, { ...model, vcov: text });
    const long = await fitModel(rows, { ...model, vcov: keys } as ModelInput);
    expect(short.stdErrors).toEqual(long.stdErrors);
    expect(short.vcov).toEqual(long.vcov);
  });

  test('decides the errors of a comparison of groups', async () => {
    const options = { by: 'half', of: 'x', methods: ['wald'] } as const;
    const compared = (vcov: ModelInput['vcov']) =>
      compareGroups(
        rows,
        {
          estimator: 'ols',
          formula: 'y ~ x',
          panel: { unit: 'id', time: 't' },
          vcov,
        } as ModelInput,
        options,
      );
    expect(await compared('HC3')).toEqual(await compared({ type: 'HC3' }));
  });

  test('is among the choices of a multiverse', async () => {
    const { choices } = await multiverse(
      rows,
      { estimator: 'ols', formula: 'y ~ x' },
      { coefficient: 'x', over: { vcov: ['HC1', 'cluster:id'] } },
    );
    const values = choices.find(({ name }) => name === 'vcov')!.values;
    expect(values).toEqual(expect.arrayContaining(['HC1', 'cluster id']));
  });

  test('that does not exist names the type', async () => {
    // @ts-expect-error the compiler refuses it too
    await expect(ols(rows, { formula: 'y ~ x', vcov: 'HC9' })).rejects.toThrow(/vcov\.type/);
  });
});
