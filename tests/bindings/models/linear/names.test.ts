import { describe, expect, test } from 'vitest';
import { fitModel, type ModelInput } from '../../../../bindings/index.js';

const nrows = 40;
const column = (seed: number) => Array.from({ length: nrows }, (_, i) => ((i + 3) * seed) % 17);
const table = {
  y: column(5),
  _cons: column(3),
  x: column(7),
  z: column(11),
  id: Array.from({ length: nrows }, (_, i) => Math.floor(i / 5)),
  year: Array.from({ length: nrows }, (_, i) => i % 5),
  a: Array.from({ length: nrows }, (_, i) => ['0', '1', '1:b=1'][i % 3]!),
  b: Array.from({ length: nrows }, (_, i) => i % 2),
};
const panel = { unit: 'id', time: 'year' };
const gmm = [{ vars: 'y', lags: [2, 3] as const }];

async function codeOf(model: unknown): Promise<string> {
  try {
    await fitModel(table, model as ModelInput);
    return 'none';
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('names of coefficients', () => {
  test.each([
    { estimator: 'ols', formula: 'y ~ x + _cons' },
    { estimator: 'ols', formula: 'y ~ _cons - 1' },
    { estimator: 'panel', effects: 'within', panel, formula: 'y ~ x + _cons' },
    { estimator: 'iv', formula: 'y ~ x | _cons ~ z' },
    { estimator: 'gmm', formula: 'y ~ 1 | x ~ _cons + z' },
    { estimator: 'dpd', panel, formula: 'y ~ L.y + _cons', gmm, iv: [{ vars: 'x' }] },
    { estimator: 'dpd', panel, formula: 'y ~ L.y + x', gmm, iv: [{ vars: 'x _cons' }] },
  ])('a column _cons is refused: $estimator $formula', async (model) => {
    expect(await codeOf(model)).toBe('reserved-name');
  });

  test('an interaction that reads as a level is refused', async () => {
    const model = { estimator: 'ols', formula: 'y ~ i(a) + i(a):i(b)' };
    expect(await codeOf(model)).toBe('duplicate-name');
  });
});
