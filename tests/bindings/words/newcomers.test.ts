/** Words of newcomers, wherever they name a method: each leads to what exists, or says that it does not. */
import { expect, test } from 'vitest';
import { fit, type ModelInput, parseModel } from 'wasmetrics';
import { knowMoreMethods } from '../../../bindings/words/errors/program/methods.js';
import { methodNamed } from '../../../bindings/words/text/method-names.js';
import { every } from '../../every.js';

knowMoreMethods();

/** The words, separated by commas, of each method. */
const words: Readonly<Record<string, string>> = {
  regression: `reg, regress, regression, linear regression, OLS regression, lm, felm, feols, areg, reghdfe, reg y x, least squares,
    weighted least squares, ordinary least squares, wls, 回归, 线性回归, 最小二乘法`,
  serial:
    'newey, newey west, Newey-West, driscoll kraay, xtscc, cross section dependence, cross-sectional dependence, xtcsd, 截面相关',
  effects: `xtreg, xtreg y x, fe, fixed effects, fixed effects model, random effects, plm, within, between, pooled OLS, twfe, two-way fixed effects, lsdv, first difference,
    面板回归, 固定效应, 随机效应, 双向固定效应`,
  instruments: `2sls, tsls, two stage least squares, ivreg, ivreg2, ivregress 2sls, ivreghdfe, xtivreg, instrumental variables, bartik, 工具变量,
    两阶段最小二乘法`,
  dynamic:
    'xtabond, xtabond2, xtdpdsys, xtdpdgmm, pgmm, system GMM, difference GMM, sys-gmm, 系统GMM, 差分GMM, 动态面板',
  describe: 'summarize, sum, summary, tabstat, codebook, tabulate, histogram, 描述性统计',
  correlate: 'corr, pwcorr, correlation, vif, 相关分析, 多重共线性',
  table: 'esttab, outreg2, etable, stargazer, modelsummary, eststo, asdoc, 回归表',
  hausman: 'hausman, phtest, 豪斯曼检验',
  tests: 'lincom, nlcom, testparm, linearHypothesis, bptest, 异方差检验',
  means: 'ttest, t-test, anova, oneway, 方差分析',
  resampling: 'bootstrap, boottest, jackknife, 自助法',
  builds: 'gen, egen, generate, winsor2, recode, mutate, collapse, 缩尾',
  scripts: 'stata, eviews, spss, xtset, tsset, statsmodels',
  count: 'poisson, fixed effects poisson, ppml, ppmlhdfe, fepois, nbreg, zip, 泊松回归, 负二项',
  binary:
    'logit, probit, logistic regression, logistic, xtlogit, tobit, tobit model, mlogit, ologit, glm, fixed effects logit, random effects probit, 逻辑回归, 二元选择',
  selection: 'heckman, heckman selection, 样本选择, 赫克曼',
  quantile: 'quantile regression, qreg, rq, quantreg, 分位数回归, 分位数',
  did: 'did, diff-in-diff, difference in differences, csdid, did_imputation, sunab, eventstudyinteract, 双重差分, 多期DID',
  'event-study': 'event study, event-study, eventdd, 事件研究法, 平行趋势',
  threshold: 'threshold, threshold regression, xthreg, 门槛, 门槛回归, 面板门槛',
  spatial: 'sar, sdm, spatial durbin, xsmle, moran, splm, 空间杜宾, 空间计量',
  mediation: 'mediation, mediation analysis, sgmediation, sobel, 中介效应, 调节效应',
  var: 'var, pvar, vecm, granger, granger causality, irf, 向量自回归, 格兰杰因果, 脉冲响应',
  'time-series': 'garch, arch, arima, ardl, ARMA, 时间序列',
  'unit-root':
    'unit root, unit root test, xtunitroot, adf, kpss, dfuller, johansen, cointegration, llc, 单位根检验, 协整',
  matching: 'psm, psmatch2, matching, cem, kmatch, 倾向得分匹配',
  discontinuity: 'rdd, rd, rdrobust, regression discontinuity, 断点回归',
  duration: 'cox, stcox, coxph, survival analysis, 生存分析',
  penalised: 'lasso, ridge, elastic net, glmnet, 套索',
  gls: 'gls, fgls, xtgls, pcse, xtpcse, prais, panel corrected standard errors, 广义最小二乘',
  systems: 'sur, sureg, 3sls, reg3, systemfit, 联立方程',
  multilevel: 'mixed, lmer, hlm, multilevel, 多层模型',
  'mean-group': 'xtmg, xtpmg, pmg, xtdcce2, 均值组估计',
  frontier: 'frontier, sfa, dea, sfpanel, 随机前沿',
  synthetic: 'synth, synthetic control, scm, 合成控制法',
  learning: 'dml, random forest, xgboost, causal_forest, machine learning, 机器学习',
  bayes: 'bayes, stan, brm, 贝叶斯',
  factors: 'factor analysis, factanal, efa, 因子分析',
  index: 'pca, topsis, entropy, 熵值法, 主成分分析',
};
const cases = Object.entries(words).flatMap(([method, list]) =>
  list.split(/,(?! fe)/).map((word) => [word.trim().replace(/\s+/g, ' '), method] as const),
);

test('there are more than 150 words', () => {
  expect(cases.length).toBeGreaterThan(150);
});

test('each word means its method', () =>
  every(
    cases,
    ([word]) => word,
    ([word, method]) => expect(methodNamed(word)).toBe(method),
  ));

test('a model by the method of another program is refused with what exists, under any key', () =>
  every(
    [
      ['poisson', /count models are not in this version/],
      ['logit', /binary and censored models are not in this version/],
      ['quantile regression', /quantile regression is not in this version/],
      ['xtreg, fe', /panel does this/],
      ['ivreg2', /iv does this/],
      ['xtabond2', /dpd does this/],
      ['reghdfe', /ols does this/],
      ['lasso', /penalised regression is not in this version/],
      ['unit root', /unit root and cointegration tests are not in this version/],
    ] as const,
    ([word]) => word,
    async ([word, advice]) => {
      for (const key of ['estimator', 'model', 'command']) {
        const model = { [key]: word, formula: 'y ~ x' } as unknown as ModelInput;
        const refused = fit({ y: [1, 2, 4], x: [1, 2, 3] }, model);
        await expect(refused, key).rejects.toThrow(advice);
        await expect(refused, key).rejects.not.toThrow(/did you mean/);
      }
    },
  ));

test('an estimator under another key is called by its key', () => {
  expect(() => parseModel({ model: 'ols', formula: 'y ~ x' })).toThrow(
    /unknown key model \(did you mean "estimator"\?\)/,
  );
});
