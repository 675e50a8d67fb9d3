/** `wasmetrics/distributions`: densities, tails and quantiles of numbers and arrays. */
export * from '../engine/entry.js';
export type { Distribution, Pointwise } from './distribution.js';
export { beta, chi2, clr, f, gamma, noncentralChi2, normal, studentT } from './laws.js';
