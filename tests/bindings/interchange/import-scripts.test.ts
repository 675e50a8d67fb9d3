/** Commands and scripts of xtdpdgmm, gretl, plm and pdynmc: what is read, noted and refused. */
import { describe, expect, it, test } from 'vitest';
import { importModel, type ImportOptions } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';

const model = (text: string, options?: ImportOptions) => importModel(text, options).model;
const notes = (text: string) => importModel(text).notes.join('\n');

type Read = readonly [string, Partial<DpdModelInput>];
type Refused = readonly [text: string, message: string, at: string];

function pointsAt([text, message, at]: Refused) {
  const error = inputErrorOf(() => importModel(text));
  expect(error).toMatchObject({ code: 'command-syntax', detail: { offset: text.indexOf(at) } });
  expect(error.message).toContain(message);
}

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
    expect(notes(text)).toMatch(/webuse abdata: left out.*\noverid changes no estimate/);
    expect(notes('xtdpdgmm L(0/1).n, gmm(n) iv(w, m(l)) nolevel vce(r)')).toContain(
      'nolevel has none',
    );
    expect(notes('xtdpdgmm L(0/1).n, gmm(n, m(d)) small vce(r)')).toContain('vcov.small');
  });

  test.each<Refused>([
    ['xtdpdgmm L(0/1).n, gmm(n) twostp', 'xtdpdgmm has no option "twostp"', 'twostp'],
    ['xtdpdgmm L(0/1).n, gmm(n, model(mdev))', 'expected level, difference or fodev', 'mdev'],
    ['xtdpdgmm L(0/1).n, gmm(n, l(. 2))', 'expected the first lag, found "."', '. 2'],
    ['xtdpdgmm L(0/1).n, gmm(n, bodev)', 'gmmiv() has no option "bodev"', 'bodev'],
    ['xtdpdgmm L(0/1).n, gmm(n) iv(w, l(0 .))', 'expected a last lag in iv()', 'l(0 .)'],
    ['xtdpdgmm L(0/1).n, gmm(n) nl(iid)', 'expected noserial, found "iid"', 'iid'],
    ['xtdpdgmm L(0/1).n, gmm(n) nl(noserial)', 'expected weight(0) in nl()', 'nl('],
    ['xtdpdgmm L(0/1).n, gmm(n) wmatrix(identity)', 'found "identity"', 'identity'],
    ['xtdpdgmm L(0/1).n, gmm(n) vce(bootstrap)', 'found "bootstrap"', 'bootstrap'],
  ])('points at what it cannot read in %s', (...given) => pointsAt(given));
});

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
    expect(notes(text)).toMatch(/^set verbose off: left out.*\n--vcv changes no estimate/);
  });

  it('says where the constant of differences is a trend', () => {
    const text = 'dpanel 1 ; n w const --dpdstyle';
    expect(model(text)).toMatchObject({
      formula: 'n ~ L1.n + w + year',
      iv: [{ vars: ['w', 'year'] }],
    });
    expect(notes(text)).toMatch(/^the constant of the differences is the trend year/);
  });

  it('leaves compat out where the numbers of gretl are not reproduced, but not its differences', () => {
    const text = 'dpanel 1 ; n w const --system --dpdstyle --asymptotic';
    expect(model(text)).toMatchObject({ gaps: 'bridge', h: 2 });
    expect(model(text)).not.toHaveProperty('compat');
    expect(notes(text)).toMatch(/^compat gretl is left out, as not reproduced are unadjusted/);
    expect(notes('setobs 9 1:1 --stacked-time-series\ndpanel 1 ; n w')).toContain('--unit');
  });

  test.each<Refused>([
    ['dpanel 1 ; n w --twostep', '(did you mean "two-step"?)', '--twostep'],
    ['dpanel 0 ; n w', 'expected the number of lags', '0'],
    ['dpanel n w', 'expected the number of lags', 'n w'],
    ['dpanel 1 ; n w ; GMM(n,2) w', 'expected "," and two lags', ',2)'],
    ['dpanel 1 ; n w ; GMN(n,2,3) w', 'GMN() in a list is not read', 'GMN'],
    ['dpanel 1 ; n ldiff(w)', 'ldiff() in a list is not read (did you mean "diff"?)', 'ldiff'],
    ['dpanel 1 ; n w ; w const --system', 'name it as a regressor', 'const'],
    ['smpl year > 1978', 'found "smpl"', 'smpl'],
    ['dpanl 1 ; n w', 'did you mean "dpanel"?', 'dpanl'],
  ])('points at what it cannot read in %s', (...given) => pointsAt(given));

  it('refuses statements that make or choose data, and a second command', () => {
    const smpl = inputErrorOf(() => importModel('smpl year > 1978\ndpanel 1 ; n w'));
    expect(smpl.message).toContain('"smpl" is not read');
    const second = inputErrorOf(() => importModel('dpanel 1 ; n w\ndpanel 2 ; n w'));
    expect(second.message).toContain('expected one command dpanel, found another');
  });
});

