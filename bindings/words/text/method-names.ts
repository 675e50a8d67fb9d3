/** Names by which other programs and papers call methods. */

/** What a name means: a command that exists, or a method that does not. */
const names = {
  regression:
    'reg regress regression lm felm feols areg reghdfe xtscc newey lm_robust hdfe wls ls linreg cnsreg 回归 线性回归 普通最小二乘 最小二乘 最小二乘法 加权最小二乘',
  effects:
    'xtreg plm fe re within random between lsdv fixed-effects random-effects pooled pols pooled-ols pooledols panelols randomeffects twoway twfe first-difference fd 面板 面板数据 面板回归 固定效应 随机效应 双向固定效应 个体固定效应 混合回归 混合ols 一阶差分',
  instruments:
    '2sls tsls ivreg ivreg2 ivreg2h ivregress ivreghdfe xtivreg xtivreg2 liml iv2sls instrumental-variables bartik shift-share 工具变量 工具变量法 两阶段最小二乘 两阶段最小二乘法',
  dynamic:
    'xtabond xtabond2 xtdpdsys xtdpdgmm xtdpd xtdpdml pgmm sysgmm sys-gmm system-gmm diffgmm diff-gmm difference-gmm abond arbond dpanel pydynpd dynamic-panel 动态面板 系统gmm 差分gmm 广义矩估计',
  describe:
    'summarize summary sum sumstats tabstat skim desc descriptives codebook tabulate tab xtsum frequencies examine hist histogram 描述统计 描述性统计 统计描述',
  correlate:
    'corr pwcorr cor correlation correlations spearman vif collin 相关 相关分析 相关系数 多重共线性',
  table:
    'esttab estout eststo outreg outreg2 asdoc etable stargazer modelsummary texreg summary_col logout 表格 回归表',
  index: 'entropy pca topsis factor 熵值法 熵权法 主成分 主成分分析 因子分析 综合指数',
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
  count:
    'poisson ppml ppmlhdfe fepois fepoisson nbreg negbin xtpoisson fenegbin zip zinb count 泊松 泊松回归 计数模型 负二项',
  binary:
    'logit probit logistic xtlogit xtprobit clogit feglm glm cloglog mlogit nomreg plum ologit oprobit ivprobit ivtobit biprobit tobit xttobit intreg ordered censored binary 二元选择 二值选择模型 逻辑回归 有序',
  selection: 'heckman heckit heckprob heckprobit selection 样本选择 样本选择模型 赫克曼 两步法',
  quantile: 'qreg rq xtqreg quantile quantreg sqreg bsqreg qregpd lad rreg rlm 分位数 分位数回归',
  nonlinear: 'nls nl nlls mle ml nlsur 非线性最小二乘 极大似然 最大似然',
  gls: 'gls fgls xtgls xtpcse prais ar1 pggls pcse 广义最小二乘',
  systems: 'sur sureg reg3 3sls systemfit 似不相关回归 联立方程 三阶段最小二乘',
  multilevel: 'mixed lmer xtmixed hlm lme multilevel mixedlm 多层模型 分层线性模型',
  structural: 'sem gsem lavaan 结构方程 结构方程模型',
  did: 'did diff csdid att_gt attgt did2s did_imputation did_multiplegt eventstudyinteract sunab etwfe xtdidregress didregress drdid lpdid bacondecomp fect difference-in-differences diff-in-diff 双重差分 双重差分法 倍差法 多期did 交错did',
  'event-study': 'event event-study eventstudy eventdd xtevent 事件研究 事件研究法 平行趋势',
  threshold: 'threshold xthreg xtptm pthreshold 门槛 门槛回归 门槛模型 门限回归 面板门槛',
  spatial:
    'spatial xsmle spml spxtregress spregress spatialreg splm sar sdm moran 空间 空间计量 空间杜宾 空间杜宾模型 空间滞后',
  mediation:
    'mediation mediate medeff sobel sgmediation moderation process 中介 中介效应 中介模型 调节效应',
  var: 'var pvar panelvar xtvar vecm varsoc varest granger irf 向量自回归 格兰杰 格兰杰因果 脉冲响应',
  'time-series': 'arima arma sarima sarimax garch arch egarch ardl ets unobserved 时间序列',
  'unit-root':
    'unitroot unit-root uroot xtunitroot purtest llc ips dfuller pperron kpss coint johansen cointegration xtcointtest xtpedroni xtwest adf 单位根 单位根检验 协整 协整检验',
  matching:
    'psmatch2 psm teffects matchit match matching kmatch ebalance cem psm-did 倾向得分匹配 匹配',
  discontinuity: 'rd rdd rdrobust rdplot discontinuity 断点回归 断点',
  duration: 'stcox coxph coxreg cox survival streg duration 生存分析 久期',
  penalised: 'lasso ridge elasticnet elastic-net glmnet dslasso rlasso lars 岭回归 套索',
  learning:
    'dml randomforest causal_forest xgboost svm kmeans cluster-analysis 机器学习 聚类 随机森林',
  bayes: 'bayes brm stan mcmc 贝叶斯',
  nonparametric: 'npregress lowess loess kdensity locpoly gam 非参数 核密度',
  frontier: 'frontier sfa sfpanel sfcross dea malmquist 随机前沿 数据包络',
  synthetic: 'synth synthetic synthetic-control scm sdid gsynth 合成控制 合成控制法',
} as const;

export type MethodName = keyof typeof names;

const methods: ReadonlyMap<string, MethodName> = new Map(
  Object.entries(names).flatMap(([method, list]) =>
    list.split(' ').map((name) => [name, method as MethodName] as const),
  ),
);

/** Methods whose names scripts also use for other things; these are no methods that a statement lacks. */
const plain: ReadonlySet<MethodName> = new Set([
  'describe',
  'correlate',
  'table',
  'tests',
  'resampling',
  'builds',
  'files',
  'scripts',
] as const);

/**
 * The method that a name means, in any case, with `_`, `-` or blanks, and with options as in `xtreg, fe`; undefined for
 * other words.
 */
export function methodNamed(name: string): MethodName | undefined {
  const words = name
    .trim()
    .toLowerCase()
    .split(/[\s_-]+/);
  const [first = ''] = words[0]!.split(/[,:(（，]/);
  const spellings = [name.trim().toLowerCase(), words.join('-'), words.join(''), first];
  return spellings.map((word) => methods.get(word)).find((method) => method !== undefined);
}

/** True for a method that a statement of a script may lack here. */
export function isStatement(method: MethodName): boolean {
  return !plain.has(method);
}
