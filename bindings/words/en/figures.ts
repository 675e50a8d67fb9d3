import { plural } from '../text/counts.js';

/** What figures call choices whose keys are no words. */
const choices: Readonly<Record<string, string>> = {
  fixedEffects: 'fixed effects',
  lastLag: 'last lag',
  vcov: 'errors',
};

/** The words of figures, with numbers as text. */
export const figures = {
  comma: ', ',
  model: 'Model',
  coefficient: 'Coefficient',
  estimate: 'Estimate',
  low: (level: string) => `Low, ${level}`,
  high: (level: string) => `High, ${level}`,
  interval: (level: string) => `${level} interval`,
  intervals: (levels: readonly string[]) =>
    levels.length === 1
      ? `Lines: ${levels[0]} confidence intervals.`
      : `Confidence intervals: thick ${levels[0]}, thin ${levels.slice(1).join(', ')}.`,
  band: (level: string) => `${level} sup-t band`,
  bandNote: (draws: string) => `The sup-t band covers the whole path (${draws} draws).`,
  /** The label of the band if it is drawn with dashed lines. */
  dashedBand: (level: string, draws: string) =>
    `Dashed: ${level} sup-t band, which covers the whole path (${draws} draws).`,
  more: (count: string) => `${count} more`,
  coefficients: {
    title: (depvar: string) => `Coefficients in models of ${depvar}`,
    of: (name: string, depvar: string) => `${name} in models of ${depvar}`,
  },
  event: {
    title: (depvar: string) => `Effects on ${depvar} by event time`,
    axis: (column: string) => column,
    reference: 'reference',
  },
  bootstrap: {
    title: (name: string, depvar: string) => `Bootstrap distribution of ${name} in ${depvar}`,
    subtitle: (reps: string, seed: string, failed: string) =>
      `${reps} replicates, seed ${seed}${failed === '0' ? '' : `, ${failed} failed`}`,
    density: 'Density',
    replicates: 'replicates',
    analytic: (kind: 't' | 'z'): string =>
      kind === 't' ? 't distribution' : 'normal distribution',
    from: 'From',
    to: 'To',
    outside: (count: string) => `${count} replicates lie outside the figure.`,
    methods: {
      percentile: 'percentile',
      basic: 'basic',
      normal: 'normal',
      studentized: 'studentized',
      bca: 'BCa',
      inverted: 'inverted test',
    } as Readonly<Record<string, string>>,
    analyticInterval: 'analytic',
  },
  confidence: {
    title: (name: string, depvar: string) => `Confidence curve of ${name} in ${depvar}`,
    value: (name: string) => `Hypothesised value of ${name}`,
    pValue: 'p-value',
  },
  power: {
    title: (name: string, depvar: string) => `Power to detect an effect of ${name} on ${depvar}`,
    subtitle: (size: string, error: string) =>
      `Two-sided test at ${size}; standard error ${error}.`,
    effect: (name: string) => `True coefficient of ${name}`,
    power: 'Power',
    detectable: (share: string, effect: string) =>
      `Power is ${share} at a coefficient of ${effect}.`,
    note: 'The standard error is taken as known and the same at every effect.',
  },
  residuals: {
    title: (depvar: string) => `Residuals against fitted values of ${depvar}`,
    fitted: 'Fitted value',
    residual: 'Residual',
    means: (bins: string) => `means of ${bins} groups of equal size`,
    rows: (count: string) => `${count} rows`,
    row: 'row',
    cells: 'rows per cell',
  },
  leverage: {
    title: (depvar: string) => `Leverage and residuals in the regression of ${depvar}`,
    leverage: 'Leverage',
    residual: 'Standardized residual',
    cook: "Cook's distance",
    named: (count: string) => `Rows with the ${count} largest Cook's distances are numbered.`,
    high: (bound: string) => `dashed: twice the mean leverage, ${bound}`,
    row: (number: string) => `Row ${number}`,
  },
  influence: {
    title: (name: string, unit: string) => `${name} without each ${unit}`,
    row: 'row',
    change: (name: string) => `Change of ${name}, in standard errors`,
    subtitle: (shown: string, all: string, bound: string) =>
      shown === all
        ? `All ${all}; dashed: 2/√n = ${bound}.`
        : `The ${shown} largest of ${all} changes; dashed: 2/√n = ${bound}.`,
    failed: (count: string) => `Without ${count} of them the model cannot be estimated.`,
  },
  heatmap: {
    presence: (unit: string, time: string) => `Rows by ${unit} and ${time}`,
    values: (of: string, unit: string, time: string) => `${of} by ${unit} and ${time}`,
    sizes: (units: string, periods: string) => `${units} units, ${periods} periods`,
    share: 'share with rows, ',
    none: 'no value',
    range: (low: string, high: string) => `${low} to ${high}`,
    bands: (units: string) => `Each line is the mean of up to ${units} neighbouring units.`,
  },
  correlation: {
    title: (method: string) => `${method} correlations`,
    methods: { pearson: 'Pearson', spearman: 'Spearman' } as Readonly<Record<string, string>>,
    correlation: 'Correlation',
    rows: (low: string, high: string) =>
      low === high ? `${low} rows` : `${low} to ${high} rows per pair`,
    first: 'First column',
    second: 'Second column',
    pairs: 'Rows',
  },
  instruments: {
    title: (depvar: string) => `Instruments and Hansen's test in the model of ${depvar}`,
    rank: 'Number of instruments (rank)',
    pValue: 'p-value of Hansen J',
    full: 'not collapsed',
    collapsed: 'collapsed',
    asWritten: 'as written',
    units: (count: string) => `dashed: ${count} units`,
    stat: 'Hansen J',
    lags: 'Lags',
    failed: (count: string) => `${count} variants could not be estimated or have no test.`,
  },
  scree: {
    title: 'Eigenvalues of principal components',
    subtitle: (kept: string, all: string, share: string) =>
      `The index has ${kept} of ${all} components, with ${share}% of the variance.`,
    component: 'Component',
    eigenvalue: 'Eigenvalue',
    parallel: 'random columns, 95% quantile',
    bound: (value: string) => `kept from ${value}`,
    share: 'Share of variance',
    cumulative: 'Cumulative share',
    rows: (count: string) => `${count} rows.`,
  },
  weights: {
    title: (method: string) => `Weights of the ${method} index`,
    loadings: 'Loadings of the components in the index',
    indicator: 'Indicator',
    weight: 'Weight',
    loading: 'Loading',
    more: (count: string) => `${count} more groups are in the table only.`,
  },
  scores: {
    title: (method: string) => `Rows by the ${method} index`,
    ranges: (variants: string) =>
      `Lines: lowest and highest rank over ${variants} other ways to build it.`,
    row: 'Row',
    rank: 'Rank',
    others: 'Rank under other choices',
    score: 'Score',
    lowest: 'Best rank',
    highest: 'Worst rank',
  },
  curve: {
    title: (name: string, depvar: string) => `Specification curve of ${name} in ${depvar}`,
    subtitle: (count: string, admissible: string) => `${count} estimates, ${admissible} admissible`,
    admissible: 'admissible',
    refused: 'not admissible',
    asWritten: 'as written',
    nobs: 'Rows',
    specification: 'Specification',
    yes: 'yes',
    no: 'no',
    drawing: {
      comma: ', ',
      name: (coefficient: string) => `Specification curve of ${coefficient}`,
      /** The outcome is left out if it varies. */
      title: (coefficient: string, depvar: string | undefined, estimates: number) =>
        `${coefficient}${depvar === undefined ? '' : ` in ${depvar}`}: ${plural(estimates, 'estimate')}`,
      failed: (count: string) => `${count} failed`,
      withoutInterval: (count: string) => `${count} without interval`,
      admissible: (count: string) => `${count} admissible`,
      /** The share of estimates below 0 (sign -1) or above. */
      beyond: (share: string, sign: number, level: string) =>
        `${share} ${sign < 0 ? 'below' : 'above'} 0 at ${level}`,
      significant: 'significant',
      notSignificant: 'not significant',
      lines: (level: string, method: string = 'intervals') => `lines: ${level} ${method}`,
      cut: (count: string) => `${count} cut`,
      /** Estimates that arrows stand for, and the lowest and highest of them. */
      beyondFrame: (count: string, ends: readonly string[]) =>
        `arrows: ${count} beyond the frame, ${count === '1' ? 'at ' : ''}${ends.join(' to ')}`,
      bootstrap: (reps: string, seed: number) =>
        `bootstrap: ${reps} ${reps === '1' ? 'replicate' : 'replicates'}, seed ${seed}`,
      /** The name of a choice, such as `control` before the name of a column. */
      choice: (name: string) => choices[name] ?? name,
      /** The value of a choice that is not a name of the author. */
      value: (value: string) => value,
      more: (count: string) => `${count} more`,
      rows: 'rows',
      firstStageF: 'first-stage F',
      overidentification: 'overid. p',
      hansen: 'Hansen p',
      ar2: 'AR(2) p',
      levels: 'levels p',
      instrumentsPerUnit: 'instr. / unit',
    },
  },
  margins: {
    title: (of: string, over: string, depvar: string) => `Effect of ${of} on ${depvar} by ${over}`,
    effect: (of: string) => `Effect of ${of}`,
    rows: (over: string, count: string) => `distribution of ${over} in ${count} rows`,
    count: 'Rows',
    brackets: 'Numbers of rows in brackets.',
  },
};

export type FigureWords = typeof figures;
