/** `fit`, and the name that it had before. */
import type { DataInput } from '../../data/index.js';
import type { EstimatorTypes } from '../estimator-types.js';
import { fitModel as estimate, type FitModelOptions } from '../fit.js';
import type { EstimateOf } from './estimate.js';

/** Estimates a model. The result is that of the estimator which the model names, or one of all if the compiler cannot know. */
export type FitFunction = <Name extends keyof EstimatorTypes, const Formula extends string>(
  data: DataInput,
  model: { readonly estimator: Name; readonly formula: Formula } & EstimatorTypes[Name]['input'],
  options?: FitModelOptions,
) => Promise<EstimateOf<Name, Formula>>;

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
