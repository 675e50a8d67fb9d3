/** The estimators by name: `fitModel` with the estimator that the function names. */
import { eitherOf } from '../../words/expectations/values.js';
import { formulaOrOptions } from '../../words/expectations/models/models.js';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { DataInput } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import type { EstimatorTypes } from '../estimator-types.js';
import { fitModel, type FitModelOptions } from '../fit.js';
import type { ModelInput, ResultsByEstimator } from '../model.js';
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

/** The options of a call that change what its result has; `undefined` where it leaves them out. */
type Given<Written> = {
  readonly [Key in 'effects' | 'steps' | 'pca' | 'diagnostics']: ValueOf<Written, Key>;
};
type ValueOf<Written, Key extends string> = Written extends unknown
  ? Key extends keyof Written
    ? Written[Key]
    : undefined
  : never;

/** Lets the compiler infer what a call writes. It is `unknown` then, so that it allows no keys and adds no messages. */
type Noted<Written> = [Written] extends [never] ? Written : unknown;

/** The steps that make columns: with any of them the compiler does not know all names. */
interface Steps<Build, Merge, Reshape> {
  /** Expressions, splits and indices by the names of the new columns, in order. */
  readonly build?: Build | undefined;
  /** Other files whose columns are added. */
  readonly merge?: Merge | undefined;
  /** Turns periods in columns into rows, or rows into columns. */
  readonly reshape?: Reshape | undefined;
}

/** Options whose formula and filter name only columns of the data. */
type Call<Options, Formula extends string, Where extends string, Names extends string> = Omit<
  Options,
  'formula' | 'where' | 'build' | 'merge' | 'reshape'
> & {
  /**
   * `y ~ x1 + x2 | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` are dummies. The
   * compiler checks the names of columns if the data have literal keys.
   */
  readonly formula: Checked<Formula, Names, 'formula'>;
  /** Keeps the rows for which this condition is true, such as `year >= 1979 && type == "A"`. */
  readonly where?: Checked<Where, Names, 'where'> | undefined;
};

/** The names of the columns of data, unless steps make others. */
type NamesIn<Data, Step> = [Step] extends [undefined] ? ColumnNames<Data> : string;

/** An estimator of data: columns, rows or a table. It takes a formula, or an object with the formula and other options. */
export interface EstimatorFunction<Name extends ModelInput['estimator'], Options> {
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
      | (Call<Options, Formula, Where, NamesIn<Data, Build | Merge | Reshape>> &
          Steps<Build, Merge, Reshape> &
          Noted<Written>),
  ): Promise<EstimateOf<Name, Formula, Given<Written>>>;
}

/**
 * Difference or system GMM of a dynamic panel.
 *
 * @throws as `fitModel`
 */
export const dpd: EstimatorFunction<'dpd', DpdOptions> = (
  data: DataInput,
  ...written: readonly unknown[]
) => fitWritten(data, 'dpd', written) as Promise<never>;

/**
 * Linear GMM with instruments.
 *
 * @throws as `fitModel`
 */
export const gmm: EstimatorFunction<'gmm', GmmOptions> = (
  data: DataInput,
  ...written: readonly unknown[]
) => fitWritten(data, 'gmm', written) as Promise<never>;

/**
 * Regression with instruments: two-stage least squares and other k-class estimators.
 *
 * @throws as `fitModel`
 */
export const iv: EstimatorFunction<'iv', IvOptions> = (
  data: DataInput,
  ...written: readonly unknown[]
) => fitWritten(data, 'iv', written) as Promise<never>;

/**
 * Ordinary or weighted least squares.
 *
 * @throws as `fitModel`
 */
export const ols: EstimatorFunction<'ols', OlsOptions> = (
  data: DataInput,
  ...written: readonly unknown[]
) => fitWritten(data, 'ols', written) as Promise<never>;

/**
 * Fixed and random effects and the like.
 *
 * @throws as `fitModel`
 */
export const panel: EstimatorFunction<'panel', PanelOptions> = (
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
