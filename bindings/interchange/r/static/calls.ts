/** Calls of R by name: those that estimate, and those that change nothing. */
import { readIvreg, readLm, readStaticPlm } from './estimators.js';
import { readFeols } from './feols.js';
import { readIvRobust, readRobust } from './robust.js';

export const estimators = {
  lm: readLm,
  plm: readStaticPlm,
  feols: readFeols,
  ivreg: readIvreg,
  lm_robust: readRobust,
  iv_robust: readIvRobust,
} as const;

export type Estimator = keyof typeof estimators;

/** Calls that print, or load packages. */
// prettier-ignore
export const ignored = [
  'library', 'require', 'requireNamespace', 'print', 'coef', 'head', 'options', 'setwd',
  'suppressMessages', 'suppressPackageStartupMessages', 'set.seed', 'rm', 'cat',
  'setFixest_notes', 'nobs', 'str', 'names', 'setDT', 'setDF', 'View', 'dim', 'nrow', 'tail',
];

export function isEstimator(name: string): name is Estimator {
  return Object.hasOwn(estimators, name);
}
