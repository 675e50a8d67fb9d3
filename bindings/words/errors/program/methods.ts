/** Further methods of other programs, with names also in Chinese, which the command line knows and pages do not load. */
import { addMethodNames } from '../../text/method-names.js';
import { absent, addMethodSentences } from '../methods.js';

const names = {
  serial:
    'newey newey-west neweywest nw xtscc scc driscoll-kraay driscoll dk cross-section-dependence cross-sectional-dependence csd cd xtcsd 截面相关 自相关 异方差自相关稳健',
  regression:
    'ols-regression linear-regression multiple-regression ordinary-least weighted-least least-squares regression wls ls linreg reg2hdfe a2reg felsdvreg 回归 线性回归 普通最小二乘 最小二乘 最小二乘法 加权最小二乘',
  effects:
    'pooled pols pooled-ols pooledols panelols randomeffects twoway twfe first-difference fd 面板 面板数据 面板回归 固定效应 随机效应 双向固定效应 个体固定效应 混合回归 混合ols 一阶差分',
  instruments:
    'instrumental-variables instrumental-variable two-stage iv-reg bartik shift-share 工具变量 工具变量法 两阶段最小二乘 两阶段最小二乘法',
  dynamic:
    'xtdpd sys-gmm diff-gmm arbond dpanel pydynpd dynamic-panel 动态面板 系统gmm 差分gmm 广义矩估计',
  describe:
    'descriptives codebook tabulate tab xtsum frequencies examine hist histogram 描述统计 描述性统计 统计描述',
  correlate: 'correlations spearman vif collin 相关 相关分析 相关系数 多重共线性',
  table: 'eststo outreg asdoc summary_col logout 表格 回归表',
  index: '熵值法 熵权法 主成分 主成分分析 综合指数',
  hausman: 'hausman phtest xtoverid 豪斯曼检验 豪斯曼',
  tests:
    'lincom nlcom testparm testnl deltamethod linearhypothesis waldtest hettest bptest estat ovtest 异方差检验',
  means: 'ttest t-test anova oneway aov ancova manova t检验 方差分析 均值检验',
  resampling: 'bootstrap boottest wildbootstrap wildboottest boot jackknife 自助法 重抽样',
  effect: 'mfx margeff marginaleffects 边际效应',
  builds:
    'gen egen generate winsor winsor2 winsorize recode mutate collapse reshape pivot_longer 缩尾 缩尾处理',
  files: 'import_excel read_csv insheet use readtable convertdata 读取数据',
  scripts: 'stata fixest statsmodels linearmodels pyfixest gretl eviews spss xtset tsset',
  count: 'fepoisson count 泊松 泊松回归 计数模型 负二项',
  binary:
    'nomreg plum ivprobit ivtobit biprobit intreg ordered censored binary 二元选择 二值选择模型 逻辑回归 有序 truncreg betareg fracreg',
  selection: 'heckman heckit heckprob heckprobit selection 样本选择 样本选择模型 赫克曼 两步法',
  quantile: 'bsqreg lad 分位数 分位数回归 rifhdreg rifreg',
  outliers: 'rreg rlm lmrob robreg mregress 稳健回归',
  constrained: 'cnsreg constrained 约束回归',
  heteroskedastic: 'ivreg2h lewbel',
  factors: 'factor factanal efa cfa 因子分析',
  nonlinear: 'nls nl nlls mle ml nlsur xtdpdml xtdpdqml 非线性最小二乘 极大似然 最大似然 fmm',
  gls: 'generalized-least generalised-least feasible-gls panel-corrected gls fgls xtgls xtpcse prais ar1 pggls pcse 广义最小二乘',
  systems: 'sur sureg reg3 3sls systemfit 似不相关回归 联立方程 三阶段最小二乘',
  survey: 'svy svydesign svyglm 复杂抽样',
  imputation: 'mi mice micombine 多重插补',
  'mean-group': 'xtmg xtpmg pmg mg xtdcce2 xtcce 均值组估计',
  multilevel: 'mixed lmer xtmixed hlm lme multilevel mixedlm 多层模型 分层线性模型',
  structural: 'sem gsem lavaan 结构方程 结构方程模型',
  did: 'diff didregress lpdid bacondecomp fect difference-in-differences diff-in-diff 双重差分 双重差分法 倍差法 多期did 交错did',
  'event-study': 'event 事件研究 事件研究法 平行趋势',
  threshold: '门槛 门槛回归 门槛模型 门限回归 面板门槛',
  spatial: '空间 空间计量 空间杜宾 空间杜宾模型 空间滞后',
  mediation: 'process 中介 中介效应 中介模型 调节效应 medsem',
  var: 'varsoc varest granger irf 向量自回归 格兰杰 格兰杰因果 脉冲响应 vec svar',
  'time-series': 'arima arma sarima sarimax garch arch egarch ardl ets unobserved 时间序列',
  'unit-root': 'uroot dfuller pperron kpss coint johansen xtwest 单位根 单位根检验 协整 协整检验',
  matching: 'cem psm-did 倾向得分匹配 匹配',
  discontinuity: 'regression-discontinuity discontinuity 断点回归 断点 rddensity rdpower',
  duration: 'coxreg duration 生存分析 久期',
  penalised: 'elastic-net lars 岭回归 套索 poregress dsregress xporegress',
  learning:
    'random-forest machine-learning neural-network dml randomforest causal_forest xgboost svm kmeans cluster-analysis 机器学习 聚类 随机森林',
  bayes: 'bayes brm stan mcmc 贝叶斯',
  nonparametric: 'npregress lowess loess kdensity locpoly gam 非参数 核密度',
  frontier: '随机前沿 数据包络 xtfrontier',
  synthetic: 'synthetic-control 合成控制 合成控制法',
} as const;

