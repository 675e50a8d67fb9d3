/** Explanations of tests that are valid with weak instruments, and of the confidence sets that invert them. */
import type { Entries } from './explanation.js';
import { sources as s } from './sources.js';

export const robust = {
  andersonRubin: [
    'F test that all coefficients of endogenous variables are 0. It is valid with weak instruments.',
    'A small p-value rejects this hypothesis or the validity of the instruments.',
    'To use another covariance, change vcov.',
    s.andersonRubin,
  ],
  andersonRubinChi2: [
    'Chi-squared form of andersonRubin, without its small-sample factor.',
    'A small p-value rejects this hypothesis or the validity of the instruments.',
    'To use another covariance, change vcov.',
    s.andersonRubin,
  ],
  kleibergenK: [
    'Score test that all coefficients of endogenous variables are 0. It is valid with weak instruments.',
    'With many instruments it has more power than andersonRubin, but little power far from the estimates.',
    'To use another covariance, change vcov.',
    s.kleibergen,
  ],
  kleibergenJ: [
    'Test of the overidentifying restrictions if the coefficients of all endogenous variables are 0. The statistic is andersonRubinChi2 minus kleibergenK.',
    'A small p-value rejects the instruments at these coefficients. Unlike jTest, it is valid with weak instruments.',
    'To use another covariance, change vcov.',
    s.kleibergen,
  ],
  clr: [
    'Conditional likelihood ratio test that all coefficients of endogenous variables are 0. It is valid with weak instruments.',
    'With one endogenous variable it is close to the most powerful test of this kind.',
    'To use another covariance, change vcov.',
    'Moreira (2003), Econometrica 71(4), 1027-1048',
  ],
  confidenceSets: [
    'Values of a coefficient that andersonRubin, kleibergenK or clr does not reject.',
    'They cover the true value at their level even with weak instruments. If a set is unbounded, the data do not bound the coefficient.',
    'Change level, or use other instruments.',
    s.andersonRubin,
    'Dufour and Taamouti (2005), Econometrica 73(4), 1351-1365',
  ],
} satisfies Entries;

export const dynamicRobust = {
  rankTest: [
    'Robust test that the derivatives of the moment conditions of a dynamic panel lack full rank.',
    'If the p-value is large, the instruments may not identify the coefficients. The standard errors and p-values of the fit are then unreliable.',
    'Change gmm or iv; system: true adds the moment conditions of the level equation.',
    s.kleibergenPaap,
  ],
  stockWrightS: [
    'Set of values of a coefficient at which the moment conditions of a dynamic panel are not rejected.',
    'Projected S, K, K-J and CLR sets cover the true value at their level with weak instruments. Concentrated sets do so only if the other coefficients are strongly identified. A set is empty if the moment conditions are rejected at every value.',
    'Change coefficients, level or projected, or use other instruments.',
    'Stock and Wright (2000), Econometrica 68(5), 1055-1096',
    'Kleibergen (2005), Econometrica 73(4), 1103-1123',
  ],
} satisfies Entries;
