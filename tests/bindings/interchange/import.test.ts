import { describe, expect, it, test } from 'vitest';
import { importModel, type ImportOptions } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';

const model = (text: string, options?: ImportOptions) => importModel(text, options).model;

describe('importModel of i.x with noconstant', () => {
  test.each([
    'xtabond2 n l.n i.ind, gmm(n) noconstant',
    'xtabond2 n l.n w, gmm(n) iv(w i.ind) noconstant',
    'xtabond2 n l.n ibn.ind, gmm(n) iv(i.ind) noconstant',
    'xtdpdgmm n l.n i.ind, gmm(n, model(diff)) iv(w, model(level)) noconstant',
  ])('is refused, as a base level would come back: %s', (text) => {
    const error = inputErrorOf(() => importModel(text));
    expect(error.code).toBe('command-syntax');
    expect(error.message).toContain('expected ibn.x with noconstant');
  });

  test('is read where time effects stand for the constant, or without a level equation', () => {
    const effects = 'xtabond2 n l.n i.ind i.year, gmm(n) iv(i.year, eq(level)) noconstant';
    expect(model(effects).formula).toBe('n ~ 0 + L1.n + i(ind)');
    expect(model('xtabond2 n l.n i.ind, gmm(n) noleveleq noconstant').formula).toBe(
      'n ~ L1.n + i(ind)',
    );
  });
});

describe('importModel of xtabond2', () => {
  it('reads a command as a model file', () => {
    const text =
      'xtabond2 n L(1/2).n w k, gmm(n, lag(2 4)) gmm(w, lag(1 3)) iv(k) twostep robust small';
    expect(model(text, { data: 'abdata.csv' })).toEqual({
      data: 'abdata.csv',
      panel: { unit: 'id', time: 'year' },
      estimator: 'dpd',
      formula: 'n ~ L1.n + L2.n + w + k',
      system: true,
      gmm: [
        { vars: ['n'], lags: [2, 4] },
        { vars: ['w'], lags: [1, 3] },
      ],
      iv: [{ vars: ['k'] }],
      steps: 2,
      vcov: { type: 'windmeijer', small: true },
    });
  });

  test.each<[string, Partial<DpdModelInput>]>([
    ['xtabond2 n l.n, gmm(l.n)', { gmm: [{ vars: ['L1.n'], lags: [1, null] }] }],
    [
      'xtabond2 n l.n, gmm(n, lag(2 .) c)',
      { gmm: [{ vars: ['n'], lags: [2, null], collapse: true }] },
    ],
    ['xtabond2 n l.n, gmm(n, lag(2 4)) nol', { system: false }],
    ['xtabond2 n l.n, gmm(n, lag(2 4)) or', { transform: 'fod' }],
    ['xtabond2 n l.n, gmm(n, lag(2 4)) noc', { formula: 'n ~ 0 + L1.n' }],
    ['xtabond2 n l.n ibn.ind, gmm(n) noc', { formula: 'n ~ 0 + L1.n + i(ind)' }],
    ['xtabond2 n l.n, gmm(n) two', { vcov: { type: 'unadjusted' } }],
    ['xtabond2 n l.n, gmm(n) cl(ind)', { steps: 1, vcov: { type: 'robust', cluster: ['ind'] } }],
    ['xtabond2 n l.n, gmm(n) pca comp(4) h(2)', { pca: 4, h: 2 }],
    ['xtabond2 n l.n [pw=emp], gmm(n)', { weights: { column: 'emp', type: 'probability' } }],
    [
      'xtabond2 n l.n if year>=1978 & ind~=7, gmm(n)',
      { where: 'year >= 1978 && !holds(ind == 7)' },
    ],
    ['xtabond2 n l.n i.year, gmm(n) iv(i.year, eq(l))', { timeEffects: true, iv: [] }],
    ['xtabond2 n l.n i.year, gmm(n) iv(i.year)', { formula: 'n ~ L1.n + i(year)' }],
    [
      'xtabond2 n l.n d.w ld.k f2.w c.w#c.k, gmm(n)',
      { formula: 'n ~ L1.n + D.w + L1.D.k + F2.w + w:k' },
    ],
    [
      'xtabond2 n l.n, gmm(n, lag(2 3) split)',
      {
        gmm: [
          { vars: ['n'], lags: [2, 3], equation: 'diff' },
          { vars: ['n'], lags: [1, 1], equation: 'level' },
        ],
      },
    ],
    [
      'xtabond2 n l.n, gmm(n) iv(w k, eq(diff) p) iv(ys, mz)',
      {
        iv: [
          { vars: ['w', 'k'], equation: 'diff', passthru: true },
          { vars: ['ys'], mz: true },
        ],
      },
    ],
  ])('reads %s', (text, expected) => {
    expect(model(text)).toMatchObject(expected);
  });

  it('expands ranges and asterisks to columns', () => {
    const columns = ['n', 'yr1', 'w', 'yr2'];
    expect(model('xtabond2 n l.n yr*, gmm(n)', { columns }).formula).toBe('n ~ L1.n + yr1 + yr2');
    expect(model('xtabond2 n l.n yr1-yr2, gmm(n)', { columns }).formula).toContain('yr1 + w + yr2');
    expect(model('xtabond2 n l.n yr08-yr10, gmm(n)').formula).toContain('yr08 + yr09 + yr10');
  });

  it('reads scripts with data and panel', () => {
    const text = [
      '* a comment',
      'import delimited "b.csv", clear case(preserve)',
      'xtset firm wave, delta(2)',
      'xtabond2 n l.n, ///',
      '  gmm(n, lag(2 4)) // instruments',
    ].join('\n');
    expect(model(text)).toMatchObject({
      data: 'b.csv',
      panel: { unit: 'firm', time: 'wave', step: 2 },
      gmm: [{ vars: ['n'], lags: [2, 4] }],
    });
  });

  it('notes options without effect', () => {
    const { notes } = importModel('xtabond2 n l.n, gmm(n) gmm(w, eq(level)) nolevel svmat');
    expect(notes.join()).toMatch(/svmat .*level equation/);
  });

  test.each([
    [
      'xtabond2 n l.n, gmm(n) twostp',
      'xtabond2: unknown option "twostp" (did you mean "twostep"?)',
      'twostp',
    ],
    ['xtabond2 n l.n, gmm(n, lags(2 4)) robust', 'gmmstyle(): unknown option "lags"', 'lags'],
    [
      'xtabond2 n l.n, gmm(n, lag(2 4) eq(lvl))',
      'expected diff, level or both, found "lvl"',
      'lvl',
    ],
    ['xtabond2 n l.n, gmm(n, lag(2 4', 'to close gmmstyle(', '(n, lag(2 4'],
    ['xtabond2 n L(2/1).n, gmm(n)', 'ascending range', 'L(2/1)'],
    ['xtabond2 n l.n yr*, gmm(n)', 'needs the column names of the data', 'yr*'],
    ['xtabond2 n l.n s4.w, gmm(n)', 'expected a variable, "," or the end, found ".w,"', '.w'],
    ['xtabond2 n, gmm(n)', 'expected regressors', ' n,'],
    ['xtabond2 n l.n [iw=emp], gmm(n)', 'expected aweight, fweight or pweight', '[iw'],
    ['xtabond2 n l.n if year>, gmm(n)', 'expected a column, a number or a text', ', gmm'],
    ['xtabond3 n l.n, gmm(n)', 'did you mean "xtabond2"?', 'xtabond3'],
  ])('points at what it cannot read in %s', (text, message, word) => {
    const error = inputErrorOf(() => importModel(text));
    expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: text.indexOf(word) } });
    expect(error.message).toContain(message);
  });

  it('refuses options that contradict each other as a model file does', () => {
    const error = inputErrorOf(() => importModel('xtabond2 n l.n, gmm(n) arlevels nolevel'));
    expect(error).toMatchObject({ code: 'bad-value' });
  });
});

