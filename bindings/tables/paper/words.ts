/** Every word that a table prints by itself, in each language. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

interface Words {
  readonly yes: string;
  readonly no: string;
  readonly constant: string;
  readonly lag: (label: string, lags: number) => string;
  readonly lead: (label: string, leads: number) => string;
  readonly change: (label: string, order: number) => string;
  /** The difference of two groups by a method. */
  readonly difference: (of: string, minus: string, method: string) => string;
  readonly descriptive: Readonly<Record<string, string>>;
  readonly effects: (label: string) => string;
  readonly clusters: (label: string) => string;
  readonly depvar: (label: string) => string;
  /** What stands between the parts of an enumeration, and after a column's number. */
  readonly comma: string;
  readonly end: string;
  readonly stars: (entries: readonly (readonly [stars: string, level: string])[]) => string;
  readonly statistics: Readonly<Record<string, string>>;
  readonly below: Readonly<Record<string, string>>;
  readonly inParentheses: string;
  readonly inBrackets: string;
  readonly column: (columns: string, words: string) => string;
  readonly errors: Readonly<Record<string, string>>;
  readonly clustered: (columns: string) => string;
  readonly unit: string;
  readonly bootstrap: (scheme: string, reps: string, seed: string) => string;
  readonly warning: string;
}

const english: Words = {
  yes: 'Yes',
  no: 'No',
  constant: 'Constant',
  lag: (label, lags) => (lags === 1 ? `${label}, lagged` : `${label}, lag ${lags}`),
  lead: (label, leads) => `${label}, lead ${leads}`,
  change: (label, order) => (order === 1 ? `Change in ${label}` : `${label}, difference ${order}`),
  difference: (of, minus, method) => `${of} minus ${minus}, ${method}`,
  descriptive: {
    n: 'N',
    missing: 'Missing',
    mean: 'Mean',
    sd: 'SD',
    min: 'Min',
    p25: 'P25',
    median: 'Median',
    p75: 'P75',
    max: 'Max',
    skewness: 'Skewness',
    kurtosis: 'Kurtosis',
    distinct: 'Distinct',
    sdBetween: 'Between SD',
    sdWithin: 'Within SD',
  },
  effects: (label) => `${label} fixed effects`,
  clusters: (label) => `Clusters (${label})`,
  depvar: (label) => `Dependent variable: ${label}`,
  comma: ', ',
  end: '.',
  stars: (entries) => entries.map(([stars, level]) => `${stars} p < ${level}`).join(', '),
  statistics: {
    nobs: 'Observations',
    ngroups: 'Units',
    ninstruments: 'Instruments',
    rsquared: 'R²',
    rsquaredAdj: 'Adjusted R²',
    rsquaredWithin: 'Within R²',
    rsquaredBetween: 'Between R²',
    rsquaredOverall: 'Overall R²',
    sigma2: 'Error variance',
    rss: 'Residual sum of squares',
    loglik: 'Log-likelihood',
    aic: 'AIC',
    bic: 'BIC',
    dfResid: 'Residual degrees of freedom',
    f: 'F',
    wald: 'Wald χ²',
    hansen: 'Hansen J',
    sargan: 'Sargan',
    jTest: 'Hansen J',
    wuHausman: 'Wu-Hausman F',
    hausman: 'Hausman',
    kleibergenPaapLM: 'Kleibergen-Paap LM',
    kleibergenPaapF: 'Kleibergen-Paap F',
    craggDonald: 'Cragg-Donald F',
    effectiveF: 'Effective F',
    andersonRubin: 'Anderson-Rubin F',
    partialF: 'First-stage F',
    partialR2: 'First-stage partial R²',
    swF: 'Sanderson-Windmeijer F',
    p: 'p-value',
  },
  below: {
    stdError: 'standard errors',
    t: 't statistics',
    z: 'z statistics',
    p: 'p-values',
    interval: 'confidence intervals',
    bootstrapError: 'bootstrap standard errors',
    bootstrapInterval: 'bootstrap confidence intervals',
    wildP: 'bootstrap p-values',
    monteCarloError: 'Monte Carlo errors of the bootstrap standard errors',
  },
  inParentheses: 'in parentheses',
  inBrackets: 'in brackets',
  column: (columns, words) => `${columns}: ${words}`,
  errors: {
    unadjusted: 'conventional',
    robust: 'heteroskedasticity-robust',
    HC0: 'heteroskedasticity-robust (HC0)',
    HC1: 'heteroskedasticity-robust (HC1)',
    HC2: 'heteroskedasticity-robust (HC2)',
    HC3: 'heteroskedasticity-robust (HC3)',
    HC4: 'heteroskedasticity-robust (HC4)',
    hac: 'robust to heteroskedasticity and autocorrelation',
    'driscoll-kraay': 'Driscoll-Kraay',
    windmeijer: 'Windmeijer-corrected',
    'doubly-corrected': 'doubly corrected',
  },
  clustered: (columns) => `clustered by ${columns}`,
  unit: 'unit',
  bootstrap: (scheme, reps, seed) =>
    `Bootstrap: scheme ${scheme}, ${reps} replicates, seed ${seed}`,
  warning: 'Warning',
};

