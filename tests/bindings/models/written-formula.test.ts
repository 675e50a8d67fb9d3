import { describe, expect, test } from 'vitest';
import { ols, parseModel } from '../../../bindings/index.js';

const panel = { unit: 'id', time: 'year' };

describe('a formula in the notation of another program', () => {
  test('is canonical in the model, and its options are keys', () => {
    const model = parseModel({
      estimator: 'ols',
      formula: 'y x i.year [aw=w] if year > 2000, absorb(id) vce(cluster id)',
      vcov: { small: false },
    });
    expect(model).toMatchObject({
      formula: 'y ~ x + i(year) | id',
      where: 'year > 2000',
      weights: { column: 'w', type: 'analytic' },
      vcov: { type: 'CV1', cluster: ['id'], small: false },
    });
    expect(parseModel({ ...model })).toEqual(model);
  });

  test('may repeat a key of the model, but not contradict it', () => {
    const model = { estimator: 'ols', formula: 'y x, vce(hc3)' };
    expect(parseModel({ ...model, vcov: { type: 'HC3' } }).vcov.type).toBe('HC3');
    expect(() => parseModel({ ...model, vcov: { type: 'HC2' } })).toThrow(
      'model: vcov.type: expected "HC3", as the formula says, or no such option in the formula, found "HC2"',
    );
  });

  test('sets the effects of a panel', () => {
    const model = parseModel({ estimator: 'panel', panel, formula: 'y x, re' });
    expect(model).toMatchObject({ formula: 'y ~ x', effects: 'random' });
    expect(() => parseModel({ estimator: 'ols', formula: 'y x, re' })).toThrow(/effects/);
  });

  test('gives the same estimates', async () => {
    const data = { y: [1, 3, 2, 5, 4, 6], x: [1, 2, 3, 4, 5, 7], g: [1, 1, 2, 2, 3, 3] };
    const written = await ols(data, { formula: 'y i.g c.x##c.x' });
    const canonical = await ols(data, { formula: 'y ~ i(g) + x + x^2' });
    expect(written.params).toEqual(canonical.params);
  });
});

describe('words of a model are read in any letter case', () => {
  test.each([
    [{ estimator: 'OLS', formula: 'y ~ x', vcov: { type: 'hc3' } }, { vcov: { type: 'HC3' } }],
    [{ estimator: 'iv', formula: 'y ~ 1 | x ~ z', method: '2SLS' }, { method: '2sls' }],
    [{ estimator: 'iv', formula: 'y ~ 1 | x ~ z', method: 'LIML' }, { method: 'liml' }],
    [{ estimator: 'gmm', formula: 'y ~ 1 | x ~ z', method: 'Two Step' }, { method: 'two-step' }],
    [
      { estimator: 'panel', panel, formula: 'y ~ x', effects: 'First_Difference' },
      { effects: 'first-difference' },
    ],
    [
      { estimator: 'dpd', panel, formula: 'y ~ L.y', gmm: [], vcov: { type: 'Windmeijer' } },
      { vcov: { type: 'windmeijer' } },
    ],
    [{ estimator: 'dpd', panel, formula: 'y ~ L.y', gmm: [], steps: 'CUE' }, { steps: 'cue' }],
    [
      { estimator: 'ols', formula: 'y ~ x', bootstrap: { reps: 9, scheme: 'Wild-Cluster' } },
      { bootstrap: { scheme: 'wild-cluster' } },
    ],
  ])('%j', (written, expected) => {
    expect(parseModel(written)).toMatchObject(expected);
  });
});
