/** Questions about all combinations of choices. */
import type { ModelInput, MultiverseOptions, MultiverseResult } from 'wasmetrics';
import type { Specification } from 'wasmetrics/types';
import type { Analysis } from './analyses.js';

/** What is varied; by default the key `multiverse` of the model, or the usual choices. */
export type CurveOptions = Pick<MultiverseOptions, 'coefficient' | 'over'>;

export interface CurveRequest {
  readonly model: ModelInput;
  readonly options: CurveOptions;
}

export interface CurveQuestions {
  curve: { asks: CurveRequest; answer: Analysis<MultiverseResult> };
  /** The model of a specification, written as the model of the page is. */
  specificationModel: {
    asks: CurveRequest & Pick<Specification, 'choices'>;
    answer: Readonly<Record<string, unknown>> & { readonly estimator: string };
  };
}
