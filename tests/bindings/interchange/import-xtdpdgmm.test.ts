import { describe, expect, it, test } from 'vitest';
import { model, notes, pointsAt, type Read, type Refused } from './importing.js';

describe('importModel of xtdpdgmm', () => {
  test.each<Read>([
    [
      'xtdpdgmm L(0/1).n w, model(diff) gmm(n, lag(2 4)) iv(w, d) nocons two vce(r)',
      {
        formula: 'n ~ L1.n + w',
        system: false,
        gmm: [{ vars: ['n'], lags: [2, 4] }],
        iv: [{ vars: ['w'] }],
        steps: 2,
        vcov: { type: 'windmeijer' },
        compat: 'xtdpdgmm',
      },
    ],
    [
      'xtdpdgmm L(0/1).n, gmm(n, m(d)) gmm(n, l(1 1) d) gmm(w)',
      {
        system: true,
        gmm: [
          { vars: ['n'], lags: [1, null], equation: 'diff' },
          { vars: ['n'], lags: [1, 1], equation: 'level' },
          { vars: ['w'], lags: [0, null], equation: 'level', passthru: true },
        ],
      },
    ],
    [
      'xtdpdgmm L(0/1).n, c gmm(n, l(1 3) m(fod)) gmm(w, l(2) m(d) noc) iv(k, l(0 1) m(fod)) nocons',
      {
        transform: 'fod',
        system: false,
        gmm: [
          { vars: ['n'], lags: [2, 4], collapse: true },
          { vars: ['w'], lags: [2, null], transform: 'fd' },
          { vars: ['k'], lags: [1, 1], collapse: true },
          { vars: ['k'], lags: [2, 2], collapse: true },
        ],
      },
    ],
    [
      'xtdpdgmm L(0/1).n, gmm(n, l(2 3) m(d)) iv(w, m(d)) iv(k, l(1) d m(l)) nocons',
      {
        iv: [
          { vars: ['w'], equation: 'diff', passthru: true },
          { vars: ['L1.D.k'], equation: 'level' },
        ],
      },
    ],
    ['xtdpdgmm L(0/1).n, gmm(n, m(d)) teffects nocons', { system: true, timeEffects: true }],
    ['xtdpdgmm L(0/1).n, gmm(n) nolevel teffects', { system: false, timeEffects: true }],
    [
      'xtdpdgmm L(0/1).n, gmm(n, m(d)) igmm vce(cluster ind, dc) w(ind) l(90)',
      {
        steps: 'iterated',
        h: 2,
        level: 0.9,
        vcov: { type: 'doubly-corrected', cluster: ['ind'] },
      },
    ],
    ['xtdpdgmm L(0/1).n, gmm(n, m(d)) nl(noserial, w(0))', { steps: 2, nonlinear: true }],
    ['xtdpdgmm L(0/1).n, c gmm(n) nl(noserial, w(0))', { nonlinear: 'collapse' }],
    ['xtdpdgmm L(0/1).n, gmm(n, m(d)) cugmm wmat(sep)', { steps: 'cue', h: 1 }],
  ])('reads %s', (text, expected) => {
    expect(model(text)).toMatchObject(expected);
  });

  it('reads the tests after it, and notes what it leaves out', () => {
    const text = [
      'webuse abdata',
      'xtset id year',
      'xtdpdgmm L(0/1).n, gmm(n, l(2 3) m(d)) iv(w) nolevel overid vce(r)',
      'estat serial, ar(1/3)',
      'estat overid',
    ].join('\n');
    expect(model(text)).toMatchObject({ arOrders: 3, system: false, iv: [{ vars: ['w'] }] });
    expect(notes(text)).toMatch(/webuse abdata: left out.*\noverid is left out/);
    expect(notes('xtdpdgmm L(0/1).n, gmm(n) iv(w, m(l)) nolevel vce(r)')).toContain(
      'nolevel removes that equation',
    );
    expect(notes('xtdpdgmm L(0/1).n, gmm(n, m(d)) small vce(r)')).toContain('vcov.small');
  });

  test.each<Refused>([
    ['xtdpdgmm L(0/1).n, gmm(n) twostp', 'xtdpdgmm: unknown option "twostp"', 'twostp'],
    ['xtdpdgmm L(0/1).n, gmm(n, model(mdev))', 'expected level, difference or fodev', 'mdev'],
    ['xtdpdgmm L(0/1).n, gmm(n, l(. 2))', 'expected the first lag, found "."', '. 2'],
    ['xtdpdgmm L(0/1).n, gmm(n, l(3 2))', 'expected ascending lags', 'l(3'],
    ['xtdpdgmm L(0/1).n, gmm(n, bodev)', 'gmmiv(): unknown option "bodev"', 'bodev'],
    ['xtdpdgmm L(0/1).n, gmm(n) iv(w, l(0 .))', 'expected a last lag in iv()', 'l(0 .)'],
    ['xtdpdgmm L(0/1).n, gmm(n) nl(iid)', 'expected noserial, found "iid"', 'iid'],
    ['xtdpdgmm L(0/1).n, gmm(n) nl(noserial)', 'expected weight(0) in nl()', 'nl('],
    ['xtdpdgmm L(0/1).n, gmm(n) wmatrix(identity)', 'found "identity"', 'identity'],
    ['xtdpdgmm L(0/1).n, gmm(n) vce(bootstrap)', 'found "bootstrap"', 'bootstrap'],
  ])('points at what it cannot read in %s', pointsAt);
});
