import { describe, expect, it, test } from 'vitest';
import { importModel, importScript } from '../../../bindings/interchange/index.js';
import type { ModelInput } from '../../../bindings/models/index.js';
import { inputErrorOf } from '../data/support.js';
import { pointsAt } from './importing.js';

const panel = { unit: 'id', time: 'year' };
const cluster = { type: 'cluster', cluster: ['id'] };
const iv = { estimator: 'iv', formula: 'y ~ x | w ~ z1 + z2' };

/** Commands and the model that they are. */
const commands: readonly (readonly [string, object])[] = [
  ['reg y x1 x2, r', { estimator: 'ols', formula: 'y ~ x1 + x2', vcov: { type: 'HC1' } }],
  ['qui regress y x, cl(id) nocons', { formula: 'y ~ 0 + x', vcov: cluster }],
  [
    'reg y x [pw=w] if year>=1990',
    { where: 'missing(year) || holds(year >= 1990)', vcov: { type: 'HC1' } },
  ],
  ['reg y x if k > 3 & !missing(k)', { where: 'k > 3' }],
  ['xi: reg y ib3.g##c.x, vce(hc3)', { formula: 'y ~ i(g, ref=3) + x + i(g, ref=3):x' }],
  ['reg y c.x##c.x L.z', { formula: 'y ~ x + x^2 + L1.z', panel }],
  ['reg y i.(g h) c.(x z)#i.k', { formula: 'y ~ i(g) + i(h) + x:i(k) + z:i(k)' }],
  ['newey y x, lag(4)', { vcov: { type: 'hac', kernel: 'bartlett', bandwidth: 4, order: 'year' } }],
  ['areg y x, a(g) vce(robust)', { formula: 'y ~ x | g', vcov: { type: 'HC1' } }],
  ['reghdfe y x, a(f=id i.year id#g) cl(id)', { formula: 'y ~ x | id + year + id:g' }],
  ['xtreg y x, fe vce(robust)', { estimator: 'panel', effects: 'within', vcov: cluster }],
  ['xtreg y x', { effects: 'random', vcov: { type: 'unadjusted' } }],
  ['xtreg y x, be i(firm)', { effects: 'between', panel: { unit: 'firm', time: 'year' } }],
  ['ivregress 2sls y x (w = z1 z2), r', { ...iv, vcov: { type: 'HC0' } }],
  ['ivregress liml y (w = z1 z2) x, small', { ...iv, method: 'liml', vcov: { small: true } }],
  [
    'ivregress gmm y x (w = z1 z2), wmat(cluster id) center',
    { estimator: 'gmm', weight: { ...cluster, center: true }, vcov: cluster },
  ],
  ['ivreg2 y x (w=z1 z2), fuller(1) r small', { method: 'fuller', vcov: { type: 'HC1' } }],
  ['ivreg2 y x (w=z1 z2), robust bw(3)', { vcov: { type: 'hac', bandwidth: 2 } }],
  ['ivreg2 y x, cluster(id)', { estimator: 'ols', vcov: { ...cluster, small: false } }],
  [
    'ivreghdfe y x (w=z1 z2), a(id)',
    { formula: 'y ~ x | id | w ~ z1 + z2', vcov: { small: true } },
  ],
  ['lm(y ~ x + factor(g) + I(z^2), d)', { formula: 'y ~ x + i(g) + z^2' }],
  ['feols(y ~ x | id + year | w ~ z, d, vcov = ~ id)', { formula: 'y ~ x | id + year | w ~ z' }],
  ['feols(y ~ l(x, 1:2), d, panel.id = ~ id + year)', { formula: 'y ~ L1.x + L2.x', panel }],
  ['feols(y ~ x, d, vcov = "hetero", weights = ~ w)', { vcov: { type: 'HC1' } }],
  ['plm(y ~ x, d, effect = "twoways")', { effects: 'twoway', panel }],
  ['plm(y ~ x, d, effect = "time")', { estimator: 'ols', formula: 'y ~ x | year' }],
  ['ivreg(y ~ x + w | x + z1 + z2, data = d)', { ...iv, vcov: { small: true } }],
  ['ivreg(y ~ x + w | . - w + z1 + z2, data = d)', iv],
  ['ivreg(y ~ x | w | z1 + z2, data = d)', iv],
  ['smf.ols("y ~ np.log(x) + C(g)", df).fit(cov_type="HC3")', { formula: 'y ~ log(x) + i(g)' }],
  [
    'smf.ols("y ~ x", df).fit(cov_type="cluster", cov_kwds={"groups": df["id"]})',
    { estimator: 'ols', vcov: cluster },
  ],
  ['pf.feols("y ~ x | id", df, vcov={"CRV1": "id"})', { formula: 'y ~ x | id', vcov: cluster }],
  [
    'PanelOLS.from_formula("y ~ 1 + x + EntityEffects", df).fit(cov_type="clustered", cluster_entity=True, group_debias=True)',
    { estimator: 'panel', effects: 'within', vcov: cluster },
  ],
  [
    'IV2SLS.from_formula("y ~ 1 + x + [w ~ z1 + z2]", df).fit(cov_type="unadjusted")',
    { ...iv, vcov: { type: 'unadjusted' } },
  ],
  ['ols y const x w(-1) --cluster=id', { formula: 'y ~ x + L1.w', vcov: cluster }],
  ['tsls y const x w ; const x z1 z2 --robust', { ...iv, vcov: { type: 'HC1', small: true } }],
  ['panel y const x --random-effects --robust', { effects: 'random', vcov: cluster }],
  [
    'xtabond n w k, lags(2) twostep vce(robust)',
    {
      estimator: 'dpd',
      formula: 'n ~ 0 + L1.n + L2.n + w + k',
      system: false,
      gmm: [{ vars: ['n'], lags: [2, null] }],
      iv: [{ vars: ['w', 'k'] }],
      steps: 2,
      vcov: { type: 'windmeijer' },
    },
  ],
  ['xtdpdsys n w, lags(1) pre(k)', { system: true, iv: [{ vars: ['w'], equation: 'diff' }] }],
  ['xtscc y x, fe lag(3)', { estimator: 'panel', vcov: { type: 'driscoll-kraay', bandwidth: 3 } }],
  [
    'xtivreg y x (w = z1 z2), fe',
    { ...iv, formula: 'y ~ x | id | w ~ z1 + z2', vcov: { type: 'unadjusted', small: true } },
  ],
  ['xtivreg y x (w = z1), fd small', { estimator: 'iv', effects: 'first-difference' }],
  ['bysort region (year): xtreg y x, fe', { effects: 'within', split: 'region' }],
  ['by g, sort: regress y x if z > 1', { split: 'g' }],
  ['xtivreg2 y x (w = z1 z2), fe cluster(id)', { formula: 'y ~ x | id | w ~ z1 + z2' }],
  [
    'bootstrap, reps(99) seed(1) cluster(id): regress y x',
    { bootstrap: { scheme: 'cluster', reps: 99, seed: 1, cluster: 'id' } },
  ],
  [
    'felm(y ~ x | id + year | (w ~ z) | id, data = d)',
    { formula: 'y ~ x | id + year | w ~ z', vcov: cluster },
  ],
  ['lm_robust(y ~ x, data = d, alpha = 0.1)', { vcov: { type: 'HC2' }, level: 0.9 }],
  [
    'lm_robust(y ~ x, data = d, clusters = id, se_type = "CR2")',
    { vcov: { type: 'CV2', cluster: ['id'] } },
  ],
  [
    'feols(y ~ i(year, treat, ref = 2000) | id, d)',
    { formula: 'y ~ treat + i(year, ref=2000):treat | id' },
  ],
  ['wls w y const x --robust', { weights: { column: 'w', type: 'analytic' } }],
];