describe('importModel of plm', () => {
  it('reads scripts', () => {
    const text = [
      'library(plm) # the panel',
      "d <- read.csv('b.csv'); d <- pdata.frame(d, index = c('firm', 'wave'))",
      'fit <- plm::pgmm(log(emp) ~ lag(log(emp), 1:2) + `a b` + I(k^2)',
      '  | lag(log(emp), 2:99), d, effect = "individual", model = "two")',
      'summary(fit, robust = FALSE)',
      'mtest(fit)',
    ].join('\n');
    expect(model(text)).toEqual({
      data: 'b.csv',
      panel: { unit: 'firm', time: 'wave' },
      estimator: 'dpd',
      formula: 'log(emp) ~ L1.log(emp) + L2.log(emp) + `a b` + k^2',
      system: false,
      gmm: [{ vars: ['log(emp)'], lags: [2, null] }],
      iv: [{ vars: ['`a b`', 'k^2'] }],
      steps: 2,
      vcov: { type: 'unadjusted' },
      compat: 'plm',
    });
    expect(notes(text)).toBe('mtest(fit): left out, as it changes no estimate');
  });

  it('splits instruments of a system by equation, and keeps rows whose instruments are missing', () => {
    const text =
      'pgmm(n ~ lag(n) + w | lag(n, 2:4) + lag(w, 1) | k, index = c("i", "t"), transformation = "ld")';
    expect(model(text)).toMatchObject({
      panel: { unit: 'i', time: 't' },
      formula: 'n ~ L1.n + w',
      gmm: [
        { vars: ['n'], lags: [2, 4] },
        { vars: ['w'], lags: [1, 1], equation: 'diff' },
        { vars: ['w'], lags: [1, 1], equation: 'level' },
      ],
      iv: [
        { vars: ['k'], mz: true, equation: 'diff' },
        { vars: ['k'], mz: true, equation: 'level' },
      ],
      timeEffects: true,
    });
    expect(notes(text)).toMatch(/^compat plm is left out, as not reproduced are system models/);
  });

  test.each<Refused>([
    ['pgmm(n ~ lag(n, 1) + w, data = d)', 'expected "|" before the windows', ', data'],
    ['pgmm(n ~ lag(n, 1) + w | lag(n, 3:9))', 'expected a window from lag 2', 'lag(n, 3'],
    ['pgmm(n ~ lag(n, 1) + scale(w) | lag(n, 2:9))', 'scale() is not read', 'scale'],
    ['pgmm(n ~ lag(n, 1) + w * k | lag(n, 2:9))', 'expected "|" before', '* k'],
    ['pgmm(n ~ lag(n, 2:1) | lag(n, 2:9))', 'ascending range', '1) | lag'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), lost.ts = 2)', 'no argument "lost.ts"', 'lost.ts'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), fsm = "GI")', 'expected G or I, found "GI"', '"GI"'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), collapse = c(n = TRUE))', 'TRUE or FALSE', 'c(n ='],
    [
      'pgmm(n ~ lag(n, 1:3) | lag(n, 2:9), transformation = "ld")',
      'stops at a system with lags deeper than 2',
      'n ~',
    ],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9)', 'expected ")", found the end', '(n ~'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), effect = "a")', 'found "a"', '"a"'],
  ])('points at what it cannot read in %s', (...given) => pointsAt(given));

  it('refuses statements that make data', () => {
    const error = inputErrorOf(() =>
      importModel('d <- subset(d, year > 1)\npgmm(n ~ lag(n) | lag(n, 2:9))'),
    );
    expect(error.message).toMatch(/subset\(\) is not read/);
  });
});

