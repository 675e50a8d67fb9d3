import type { InstrumentsInput, InstrumentsModel } from '../instruments/model.js';

/**
 * Two-stage least squares, limited-information maximum likelihood, the estimator of Fuller (1977), or the k-class
 * estimator of a given kappa: 0 is least squares, 1 two-stage least squares.
 */
export type IvMethod = '2sls' | 'liml' | 'fuller' | 'kclass';

/** A linear regression with endogenous regressors, by a k-class estimator. */
export interface IvModel extends InstrumentsModel {
  readonly estimator: 'iv';
  readonly method: IvMethod;
  /** alpha of Fuller's estimator. */
  readonly fuller?: number | undefined;
  /** kappa of the k-class estimator. */
  readonly kappa?: number | undefined;
}

export interface IvModelInput extends InstrumentsInput {
  /** The estimator by its name. */
  readonly estimator: 'iv';
  /** The k-class estimator; default `2sls`. */
  readonly method?: IvMethod | undefined;
  /** alpha of Fuller's estimator; default 1. */
  readonly fuller?: number | undefined;
  /** kappa of `kclass`. */
  readonly kappa?: number | undefined;
}
