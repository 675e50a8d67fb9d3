/** The estimators by name: `fitModel` with the estimator that the function names. */
/* eslint-disable @typescript-eslint/unified-signatures -- with signatures of their own, errors name the column */
import { eitherOf } from '../../words/expectations/values.js';
import { formulaOrOptions } from '../../words/expectations/models/models.js';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { DataInput } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import type { DpdModelInput } from '../dpd/model/model.js';
import { fitModel, type FitOptions, type ThreadOptions } from '../fit.js';
import type { GmmModelInput } from '../gmm/model.js';
import type { IvModelInput } from '../iv/model.js';
import type { ModelInput } from '../model.js';
import type { OlsModelInput } from '../ols/model.js';
import type { PanelModelInput } from '../panel/model.js';
import type { CheckedFormula, ColumnNames } from './checked-formula.js';

type Written<Input> = Omit<Input, 'estimator' | 'data'> & FitOptions & ThreadOptions;

/** Options of `dpd`: the model, and where it runs. */
export type DpdOptions = Written<DpdModelInput>;
/** Options of `gmm`: the model, and where it runs. */
export type GmmOptions = Written<GmmModelInput>;
/** Options of `iv`: the model, and where it runs. */
export type IvOptions = Written<IvModelInput>;
/** Options of `ols`: the model, and where it runs. */
export type OlsOptions = Written<OlsModelInput>;
/** Options of `panel`: the model, and where it runs. */
export type PanelOptions = Written<PanelModelInput>;

/** Set if steps make columns, which the compiler then does not know completely. */
type Building =
  | { readonly build: NonNullable<ModelInput['build']> }
  | { readonly merge: NonNullable<ModelInput['merge']> }
  | { readonly reshape: NonNullable<ModelInput['reshape']> };

/** Options whose formula names only columns of typed data. */
type Checked<Options, Formula extends string, Data> = Omit<Options, 'formula'> & {
  /**
   * `y ~ x1 + x2 | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` are dummies. The
   * compiler checks the names of columns if the data have literal keys.
   */
  readonly formula: CheckedFormula<Formula, ColumnNames<Data>>;
};

/** An estimator of data: columns, rows or a table. It takes a formula, or an object with the formula and other options. */
export interface EstimatorFunction<
  Options extends FitOptions & ThreadOptions & { formula: string },
> {
  (data: DataInput, options: Options & Building): Promise<FitResult>;
  <Data extends DataInput, Formula extends string>(
    data: Data,
    options: Checked<Options, Formula, Data>,
  ): Promise<FitResult>;
  <Data extends DataInput, Formula extends string>(
    data: Data,
    formula: CheckedFormula<Formula, ColumnNames<Data>>,
  ): Promise<FitResult>;
}

/**
 * Difference or system GMM of a dynamic panel.
 *
 * @throws as `fitModel`
 */
export const dpd: EstimatorFunction<DpdOptions> = (data: DataInput, options: DpdOptions | string) =>
  fitWritten(data, 'dpd', options);

/**
 * Linear GMM with instruments.
 *
 * @throws as `fitModel`
 */
export const gmm: EstimatorFunction<GmmOptions> = (data: DataInput, options: GmmOptions | string) =>
  fitWritten(data, 'gmm', options);

/**
 * Regression with instruments: two-stage least squares and other k-class estimators.
 *
 * @throws as `fitModel`
 */
export const iv: EstimatorFunction<IvOptions> = (data: DataInput, options: IvOptions | string) =>
  fitWritten(data, 'iv', options);

/**
 * Ordinary or weighted least squares.
 *
 * @throws as `fitModel`
 */
export const ols: EstimatorFunction<OlsOptions> = (data: DataInput, options: OlsOptions | string) =>
  fitWritten(data, 'ols', options);

/**
 * Fixed and random effects and the like.
 *
 * @throws as `fitModel`
 */
export const panel: EstimatorFunction<PanelOptions> = (
  data: DataInput,
  options: PanelOptions | string,
) => fitWritten(data, 'panel', options);

/** Splits the model from the other options. A model that is not an object is refused with them. */
async function fitWritten(
  data: DataInput,
  estimator: ModelInput['estimator'],
  written: (FitOptions & ThreadOptions & { readonly formula: string }) | string,
): Promise<FitResult> {
  const options = typeof written === 'string' ? { formula: written } : written;
  if (!isKeyed(options)) {
    throw badArgument(estimator, 'model', formulaOrOptions(), options);
  }
  const { estimator: named = estimator } = options as { readonly estimator?: unknown };
  if (named !== estimator) {
    throw badArgument(estimator, 'estimator', eitherOf({ words: [estimator] }), named);
  }
  const { engine, worker, signal, workerUrl, ...model } = options as FitOptions & ThreadOptions;
  const running = { engine, worker, signal, workerUrl };
  return fitModel(data, { ...model, estimator } as ModelInput, running);
}
