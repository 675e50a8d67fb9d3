import { describe, expect, it, test } from 'vitest';
import { exportModel, type ExportProgram } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';

const system: DpdModelInput = {
  data: 'abdata.csv',
  panel: { unit: 'id', time: 'year' },
  estimator: 'dpd',
  formula: 'n ~ L(1:2).n + w + k',
  gmm: [
    { vars: ['n'], lags: [2, 4] },
    { vars: ['w'], lags: [1, 3] },
  ],
  iv: [{ vars: ['k'] }],
};
const difference: DpdModelInput = { ...system, system: false };
const split: DpdModelInput = {
  ...system,
  formula: 'n ~ 0 + L(1:2).n + w + k',
  gmm: [
    { vars: ['n'], lags: [2, 4] },
    { vars: ['w'], lags: [1, 3], equation: 'diff' },
    { vars: ['w'], lags: [1, 1], equation: 'level' },
  ],
  iv: [
    { vars: ['k'], equation: 'diff' },
    { vars: ['k'], equation: 'level' },
  ],
};

/** The code without comments. */
const code = (model: DpdModelInput, as: ExportProgram) =>
  exportModel(model, as)
    .split('\n')
    .filter((line) => !/^[*#]/.test(line))
    .join('\n')
    .trim();

describe('exportModel', () => {
  it('writes do-files of xtabond2', () => {
    expect(code(system, 'xtabond2')).toBe(
      [
        'import delimited "abdata.csv", clear case(preserve)',
        'xtset id year',
        'xtabond2 n L(1/2).n w k, gmm(n, lag(2 4)) gmm(w, lag(1 3)) iv(k) twostep robust',
      ].join('\n'),
    );
  });

  test.each<[ExportProgram, string]>([
    ['xtabond2', 'import delimited "d.csv", clear case(preserve) encoding("gb18030")'],
    ['plm', 'read.csv("d.csv", check.names = FALSE, fileEncoding = "gb18030")'],
    ['pydynpd', 'pd.read_csv("d.csv", encoding="gb18030")'],
  ])('reads data in another encoding in %s', (program, line) => {
    const data = { file: 'd.csv', encoding: 'gb18030' };
    expect(exportModel({ ...system, data, system: program === 'xtabond2' }, program)).toContain(
      line,
    );
  });

  test.each<[Partial<DpdModelInput>, string]>([
    [{ steps: 1 }, 'iv(k) robust'],
    [{ steps: 1, vcov: { type: 'unadjusted' } }, 'iv(k)'],
    [{ vcov: { type: 'unadjusted' } }, 'iv(k) twostep'],
    [{ system: false, transform: 'fod' }, 'iv(k) orthogonal noleveleq twostep robust'],
    [{ vcov: { cluster: ['ind', 'year'], small: true } }, 'robust cluster(ind year) small'],
    [{ h: 2, pca: 5, arOrders: 3, level: 0.9 }, 'h(2) pca components(5) artests(3) level(90)'],
    [{ timeEffects: true }, 'iv(i.year, eq(level)) twostep robust'],
    [{ weights: { column: 'emp', type: 'analytic' } }, ' w k [aw=emp], gmm('],
    [
      { where: 'year >= 1978 && (ind == 7 || ind in (1, 2))' },
      ' w k if year >= 1978 & (ind == 7 | inlist(ind, 1, 2)) & !missing(year, ind), gmm(',
    ],
    [{ formula: 'n ~ 0 + L.n + F.w + D.k + L.D.w + w:k' }, 'n L1.n F1.w D.k L1D.w c.w#c.k, '],
  ])('writes %j of xtabond2', (keys, expected) => {
    expect(code({ ...system, ...keys }, 'xtabond2')).toContain(expected);
  });

  test.each([
    // The keys, the regressors in Stata, and the instruments where they are coded alike.
    ['n ~ L.n + w + i(ind)', {}, 'w i.ind'],
    ['n ~ L.n + w + i(ind) - 1', {}, 'w ibn.ind'],
    ['n ~ L.n + w + i(ind, ref=3) - 1', {}, 'w ibn.ind'],
    ['n ~ L.n + w + i(ind, ref=3)', {}, 'w ib3.ind'],
    ['n ~ L.n + w + i(ind) - 1', { timeEffects: true }, 'w i.ind'],
    ['n ~ L.n + w + i(ind) - 1', { system: false }, 'w i.ind'],
    ['n ~ L.n + w + i(ind) + i(rep) - 1', {}, 'w ibn.ind i.rep'],
    ['n ~ L.n + w + w:i(ind)', {}, 'w c.w#i.ind'],
    ['n ~ L.n + w:i(ind)', {}, 'c.w#ibn.ind'],
    ['n ~ L.n + i(ind) + i(rep) + i(ind):i(rep)', {}, 'i.ind i.rep i.ind#i.rep'],
    ['n ~ L.n + i(ind) + i(ind):i(rep)', {}, 'i.ind ibn.ind#i.rep'],
    ['n ~ L.n + i(ind):i(rep) - 1', {}, 'ibn.ind#ibn.rep'],
  ] as const)('keeps the levels that %s has with %j', (formula, keys, expected) => {
    const [, ...terms] = formula.replace(' - 1', '').split(' ~ ')[1]!.split(' + ');
    const text = code({ ...system, ...keys, formula, iv: [{ vars: terms }] }, 'xtabond2');
    expect(text).toContain(`n L1.n ${expected}`);
    expect(text).toContain(`iv(${expected})`);
  });

  it('refuses an interaction of which other terms leave what Stata cannot name', () => {
    const formula = 'n ~ L.n + i(ind) + i(ind):i(rep):i(size)';
    expect(() => code({ ...system, formula, iv: [] }, 'xtabond2')).toThrow(
      /xtabond2 cannot express the levels of i\(ind\):i\(rep\):i\(size\) that the other terms leave/,
    );
  });

  it('counts lags of deviations as xtdpdgmm does, and splits equations', () => {
    const deviations = { ...system, transform: 'fod', iv: [] } as const;
    expect(code(deviations, 'xtdpdgmm')).toContain(
      'gmm(n, lagrange(1 3) model(fodev)) gmm(n, lagrange(1 1) difference model(level))',
    );
    expect(code(split, 'xtdpdgmm')).toContain(
      'iv(k, difference model(difference)) iv(k, model(level)) noconstant wmatrix(unadjusted) twostep vce(robust)',
    );
  });

  it('writes dpanel of gretl, with GMMlevel for the level equation', () => {
    expect(code(system, 'gretl')).toContain(
      'dpanel 2 ; n w k const ; GMM(n,2,4) GMMlevel(n,1,1) GMM(w,1,3) GMMlevel(w,0,0) k const --system --two-step',
    );
    expect(code(difference, 'gretl')).toContain('dpanel 2 ; n w k ; GMM(n,2,4) GMM(w,1,3) k');
  });

  it('notes no differences from gretl with compat: gretl', () => {
    const text = exportModel({ ...difference, h: 2, compat: 'gretl' }, 'gretl');
    expect(text).toContain('--dpdstyle');
    expect(exportModel({ ...difference, h: 2 }, 'gretl')).toMatch(
      /^# --dpdstyle divides sigma2 by rows/m,
    );
    expect(text).not.toMatch(/^#/m);
  });

  it('writes pgmm of plm', () => {
    expect(code(split, 'plm')).toContain(
      'pgmm(n ~ lag(n, 1:2) + w + k | lag(n, 2:4) + lag(w, 1:3) | k, data = d, effect = "individual", model = "twosteps", transformation = "ld")',
    );
  });

  it('writes pdynmc by role', () => {
    const text = code(difference, 'pdynmc');
    expect(text).toContain('lagTerms.y = 2,\n  maxLags.y = 4');
    expect(text).toContain(
      'varname.reg.pre = c("w"), lagTerms.reg.pre = c(0), maxLags.reg.pre = c(3)',
    );
    expect(text).toContain('varname.reg.fur = c("k"), lagTerms.reg.fur = c(0)');
  });

  it('writes the command string of pydynpd', () => {
    expect(code(difference, 'pydynpd')).toContain(
      'regression.abond("n L(1:2).n w k | gmm(n, 2:4) gmm(w, 1:3) iv(k) | nolevel", df, ["id","year"])',
    );
  });

  it('names differences in convention and keys left out in comments', () => {
    const input = { ...system, bootstrap: { reps: 100 } };
    const text = exportModel(input, 'gretl');
    expect(text).toMatch(/^# Sargan: gretl divides sigma2 by level rows/m);
    expect(text).toMatch(/^# not exported, .*: bootstrap$/m);
  });

  test.each<[ExportProgram, Partial<DpdModelInput>, string]>([
    ['xtabond2', { steps: 'cue' }, 'steps'],
    ['xtabond2', { gmm: [{ vars: ['n'], lags: [2, 4], transform: 'fod' }] }, 'gmm[0].transform'],
    ['xtabond2', { formula: 'n ~ L.n + log(emp)' }, 'formula'],
    ['xtdpdgmm', {}, 'iv[0].equation'],
    ['gretl', { transform: 'fod' }, 'transform'],
    ['gretl', { formula: 'n ~ L2.n + w' }, 'formula'],
    ['gretl', { gmm: [{ vars: ['w'], lags: [2, 4] }] }, 'gmm'],
    ['plm', {}, 'formula'],
    ['plm', { system: false, gmm: [{ vars: ['n'], lags: [5, 6] }] }, 'gmm[0].lags'],
    [
      'plm',
      {
        system: false,
        gmm: [
          { vars: ['n'], lags: [2, 4] },
          { vars: ['w'], lags: [4, 5] },
        ],
      },
      'gmm[1].lags',
    ],
    ['pdynmc', {}, 'system'],
    ['pydynpd', { vcov: { small: true } }, 'vcov.small'],
    ['pydynpd', { timeEffects: true }, 'timeEffects'],
    ['pydynpd', { iv: [{ vars: ['k'], mz: true }] }, 'iv[0].mz'],
  ])('refuses for %s what it cannot express: %j', (as, keys, key) => {
    const error = inputErrorOf(() => exportModel({ ...system, ...keys }, as));
    expect(error).toMatchObject({ code: 'not-expressed', detail: { program: as, key } });
    expect(error.message).toContain(`model: ${key}: ${as} cannot express `);
  });

  it('refuses other estimators and programs', () => {
    const ols = { estimator: 'ols', formula: 'n ~ w' } as const;
    expect(inputErrorOf(() => exportModel(ols, 'xtabond2'))).toMatchObject({
      code: 'not-expressed',
    });
    const other = inputErrorOf(() => exportModel(system, 'xtabond' as ExportProgram));
    expect(other.message).toContain('did you mean "xtabond2"?');
  });
});

describe('a row filter', () => {
  const filter = '(-k)^2 > 1 && (!(w > 3)) == 1 && (k > 0) != (w > 3) && w ^ 2 >= 9';
  const exported = (as: 'python' | 'r' | 'stata' | 'gretl') =>
    exportModel({ estimator: 'ols', formula: 'n ~ w', where: filter }, as);

  it('has brackets where programs differ in what binds more tightly', () => {
    const core = '(-(k)) ^ 2 > 1 & (!(w > 3)) == 1 & (k > 0) != (w > 3) & w ^ 2 >= 9';
    expect(exported('r')).toContain(core);
    expect(exported('stata')).toContain(core);
    expect(exported('gretl')).toContain(core.replaceAll(' & ', ' && '));
  });

  it('has the powers and negations of Python', () => {
    expect(exported('python')).toContain(
      '(-(k)) ** 2 > 1 and (not (w > 3)) == 1 and (k > 0) != (w > 3) and w ** 2 >= 9',
    );
  });
});
