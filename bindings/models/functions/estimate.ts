/** The estimators by name: `fitModel` with the estimator that the function names. */
import { eitherOf } from '../../words/expectations/values.js';
import { formulaOrOptions } from '../../words/expectations/models/models.js';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { DataInput } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import type { EstimatorTypes } from '../estimator-types.js';
import { fitModel, type FitModelOptions } from '../fit.js';
import type { ModelInput, ResultsByEstimator } from '../model.js';
import type { Given, NamesIn, Noted, Texts } from './call.js';
import type { Checked, CoefficientNames, ColumnNames, ConstantName } from './checked-formula.js';

type Written<Name extends keyof EstimatorTypes> = Omit<
  EstimatorTypes[Name]['input'],
  'estimator' | 'data'
> &
  FitModelOptions;

/** Options of `dpd`: the model, and where it runs. */
export type DpdOptions = Written<'dpd'>;
/** Options of `gmm`: the model, and where it runs. */
export type GmmOptions = Written<'gmm'>;
/** Options of `iv`: the model, and where it runs. */
export type IvOptions = Written<'iv'>;
/** Options of `ols`: the model, and where it runs. */
export type OlsOptions = Written<'ols'>;
/** Options of `panel`: the model, and where it runs. */
export type PanelOptions = Written<'panel'>;

/** The result of an estimator, with the names of coefficients that its formula gives; options of `dpd` may add others. */
export type EstimateOf<
  Name extends keyof EstimatorTypes,
  Formula extends string,
  Given = unknown,
> = ResultsByEstimator<
  Name extends 'dpd'
    ? string
    : CoefficientNames<Formula> | (Name extends 'ols' ? ConstantName<Formula> : never),
  Given
>[Name];

/** An estimator of data: columns, rows or a table. It takes a formula, or an object with the formula and other options. */
export interface EstimatorFunction<Name extends ModelInput['estimator']> {
  <
    Data extends DataInput,
    const Formula extends string,
    const Where extends string = string,
    Build extends ModelInput['build'] = undefined,
    Merge extends ModelInput['merge'] = undefined,
    Reshape extends ModelInput['reshape'] = undefined,
    const Written extends object = object,
  >(
    data: Data,
    model:
      | Checked<Formula, ColumnNames<Data>, 'formula'>
      | (EstimatorTypes[Name]['keys'] &
          FitModelOptions &
          Texts<Formula, Where, NamesIn<Data, Build | Merge | Reshape>, Build, Merge, Reshape> &
          Noted<Written>),
  ): Promise<EstimateOf<Name, Formula, Given<Written>>>;
}

/**
 * Difference or system GMM of a dynamic panel.
 *
 * @throws as `fitModel`
 */
export const dpd: EstimatorFunction<'dpd'> = (data: DataInput, ...written: readonly unknown[]) =>
  fitWritten(data, 'dpd', written) as Promise<never>;

/**
 * Linear GMM with instruments.
 *
 * @throws as `fitModel`
 */
export const gmm: EstimatorFunction<'gmm'> = (data: DataInput, ...written: readonly unknown[]) =>
  fitWritten(data, 'gmm', written) as Promise<never>;

/**
 * Regression with instruments: two-stage least squares and other k-class estimators.
 *
 * @throws as `fitModel`
 */
export const iv: EstimatorFunction<'iv'> = (data: DataInput, ...written: readonly unknown[]) =>
  fitWritten(data, 'iv', written) as Promise<never>;

/**
 * Ordinary or weighted least squares.
 *
 * @throws as `fitModel`
 */
export const ols: EstimatorFunction<'ols'> = (data: DataInput, ...written: readonly unknown[]) =>
  fitWritten(data, 'ols', written) as Promise<never>;

/**
 * Fixed and random effects and the like.
 *
 * @throws as `fitModel`
 */
export const panel: EstimatorFunction<'panel'> = (
  data: DataInput,
  ...written: readonly unknown[]
) => fitWritten(data, 'panel', written) as Promise<never>;

/**
 * Splits the model from the other options. A model that is not an object is refused with them, and so are options after
 * a formula, which would be lost.
 */
async function fitWritten(
  data: DataInput,
  estimator: ModelInput['estimator'],
  [written, ...others]: readonly unknown[],
): Promise<FitResult> {
  const [other] = others.filter((one) => one !== undefined);
  if (other !== undefined) throw badArgument(estimator, 'options', formulaOrOptions(), other);
  const options = typeof written === 'string' ? { formula: written } : written;
  if (!isKeyed(options)) {
    throw badArgument(estimator, 'model', formulaOrOptions(), options);
  }
  const { estimator: named = estimator } = options as { readonly estimator?: unknown };
  if (named !== estimator) {
    throw badArgument(estimator, 'estimator', eitherOf({ words: [estimator] }), named);
  }
  const { engine, worker, workers, signal, onProgress, workerUrl, ...model } =
    options as FitModelOptions;
  const running = { engine, worker, workers, signal, onProgress, workerUrl };
  return fitModel(data, { ...model, estimator } as ModelInput, running);
}
