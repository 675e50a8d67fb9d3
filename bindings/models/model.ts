import type { EstimatorTypes } from './estimator-types.js';

type Estimators = keyof EstimatorTypes;

/** A model of any estimator, with every default filled in. */
export type Model = EstimatorTypes[Estimators]['model'];

/** A model of any estimator as a user writes it. */
export type ModelInput = EstimatorTypes[Estimators]['input'];

/** The results by the names of the estimators. */
export type ResultsByEstimator<Name extends string = string, Given = unknown> = {
  readonly [Estimator in Estimators]: EstimatorTypes<Name, Given>[Estimator]['result'];
};