describe('importModel of static commands', () => {
  test.each(commands)('reads %s', (text, expected) => {
    expect(importModel(text).model).toMatchObject(expected);
  });

  test.each([
    ['reg y x in 1/100', 'selects rows by number', ' 1/100'],
    ['reg y i.g, nocons', 'expected ibn.x with noconstant', ' y i.g'],
    ['reghdfe y x, a(id#c.t)', 'found the slopes id#c.t', 'id#c.t'],
    ['reg y x, robst', 'unknown option "robst" (did you mean "robust"?)', 'robst'],
    ['ivregress 2sls y x', 'expected instruments such as', ' y x'],
    ['xtabond y x, pre(w) pre(z)', 'expected one pre()', ' y x'],
    ['xtreg y x, mle', 'expected fe, re or be, found mle', 'mle'],
    ['lm(y ~ poly(x, 2), d)', 'unknown function poly()', 'poly'],
    ['lm(y ~ x, merge(d, e))', 'expected the name of a data frame', 'lm'],
    ['sm.OLS(y, X).fit()', 'whose columns have no names', 'sm.OLS'],
  ])('points at what it cannot read in %s', pointsAt);

  it('says where a program counts differently', () => {
    const { notes } = importModel('areg y x, absorb(id) cluster(id)');
    expect(notes.join()).toContain('areg counts the effects of id');
  });
});