describe('importModel of pdynmc', () => {
  const call = (rest: string) =>
    `pdynmc(dat = d, varname.i = "i", varname.t = "t", use.mc.diff = TRUE, use.mc.lev = FALSE, use.mc.nonlin = FALSE, include.y = TRUE, varname.y = "n", lagTerms.y = 1${rest})`;

  it('reads roles, and its default of iterated steps', () => {
    const text = call(
      ', include.x = TRUE, varname.reg.end = c("w", "k"), lagTerms.reg.end = c(1, 0), maxLags.reg.end = c(3, 4), inst.collapse = TRUE, w.mat = "identity", std.err = "dbl.corrected", max.iter = 50L, opt.meth = "BFGS"',
    );
    expect(model(text)).toEqual({
      panel: { unit: 'i', time: 't' },
      estimator: 'dpd',
      formula: 'n ~ L1.n + w + L1.w + k',
      system: false,
      gmm: [
        { vars: ['n'], lags: [2, null], collapse: true },
        { vars: ['w'], lags: [2, 3], collapse: true },
        { vars: ['k'], lags: [2, 4], collapse: true },
      ],
      iv: [],
      steps: 'iterated',
      h: 1,
      vcov: { type: 'doubly-corrected' },
    });
    expect(notes(text)).toBe(
      'opt.meth changes no estimate and is left out\nmax.iter is left out: a rule of its own',
    );
  });

  test.each<Refused>([
    [call(', fur.con = TRUE'), 'expected fur.con.diff = TRUE', 'TRUE)'],
    [call(', include.dum = TRUE, dum.diff = TRUE'), 'varname.dum = "t"', 'TRUE, dum.diff'],
    [call(', varname.reg.ex = "w"'), 'no argument "varname.reg.ex"', 'varname.reg.ex'],
    [call(', include.x.instr = TRUE'), 'instruments that are no regressors', 'TRUE)'],
    [call(', estimation = "cue"'), 'expected iterative or onestep or twostep', '"cue"'],
    [
      call(', include.x = TRUE, varname.reg.pre = "w", lagTerms.reg.pre = c(1, 2)'),
      'expected 1 numbers, found 2',
      'c(1, 2)',
    ],
    ['pdynmc(dat = d, use.mc.lev = TRUE)', 'level equations', 'TRUE'],
    ['pdynmc(dat = d)', 'expected the argument use.mc.diff', 'pdynmc('],
  ])('points at what it cannot read in %s', (...given) => pointsAt(given));
});

describe('the program of a text', () => {
  it('is found by its command, or named', () => {
    const text = 'n L1.n | gmm(n, 2:4) | nolevel';
    expect(model(text, { from: 'pydynpd' })).toEqual(model(text));
    const other = inputErrorOf(() => importModel(text, { from: 'plm' }));
    expect(other.message).toContain('expected a call of pgmm()');
    const none = inputErrorOf(() => importModel('set verbose off', { from: 'gretl' }));
    expect(none.message).toContain('expected one command dpanel, found none');
    const unknown = inputErrorOf(() => importModel(text, { from: 'grtl' as 'gretl' }));
    expect(unknown).toMatchObject({ code: 'unknown-program' });
    expect(inputErrorOf(() => importModel('')).message).toContain('found none');
  });
});
