/** `fit`, and the name that it had before. */
import type { DataInput } from '../../data/index.js';
import type { EstimatorTypes } from '../estimator-types.js';
import { fitModel as estimate, type FitModelOptions } from '../fit.js';
import type { ModelInput } from '../model.js';
import type { Given, NamesIn, Naming, Noted, Texts } from './call.js';
import type { EstimateOf } from './estimate.js';

/**
 * Estimates a model. The result is that of the estimator which the model names, with what its options add, or one of all
 * if the compiler cannot know.
 */
export type FitFunction = <
  Data extends DataInput,
  Name extends keyof EstimatorTypes,
  const Formula extends string,
  const Where extends string = string,
  Build extends ModelInput['build'] = undefined,
  Merge extends ModelInput['merge'] = undefined,
  Reshape extends ModelInput['reshape'] = undefined,
  const Written extends object = object,
>(
  data: Data,
  model: Naming<Name> &
    EstimatorTypes[Name]['keys'] &
    Texts<Formula, Where, NamesIn<Data, Build | Merge | Reshape>, Build, Merge, Reshape> &
    Noted<Written>,
  options?: FitModelOptions,
) => Promise<EstimateOf<Name, Formula, Given<Written>>>;

/**
 * Estimates a model of any estimator, which the model and the result name as `estimator`. A model that `parseModel`
 * returned is not parsed again. The `bootstrap` of the model is not run; see the function `bootstrap`.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export const fit = estimate as unknown as FitFunction;

/**
 * The earlier name of `fit`.
 *
 * @deprecated use `fit`
 * @alias
 */
export const fitModel = estimate as unknown as FitFunction;
