import { describe, expect, it, test } from 'vitest';
import { importModel } from '../../../bindings/interchange/index.js';
import { inputErrorOf } from '../data/support.js';
import { model, notes, pointsAt, type Refused } from './importing.js';

describe('importModel of gretl', () => {
  it('reads scripts', () => {
    const text = [
      '# comment',
      'set verbose off',
      'open "b.csv" --quiet',
      'setobs firm wave --panel-vars',
      'diff k',
      'lags 2 ; w',
      'list X = w w_2 \\',
      '  d_k # lists',
      'm <- dpanel 1 ; n X const ; GMM(n, 2, 3) X --system --vcv',
    ].join('\n');
    expect(model(text)).toEqual({
      data: 'b.csv',
      panel: { unit: 'firm', time: 'wave' },
      estimator: 'dpd',
      formula: 'n ~ L1.n + w + L2.w + D.k',
      system: true,
      gmm: [{ vars: ['n'], lags: [2, 3] }],
      iv: [{ vars: ['w', 'L2.w', 'D.k'] }],
      steps: 1,
      vcov: { type: 'robust' },
      compat: 'gretl',
    });
    expect(notes(text)).toMatch(/^set verbose off: left out.*\n--vcv is left out/);
  });

  it('notes that the constant of differences is a trend', () => {
    const text = 'dpanel 1 ; n w const --dpdstyle';
    expect(model(text)).toMatchObject({
      formula: 'n ~ L1.n + w + year',
      iv: [{ vars: ['w', 'year'] }],
    });
    expect(notes(text)).toMatch(/^gretl's constant in differences is the trend year in levels$/);
    const { notes: byStep } = importModel(text, { step: 5 });
    expect(byStep).toEqual([expect.stringContaining('is that of gretl divided by 5')]);
  });

  it('leaves compat out if the numbers of gretl are not reproduced, but keeps its differences', () => {
    const text = 'dpanel 1 ; n w const --system --dpdstyle --asymptotic';
    expect(model(text)).toMatchObject({ gaps: 'bridge', h: 2 });
    expect(model(text)).not.toHaveProperty('compat');
    expect(notes(text)).toMatch(/^compat: gretl is left out; it does not support unadjusted/);
    expect(notes('open abdata.gdt\ndpanel 1 ; n w')).toContain('name a CSV file with data');
    expect(notes('setobs 9 1:1 --stacked-time-series\ndpanel 1 ; n w')).toContain('--unit');
  });

  test.each<Refused>([
    ['dpanel 1 ; n w --twostep', '(did you mean "two-step"?)', '--twostep'],
    ['dpanel 0 ; n w', 'expected the number of lags', '0'],
    ['dpanel n w', 'expected the number of lags', 'n w'],
    ['dpanel 1 ; n w ; GMM(n,2) w', 'expected "," and two lags', ',2)'],
    ['dpanel 1 ; n w ; GMN(n,2,3) w', 'unknown function GMN() in a list', 'GMN'],
    ['dpanel 1 ; n w ; GMM(w,3,2)', 'expected ascending lags, found 3,2', ')'],
    ['dpanel 1 ; n ldiff(w)', 'unknown function ldiff() in a list (did you mean "diff"?)', 'ldiff'],
    ['dpanel 1 ; n w ; w const --system', 'name it as a regressor', 'const'],
    ['smpl year > 1978', 'found "smpl"', 'smpl'],
    ['dpanl 1 ; n w', 'did you mean "dpanel"?', 'dpanl'],
  ])('points at what it cannot read in %s', pointsAt);

  it('refuses statements that make or choose data, and a second command', () => {
    const smpl = inputErrorOf(() => importModel('smpl year > 1978\ndpanel 1 ; n w'));
    expect(smpl.message).toContain('expected a condition and --restrict');
    const second = inputErrorOf(() => importModel('dpanel 1 ; n w\ndpanel 2 ; n w'));
    expect(second.message).toContain('expected one command dpanel, found a second one');
  });
});
