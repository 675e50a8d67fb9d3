/** `fit`, and the name that it had before. */
import { fitModel as estimate } from '../fit.js';

/**
 * Estimates a model of any estimator, which the model and the result name as `estimator`. A model that `parseModel`
 * returned is not parsed again. The `bootstrap` of the model is not run; see the function `bootstrap`.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export const fit = estimate;

/**
 * The earlier name of `fit`.
 *
 * @deprecated use `fit`
 * @alias
 */
export const fitModel = estimate;
