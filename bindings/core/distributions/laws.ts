/** The distributions. Tails have relative errors of about 1e-14, even where they are 1e-300. */
import * as wanted from '../../words/expectations/core/distributions.js';
import { aFiniteNumber, finiteAboveZero, wholeFrom } from '../../words/expectations/values.js';
import { distribution, type Parameter } from './distribution.js';

/** Larger shapes and degrees of freedom would need more terms than are summed. */
const LARGEST = 1e10;

const positive = (value: number) => value > 0 && value <= LARGEST;

function df(name: string): Parameter {
  return { name, expected: wanted.degreesOfFreedom, allows: positive };
}

/** Degrees of freedom that may be infinite. */
function dfOrInfinity(name: string): Parameter {
  return {
    name,
    expected: wanted.degreesOrInfinity,
    allows: (value) => positive(value) || value === Infinity,
  };
}

function shape(name: string): Parameter {
  return { name, expected: wanted.positiveShape, allows: positive };
}

function finite(name: string, usual: number): Parameter {
  return { name, expected: aFiniteNumber, allows: Number.isFinite, usual };
}

function scale(name: string): Parameter {
  const allows = (value: number) => value > 0 && value < Infinity;
  return { name, expected: finiteAboveZero, allows, usual: 1 };
}

/** The normal distribution with a mean (0 by default) and a standard deviation (1). */
export const normal = /* @__PURE__ */ distribution<[mean?: number, sd?: number]>(
  'normal',
  [finite('mean', 0), scale('sd')],
  {
    pdf: (core, x, mean, sd) => core.normal_pdf((x - mean) / sd) / sd,
    cdf: (core, x, mean, sd) => core.normal_cdf((x - mean) / sd),
    sf: (core, x, mean, sd) => core.normal_sf((x - mean) / sd),
    logSf: (core, x, mean, sd) => core.normal_log_sf((x - mean) / sd),
    quantile: (core, p, mean, sd) => mean - sd * core.normal_upper(p),
    isf: (core, p, mean, sd) => mean + sd * core.normal_upper(p),
  },
);

/** Student's t distribution; infinite degrees of freedom give the normal one. */
export const studentT = /* @__PURE__ */ distribution<[df: number]>(
  'studentT',
  [dfOrInfinity('df')],
  {
    pdf: (core, x, n) => core.t_pdf(x, n),
    cdf: (core, x, n) => core.t_tail(x, n, false),
    sf: (core, x, n) => core.t_tail(x, n, true),
    logSf: (core, x, n) => core.t_log_sf(x, n),
    quantile: (core, p, n) => 0 - core.t_upper(p, n),
    isf: (core, p, n) => core.t_upper(p, n),
  },
);

/** The chi-squared distribution; its degrees of freedom need not be whole. */
export const chi2 = /* @__PURE__ */ distribution<[df: number]>('chi2', [df('df')], {
  pdf: (core, x, n) => core.gamma_pdf(x, n / 2, 2),
  cdf: (core, x, n) => core.chi2_cdf(x, n),
  sf: (core, x, n) => core.chi2_sf(x, n),
  logSf: (core, x, n) => core.chi2_log_sf(x, n),
  quantile: (core, p, n) => core.gamma_quantile(p, n / 2, 2, false),
  isf: (core, p, n) => core.gamma_quantile(p, n / 2, 2, true),
});

/** The F distribution; infinite `df2` gives chi-squared over `df1`. */
export const f = /* @__PURE__ */ distribution<[df1: number, df2: number]>(
  'f',
  [df('df1'), dfOrInfinity('df2')],
  {
    pdf: (core, x, df1, df2) => core.f_pdf(x, df1, df2),
    cdf: (core, x, df1, df2) => core.f_cdf(x, df1, df2),
    sf: (core, x, df1, df2) => core.f_sf(x, df1, df2),
    logSf: (core, x, df1, df2) => core.f_log_sf(x, df1, df2),
    quantile: (core, p, df1, df2) => core.f_quantile(p, df1, df2, false),
    isf: (core, p, df1, df2) => core.f_quantile(p, df1, df2, true),
  },
);

