import { describe, expect, it, test } from 'vitest';
import { importModel } from '../../../bindings/interchange/index.js';
import { inputErrorOf } from '../data/support.js';
import { model, notes, pointsAt, type Refused } from './importing.js';

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
    expect(notes(text)).toBe('mtest(fit): left out, because it does not affect the estimates');
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
    expect(notes(text)).toMatch(/^compat: plm is left out; it does not support system models/);
  });

  test.each<Refused>([
    ['pgmm(n ~ lag(n, 1) + w, data = d)', 'expected "|" before the windows', ', data'],
    ['pgmm(n ~ lag(n, 1) + w | lag(n, 3:9))', 'expected windows that start at lag 2', 'lag(n, 3'],
    ['pgmm(n ~ lag(n, 1) + w | lag(n, 2:9) + lag(w, 3:4))', 'misplaces deeper ones', 'lag(w, 3'],
    ['pgmm(n ~ lag(n, 1) + scale(w) | lag(n, 2:9))', 'unknown function scale()', 'scale'],
    ['pgmm(n ~ lag(n, 1) + w * k | lag(n, 2:9))', 'expected "|" before', '* k'],
    ['pgmm(n ~ lag(n, 2:1) | lag(n, 2:9))', 'ascending range', '1) | lag'],
    [
      'pgmm(n ~ lag(n, 1) | lag(n, 2:9), lost.ts = 2)',
      'unknown or unsupported argument "lost.ts"',
      'lost.ts',
    ],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), fsm = "GI")', 'expected G or I, found "GI"', '"GI"'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), collapse = c(n = TRUE))', 'TRUE or FALSE', 'c(n ='],
    [
      'pgmm(n ~ lag(n, 1:3) | lag(n, 2:9), transformation = "ld")',
      'expected lags of at most 2 in a system',
      'n ~',
    ],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9)', 'expected ")", found the end', '(n ~'],
    ['pgmm(n ~ lag(n, 1) | lag(n, 2:9), effect = "a")', 'found "a"', '"a"'],
  ])('points at what it cannot read in %s', pointsAt);

  it('refuses statements that make data', () => {
    const error = inputErrorOf(() =>
      importModel('d <- subset(d, year > 1)\npgmm(n ~ lag(n) | lag(n, 2:9))'),
    );
    expect(error.message).toMatch(/unknown call subset\(\)/);
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
      'opt.meth is left out, because it does not affect the estimates\nmax.iter is left out; wasmetrics uses its own limits',
    );
  });

  test.each<Refused>([
    [call(', fur.con = TRUE'), 'expected fur.con.diff = TRUE', 'TRUE)'],
    [call(', include.dum = TRUE, dum.diff = TRUE'), 'varname.dum = "t"', 'TRUE, dum.diff'],
    [
      call(', varname.reg.ex = "w"'),
      'unknown or unsupported argument "varname.reg.ex"',
      'varname.reg.ex',
    ],
    [call(', include.x.instr = TRUE'), 'instruments that are not regressors', 'TRUE)'],
    [call(', estimation = "cue"'), 'expected iterative or onestep or twostep', '"cue"'],
    [
      call(', include.x = TRUE, varname.reg.pre = "w", lagTerms.reg.pre = c(1, 2)'),
      'expected 1 numbers, found 2',
      'c(1, 2)',
    ],
    ['pdynmc(dat = d, use.mc.lev = TRUE)', 'level equations', 'TRUE'],
    ['pdynmc(dat = d)', 'expected the argument use.mc.diff', 'pdynmc('],
  ])('points at what it cannot read in %s', pointsAt);
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