const chinese: Words = {
  yes: '是',
  no: '否',
  constant: '常数项',
  lag: (label, lags) => `${label}（滞后${lags}期）`,
  lead: (label, leads) => `${label}（前${leads}期）`,
  change: (label, order) => (order === 1 ? `Δ${label}` : `${label}（${order}阶差分）`),
  difference: (of, minus, method) => `${of}减${minus}（${method}）`,
  descriptive: {
    n: '观测值',
    missing: '缺失值',
    mean: '均值',
    sd: '标准差',
    min: '最小值',
    p25: '25%分位数',
    median: '中位数',
    p75: '75%分位数',
    max: '最大值',
    skewness: '偏度',
    kurtosis: '峰度',
    distinct: '不同取值数',
    sdBetween: '组间标准差',
    sdWithin: '组内标准差',
  },
  effects: (label) => `${label}固定效应`,
  clusters: (label) => `聚类数（${label}）`,
  depvar: (label) => `被解释变量：${label}`,
  comma: '、',
  end: '。',
  stars: (entries) => entries.map(([stars, level]) => `${stars} p < ${level}`).join('，'),
  statistics: {
    nobs: '观测值',
    ngroups: '个体数',
    ninstruments: '工具变量数',
    rsquared: 'R²',
    rsquaredAdj: '调整R²',
    rsquaredWithin: '组内R²',
    rsquaredBetween: '组间R²',
    rsquaredOverall: '总体R²',
    sigma2: '误差方差',
    rss: '残差平方和',
    loglik: '对数似然',
    aic: 'AIC',
    bic: 'BIC',
    dfResid: '残差自由度',
    f: 'F',
    wald: 'Wald χ²',
    hansen: 'Hansen J',
    sargan: 'Sargan',
    jTest: 'Hansen J',
    wuHausman: 'Wu-Hausman F',
    hausman: 'Hausman',
    kleibergenPaapLM: 'Kleibergen-Paap LM',
    kleibergenPaapF: 'Kleibergen-Paap F',
    craggDonald: 'Cragg-Donald F',
    effectiveF: '有效F',
    andersonRubin: 'Anderson-Rubin F',
    partialF: '第一阶段F',
    partialR2: '第一阶段偏R²',
    swF: 'Sanderson-Windmeijer F',
    p: 'p值',
  },
  below: {
    stdError: '标准误',
    t: 't统计量',
    z: 'z统计量',
    p: 'p值',
    interval: '置信区间',
    bootstrapError: '自助法标准误',
    bootstrapInterval: '自助法置信区间',
    wildP: '自助法p值',
    monteCarloError: '自助法标准误的蒙特卡洛误差',
  },
  inParentheses: '括号内为',
  inBrackets: '方括号内为',
  column: (columns, words) => `${columns}：${words}`,
  errors: {
    unadjusted: '普通标准误',
    robust: '异方差稳健标准误',
    HC0: '异方差稳健标准误（HC0）',
    HC1: '异方差稳健标准误（HC1）',
    HC2: '异方差稳健标准误（HC2）',
    HC3: '异方差稳健标准误（HC3）',
    HC4: '异方差稳健标准误（HC4）',
    hac: '异方差自相关稳健标准误',
    'driscoll-kraay': 'Driscoll-Kraay标准误',
    windmeijer: 'Windmeijer修正标准误',
    'doubly-corrected': '双重修正标准误',
  },
  clustered: (columns) => `聚类到${columns}`,
  unit: '个体',
  bootstrap: (scheme, reps, seed) => `自助法：${scheme}，${reps}次重复，种子${seed}`,
  warning: '警告',
};

export function wordsOf(language: Language): Words {
  return { en: english, zh: chinese }[language];
}
export type { Words };