/** The beta distribution on [0, 1] with shapes a and b. */
export const beta = /* @__PURE__ */ distribution<[a: number, b: number]>(
  'beta',
  [shape('a'), shape('b')],
  {
    pdf: (core, x, a, b) => core.beta_pdf(x, a, b),
    cdf: (core, x, a, b) => core.beta_tail(x, a, b, false),
    sf: (core, x, a, b) => core.beta_tail(x, a, b, true),
    logSf: (core, x, a, b) => core.beta_log_sf(x, a, b),
    quantile: (core, p, a, b) => core.beta_quantile(p, a, b, false),
    isf: (core, p, a, b) => core.beta_quantile(p, a, b, true),
  },
);

/** The gamma distribution with a shape and a scale (1 by default); the mean is shape times scale. */
export const gamma = /* @__PURE__ */ distribution<[shape: number, scale?: number]>(
  'gamma',
  [shape('shape'), scale('scale')],
  {
    pdf: (core, x, a, s) => core.gamma_pdf(x, a, s),
    cdf: (core, x, a, s) => core.gamma_tail(x, a, s, false),
    sf: (core, x, a, s) => core.gamma_tail(x, a, s, true),
    logSf: (core, x, a, s) => core.gamma_log_sf(x, a, s),
    quantile: (core, p, a, s) => core.gamma_quantile(p, a, s, false),
    isf: (core, p, a, s) => core.gamma_quantile(p, a, s, true),
  },
);

/** The noncentral chi-squared distribution with noncentrality lambda, the sum of squared means. */
export const noncentralChi2 = /* @__PURE__ */ distribution<[df: number, lambda: number]>(
  'noncentralChi2',
  [
    df('df'),
    {
      name: 'lambda',
      expected: wanted.noncentrality,
      allows: (value) => value >= 0 && value <= LARGEST,
    },
  ],
  {
    pdf: (core, x, n, lambda) => core.ncx2_pdf(x, n, lambda),
    cdf: (core, x, n, lambda) => core.ncx2_cdf(x, n, lambda),
    sf: (core, x, n, lambda) => core.ncx2_sf(x, n, lambda),
    logSf: (core, x, n, lambda) => core.ncx2_log_sf(x, n, lambda),
    quantile: (core, p, n, lambda) => core.ncx2_quantile(p, n, lambda, false),
    isf: (core, p, n, lambda) => core.ncx2_quantile(p, n, lambda, true),
  },
);

/** Maximum instruments of the CLR distribution: up to this number the quadrature is exact. */
const MOST_INSTRUMENTS = 1000;

const whole = (value: number) =>
  Number.isSafeInteger(value) && value >= 1 && value <= MOST_INSTRUMENTS;

const wholeCount = () => wholeFrom({ low: 1, high: MOST_INSTRUMENTS });

/**
 * The null distribution of the conditional likelihood ratio of Moreira (2003) given the rank statistic r, with m
 * coefficients and more than m instruments.
 */
export const clr = /* @__PURE__ */ distribution<[rank: number, m: number, instruments: number]>(
  'clr',
  [
    {
      name: 'rank',
      expected: wanted.rankStatistic,
      allows: (value) => value >= 0 && value < Infinity,
    },
    { name: 'm', expected: wholeCount, allows: whole },
    {
      name: 'instruments',
      expected: wholeCount,
      allows: whole,
    },
  ],
  {
    pdf: (core, x, rank, m, n) => core.clr_pdf(x, rank, m, n),
    cdf: (core, x, rank, m, n) => core.clr_cdf(x, rank, m, n),
    sf: (core, x, rank, m, n) => core.clr_sf(x, rank, m, n),
    logSf: (core, x, rank, m, n) => core.clr_log_sf(x, rank, m, n),
    quantile: (core, p, rank, m, n) => core.clr_quantile(p, rank, m, n, false),
    isf: (core, p, rank, m, n) => core.clr_quantile(p, rank, m, n, true),
  },
);