describe('importModel of pydynpd', () => {
  it('makes each variable a separate group', () => {
    const text =
      'n L(1:2).n w k | gmm(n w, 2:4) pred(k) endo(q) iv(L1.k) | timedumm nolevel collapse';
    expect(model(text)).toEqual({
      panel: { unit: 'id', time: 'year' },
      estimator: 'dpd',
      formula: 'n ~ L1.n + L2.n + w + k',
      system: false,
      gmm: [
        { vars: ['n'], lags: [2, 4], collapse: true },
        { vars: ['w'], lags: [2, 4], collapse: true },
        { vars: ['k'], lags: [1, null], collapse: true },
        { vars: ['q'], lags: [2, null], collapse: true },
      ],
      iv: [{ vars: ['L1.k'] }],
      timeEffects: true,
      steps: 2,
    });
  });

  it('has period dummies in both equations of a system', () => {
    expect(model('n L1.n | gmm(n, 2:.) | timedumm onestep')).toMatchObject({
      formula: 'n ~ L1.n + i(year)',
      iv: [{ vars: ['i(year)'] }],
      steps: 1,
    });
  });

  test.each([
    ['n L1.n | gm(n, 2:3)', 'unknown part gm() (did you mean "gmm"?)', 'gm('],
    ['n L1.n | gmm(n, 2:3) | nolevl', 'did you mean "nolevel"?', 'nolevl'],
    ['n L(1:?).n | gmm(n, 2:3)', 'ascending range', 'L(1:?)'],
    ['n L1.n | gmm(n)', 'expected "," before the lags', ')'],
  ])('points at what it cannot read in %s', (text, message, word) => {
    const error = inputErrorOf(() => importModel(text));
    expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: text.indexOf(word) } });
    expect(error.message).toContain(message);
  });
});