const doFile = [
  'use "firms.dta", clear // data',
  'xtset firm year',
  '#delimit ;',
  'local controls size',
  '  age;',
  '#delimit cr',
  'global fe firm year',
  '/* a block',
  '*/',
  'gen ly = ln(sales)',
  'gen z = sales/emp',
  'keep if year >= 2000',
  'foreach v in a b {',
  "  reg `v' size",
  '}',
  "eststo m1: qui reg ly `controls', vce(cluster firm)",
  "reghdfe ly `controls', ///",
  '  absorb($fe)',
  'boottest size, reps(9999) seed(5) weighttype(webb) cluster(firm)',
  'ivregress 2sls z (size = L.size L2.size)',
  'esttab m1 using t.tex, replace',
].join('\n');

describe('importScript', () => {
  it('reads the commands of a do-file in order and lists the other lines', () => {
    const { models, notTranslated } = importScript(doFile);
    expect(models.map(({ line, model }) => [line, model.formula])).toEqual([
      [14, 'a ~ size'],
      [14, 'b ~ size'],
      [16, 'log(sales) ~ size + age'],
      [17, 'log(sales) ~ size + age | firm + year'],
      [20, 'z ~ 1 | size ~ L1.size + L2.size'],
    ]);
    expect(models[2]!.model).toMatchObject({
      data: 'firms.dta',
      panel: { unit: 'firm', time: 'year' },
      where: 'year >= 2000',
    });
    expect(models[3]!.model.bootstrap).toEqual({
      scheme: 'wild-cluster',
      reps: 9999,
      seed: 5,
      cluster: 'firm',
      weights: 'webb',
    });
    expect(models[4]!.model).toMatchObject({ build: { z: 'sales / emp' } });
    expect(notTranslated).toEqual(['line 21: esttab m1 using t.tex, replace is not translated']);
  });

  it('gives a covariance of R to the model of its name', () => {
    const { models, notTranslated } = importScript(
      [
        'library(sandwich)',
        'd <- read.csv("firms.csv")',
        'd$ly <- log(d$y)',
        'm1 <- lm(ly ~ x,',
        '         data = d)',
        'm2 <- lm(ly ~ x + w, data = subset(d, year > 2000))',
        'coeftest(m1, vcov = vcovHC(m1, type = "HC1"))',
        'coeftest(m1, vcov = vcovCL(m1, cluster = ~ id))',
        'stargazer(m1)',
      ].join('\n'),
    );
    const errors = models.map(({ model }) => model.vcov as ModelInput['vcov']);
    expect(errors).toMatchObject([{ type: 'HC1' }, { type: 'unadjusted' }, cluster]);
    expect(models[1]!.model.where).toBe('year > 2000');
    expect(models.map(({ model }) => model.formula)).toEqual([
      'log(y) ~ x',
      'log(y) ~ x + w',
      'log(y) ~ x',
    ]);
    expect(notTranslated).toEqual(['line 9: stargazer(m1) is not translated']);
  });

  it('reads calls of Python over several lines', () => {
    const { models, notTranslated } = importScript(
      [
        'import pandas as pd',
        'df = pd.read_csv("firms.csv").set_index(["id", "year"])',
        'df["ly"] = np.log(df["y"])',
        'mod = PanelOLS.from_formula(',
        '    "ly ~ 1 + x + EntityEffects", df)',
        'res = mod.fit(cov_type="robust")',
        'plt.plot(res.resids)',
      ].join('\n'),
    );
    expect(models).toMatchObject([
      {
        line: 4,
        model: { data: 'firms.csv', panel, formula: 'log(y) ~ x', vcov: { type: 'HC1' } },
      },
    ]);
    expect(notTranslated).toEqual([
      expect.stringMatching(
        /^line 7: plt.plot\(res.resids\) is not translated; figures of a study/,
      ),
    ]);
  });

  it('carries lists and the panel of gretl', () => {
    const { models } = importScript(
      [
        'open firms.csv',
        'ols y const x --robust',
        'setobs id year --panel-vars',
        'list X = x w',
        'series lk = log(k)',
        'panel y const X lk --robust',
      ].join('\n'),
    );
    expect(models.map(({ model }) => model)).toMatchObject([
      { data: 'firms.csv', formula: 'y ~ x', vcov: { type: 'HC1' } },
      { panel, effects: 'within', formula: 'y ~ x + w + log(k)', vcov: cluster },
    ]);
  });

  it('fails if nothing can be translated', () => {
    const error = inputErrorOf(() => importScript('summarize y\nreg y x in 1/2'));
    expect(error.message).toContain('selects rows by number');
    expect(
      inputErrorOf(() => importScript('use a.dta\nlogit y x', { from: 'stata' })).message,
    ).toContain('found none; line 2: logit y x is not translated');
  });
});
