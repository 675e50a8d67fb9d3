/** A model while choices are applied to it. */
import type { WeightMatrixInput } from '../linear/model/weight.js';
import type { BuildStep } from '../../data/index.js';
import type { CovarianceChoice, MethodChoice } from './choices.js';

export interface ModelDraft {
  readonly estimator: string;
  readonly formula: string;
  readonly where?: string | undefined;
  readonly build?: readonly BuildStep[] | undefined;
  readonly vcov: CovarianceChoice;
  readonly weight?: WeightMatrixInput | undefined;
  readonly [key: string]: unknown;
}

/** The methods of an estimator as choices: the method of a model, and a draft with another method. */
export interface Methods<Model> {
  of(model: Model): MethodChoice;
  apply(draft: ModelDraft, method: MethodChoice): ModelDraft;
}