const sentences = {
  serial:
    'ols and panel do this: --vcov hac:4 (Newey-West), --vcov driscoll-kraay:4 for cross-sectional dependence',
  hausman: 'test does this, as in: test fixed.yaml --hausman random.yaml',
  tests: 'test does this: hypotheses, --function of coefficients, --diagnostics of least squares',
  means: 'ols does this: "y ~ i(group)" compares means',
  resampling: 'bootstrap is an option of every estimator, as in --bootstrap 999',
  effect: 'margins does this',
  builds: 'options of every command do this: --build "x=winsor(x, 1)", --where, --reshape',
  files: 'every command reads a data file, and convert shows how it is read',
  scripts: 'import reads commands and scripts of other programs',
  selection: absent('sample selection models are', 'no estimator here replaces them'),
  nonlinear: absent(
    'nonlinear least squares and maximum likelihood are',
    'a formula may have log(x), x^2 and x:w',
  ),
  outliers: absent(
    'regression robust to outliers is',
    'winsor(x, 1) in a formula cuts outliers, and --vcov HC3 corrects standard errors only',
  ),
  constrained: absent(
    'regression under constraints is',
    'put the constraint into the formula: for b = c write "y ~ I(x + z)"',
  ),
  heteroskedastic: absent(
    'instruments made from heteroskedasticity are',
    'iv takes instruments that are columns',
  ),
  factors: absent('factor analysis is', 'index pca has principal components, without rotation'),
  gls: absent(
    'feasible generalised least squares is',
    'ols with --vcov hac or driscoll-kraay corrects the standard errors',
  ),
  systems: absent('systems of equations are', '"c(y1, y2) ~ x" estimates them one by one'),
  survey: absent('survey designs are', 'ols has probability weights and clustered errors'),
  imputation: absent('multiple imputation is', 'rows without a value are left out'),
  'mean-group': absent('mean-group estimators are', 'panel has slopes that all units share'),
  multilevel: absent('mixed models are', 'panel with --effects random has random intercepts'),
  structural: absent(
    'structural equation and spatial error models are',
    'no estimator here replaces them',
  ),
  'time-series': absent('ARIMA and GARCH models are', 'ols with L.y is an autoregression'),
  learning: absent('machine learning is', 'no estimator here replaces it'),
  bayes: absent('Bayesian estimation is', 'no estimator here replaces it'),
  nonparametric: absent('nonparametric regression is', 'no estimator here replaces it'),
};

/** Lets the program know names that pages do not load. */
export function knowMoreMethods(): void {
  addMethodNames(names);
  addMethodSentences(sentences);
}
