import { type EstimatorName, estimatorText } from '../places.js';
import type { Warning } from '../warning.js';
import { starLegend } from './legend.js';

/** Errors of moments. */
const ofMoments: Readonly<Record<string, string>> = {
  robust: 'heteroskedasticity-robust',
  windmeijer: 'Windmeijer-corrected',
  'doubly-corrected': 'doubly corrected',
  reported: 'as another program reports them',
};

/** All words of tables. */
export const tables = {
  yes: 'Yes',
  no: 'No',
  constant: 'Constant',
  lag: (label: string, lags: number) => (lags === 1 ? `${label}, lagged` : `${label}, lag ${lags}`),
  lead: (label: string, leads: number) => `${label}, lead ${leads}`,
  change: (label: string, order: number) =>
    order === 1 ? `Change in ${label}` : `${label}, difference ${order}`,
  /** The difference of two groups by a method. */
  difference: (of: string, minus: string, method: string) => `${of} minus ${minus}, ${method}`,
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
    nGroups: 'Units',
    nPeriodsMean: 'Periods per unit',
  } as Readonly<Record<string, string>>,
  /** Unit effects that are neither absorbed nor absent. */
  unitEffects: {
    differenced: 'Differenced',
    deviations: 'Deviations',
    instrumented: 'Instrumented',
    random: 'Random',
  },
  effects: (label: string) => `${label} fixed effects`,
  clusters: (label: string) => `Clusters (${label})`,
  depvar: (label: string) => `Dependent variable: ${label}`,
  /** The word above the labels if columns have different dependent variables. */
  depvars: 'Dependent variable',
  /** The separator in enumerations and after a column's number. */
  comma: ', ',
  end: '.',
  /** Between the parts of a note. */
  semicolon: '; ',
  /** `standard errors in parentheses`, of both. */
  placed: (what: string, place: string) => `${what} ${place}`,
  stars: starLegend,
  statistics: {
    nobs: 'Observations',
    ngroups: 'Units',
    ninstruments: 'Instruments',
    rsquared: 'R²',
    rsquaredAdj: 'Adjusted R²',
    rsquaredWithin: 'Within R²',
    rsquaredBetween: 'Between R²',
    rsquaredOverall: 'Overall R²',
    rsquaredTransformed: 'R² of transformed data',
    rsquaredTransformedAdj: 'Adjusted R² of transformed data',
    sigma2: 'Error variance',
    rmse: 'RMSE',
    nclusters: 'Clusters',
    outcomeMean: 'Mean of outcome',
    outcomeSd: 'SD of outcome',
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
    andersonRubinChi2: 'Anderson-Rubin χ²',
    andersonRubinLR: 'Anderson-Rubin LR',
    anderson: 'Anderson LM',
    basmann: 'Basmann',
    basmannF: 'Basmann F',
    clr: 'Moreira CLR',
    durbin: 'Durbin',
    effects: 'F, equal fixed effects',
    kleibergenJ: 'Kleibergen J',
    kleibergenK: 'Kleibergen K',
    robustRegressionF: 'Robust regression F',
    robustScore: 'Robust score',
    wooldridgeScore: 'Wooldridge score',
    partialF: 'First-stage F',
    partialR2: 'First-stage partial R²',
    swF: 'Sanderson-Windmeijer F',
    joint: 'Joint test',
    htz: 'Joint test (HTZ)',
    wildJoint: 'Joint test (wild bootstrap)',
    breuschPagan: 'Breusch-Pagan LM',
    breuschPaganF: 'Breusch-Pagan F',
    breuschPaganNormal: 'Breusch-Pagan LM, normal errors',
    cookWeisberg: 'Cook-Weisberg',
    white: 'White',
    durbinWatson: 'Durbin-Watson',
    reset: 'RESET',
    jarqueBera: 'Jarque-Bera',
    p: 'p-value',
  } as Readonly<Record<string, string>>,
  standardError: 'standard error',
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
  } as Readonly<Record<string, string>>,
  /** `95% confidence intervals`. */
  levelled: (level: string, intervals: string) => `${level} ${intervals}`,
  inParentheses: 'in parentheses',
  inBrackets: 'in brackets',
  column: (columns: string, words: string) => `${columns}: ${words}`,
  /** The numbers of a warning in columns where they are not those of its sentence. */
  numbersIn: (columns: string, numbers: string) => `with ${numbers} in ${columns}`,
  /** What errors are called; `label` is the English word of those of regressions. */
  errors: (type: string, label: string | undefined) => ofMoments[type] ?? label ?? type,
  clustered: (columns: string) => `clustered by ${columns}`,
  unit: 'unit',
  units: (count: string) => `${count} ${count === '1' ? 'unit' : 'units'}`,
  bootstrap: (scheme: string, reps: string, seed: string) =>
    `Bootstrap: scheme ${scheme}, ${reps} replicates, seed ${seed}`,
  warning: 'Warning',
  warned: ({ message }: Warning) => message,
  /** The heading of a column with one part of a model with instruments. */
  parts: { first: 'First stage', second: 'Second stage', reduced: 'Reduced form' },
  panel: (letter: string, title: string) => `Panel ${letter}: ${title}`,
  /** Differences between groups of rows, and how a column is cut into them. */
  compared: {
    /** A part of a column that is cut, by its value. */
    part: (value: string) => value,
    gap: (other: string, first: string) => `${other} minus ${first}`,
    p: (other: string, first: string, method: string) => `p, ${other} minus ${first}, ${method}`,
    joint: (by: string, method: string) => `p, equal in all groups of ${by}, ${method}`,
    methods: {
      wald: 'Wald',
      cr2: 'CR2',
      suest: 'stacked scores',
      permutation: 'permutation',
      bootstrap: 'bootstrap',
      wild: 'wild bootstrap',
      bdiff: 'bdiff',
    },
    cut: (column: string, place: string, cuts: string, byUnit: boolean) =>
      byUnit
        ? `${column} is cut by unit means, at their ${place} (${cuts})`
        : `${column} is cut at its ${place} over all rows (${cuts})`,
    cutAt: (column: string, cuts: string, byUnit: boolean) =>
      `${column} is cut at ${cuts}${byUnit ? ', by unit means' : ', row by row'}`,
    cutByPeriod: (column: string, place: string) =>
      `${column} is cut at its ${place} in each period`,
    switching: (units: string) => `${units} have rows in several groups`,
    errors: (text: string) => `Wald tests of differences use errors that are ${text}`,
    /** The title of the differences between all pairs of groups, for an appendix. */
    pairs: (title: string, by: string) =>
      title === ''
        ? `Differences between groups of ${by}`
        : `${title}: differences between groups of ${by}`,
    drawn: (methods: string, reps: string, seed: string) =>
      `Tests by ${methods}: ${reps} draws, seed ${seed}`,
  },
  wholeSample: 'Full sample',
  /** The heading of columns whose rows have one value of a column. */
  sample: (column: string, value: string) => `${column}: ${value}`,
  /** Text in the cell of an omitted collinear term. */
  omitted: '(omitted)',
  sized: (yes: string, size: string) => `${yes} (${size})`,
  /** The row that names the errors of each column. */
  errorRow: 'Standard errors',
  nextToEstimates: 'next to the estimates',
  belowEstimates: 'below the estimates',
  estimate: 'estimates',
  /** A sentence that columns have different numbers of rows, and which have fewer than the most. */
  samples: (fewest: string, most: string, fewer: string) =>
    `Samples differ across columns: ${fewest} to ${most} observations; fewer in ${fewer}`,
  weighted: (column: string, type: 'analytic' | 'frequency' | 'probability') =>
    `weighted by ${column} (${type} weights)`,
  /** The rows of a column, by their filter. */
  rowsWith: (where: string) => `rows with ${where}`,
  notes: (word: string) => word,
  /** The title of a further part of a table that is split. */
  continued: (title: string) => `${title} (continued)`,
  /** Warnings about the page of a table. */
  page: {
    /** The height of a line of text, as a share of that of English. */
    lineHeight: 1,
    share: (share: string, format: string) => `${share} (${format})`,
    wide: (columns: string, shares: string, how: 'split' | 'sideways' | 'scale' | 'whole') =>
      `${columns} columns take ${shares} times the width of the page, so the table is ${{ split: 'split', sideways: 'turned sideways', scale: 'shrunk to the page', whole: 'cut off at its edge' }[how]}; wide: split, sideways or scale chooses`,
    long: (lines: string, formats: string, how: 'pages' | 'whole') =>
      how === 'pages'
        ? `${lines} lines are more than a page holds (${formats}), so the table runs over several`
        : `${lines} lines are more than a page holds (${formats}), so the end of the table is lost; set long: pages`,
    without: (keys: string, format: string) => `${keys}: no effect in ${format}`,
  },
  /** The name of the row with the estimators of the columns. */
  estimatorRow: 'Estimator',
  estimatorName: (name: EstimatorName) => estimatorText(name),
  /** A row that says which models have indicators of a factor. */
  indicators: (label: string) => `${label} indicators`,
  exponentiated: 'Coefficients are exponentiated, with standard errors of the delta method',
  standardised:
    'Coefficients are in standard deviations of the outcome per standard deviation of the regressor',
  /** Where numbers come from: the list of models, a model, and a result. */
  source: { list: 'Sources', model: 'model', result: 'result' },
  /** The headings of tables of tests, and of balance. */
  statistic: 'Statistic',
  degrees: 'Degrees of freedom',
  means: 'Means',
  gap: 'Difference',
  normalised: 'Normalised',
  minus: (other: string, first: string) => `${other} minus ${first}`,
  balance:
    "Standard deviations of means and standard errors of differences in parentheses; p-values of Welch's test; normalised differences in standard deviations",
  /** Tables of effects, tests and specifications. */
  lines: {
    estimate: 'Estimate',
    effect: 'Marginal effect',
    interval: (levelled: string) => levelled.replace('intervals', 'interval'),
    vif: 'VIF',
    bootstrapP: 'Bootstrap p-value',
    monteCarlo: 'Monte Carlo error',
    adjusted: {
      holm: 'Holm',
      bh: 'q (BH)',
      'sharpened-q': 'Sharpened q',
      'romano-wolf': 'Romano-Wolf',
      'westfall-young': 'Westfall-Young',
    },
    repeated: (count: number) =>
      count === 1
        ? 'one combination is not listed, as a choice does not reach its model'
        : `${count} combinations are not listed, as a choice does not reach their models`,
    bootstrapped: (reps: string, seed: string) =>
      `Standard errors, tests and intervals by bootstrap: ${reps} draws, seed ${seed}`,
    starsBy: (head: string) => `stars by the p-values in the column ${head}`,
    delta: 'standard errors by the delta method',
    evaluated: (others: 'observed' | 'means', rows: string) =>
      others === 'means'
        ? `other variables are at their means over ${rows} rows`
        : `averaged over ${rows} rows`,
    weighted: (column: string) => `weighted by ${column}`,
    oneSided: 'p-values of inequalities are one-sided',
    own: (tag: string) => `${tag} author's model`,
    sameSign: 'With the sign of the reference estimate',
    significant: 'With that sign and significant',
    ofAll: (part: string, all: string) => `${part} of ${all}`,
  },
  /** The headings of tables of composite indices. */
  index: {
    direction: 'Direction',
    entropy: 'Entropy',
    redundancy: 'Redundancy',
    weight: 'Weight',
    communality: 'Communality',
    eigenvalue: 'Eigenvalue',
    share: 'Share of variance',
  },
};

export type TableWords = typeof tables;
