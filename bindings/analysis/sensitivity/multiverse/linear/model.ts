/** A static model while choices are applied to it. */
import type { DpdModel } from '../../../../models/dpd/model/model.js';
import { estimatorOf } from '../../../../models/estimators.js';
import type { Model } from '../../../../models/model.js';
import type { CovarianceChoice } from '../../../../models/multiverse/choices.js';
import type { WeightMatrixInput } from '../../../../models/gmm/model.js';

/** Models whose estimates come from one regression. */
export type StaticModel = Exclude<Model, DpdModel>;

export interface StaticDraft {
  readonly estimator: StaticModel['estimator'];
  readonly formula: string;
  readonly where?: string | undefined;
  readonly vcov: CovarianceChoice;
  readonly weight?: WeightMatrixInput | undefined;
  readonly [key: string]: unknown;
}

/** The model without the keys that a multiverse does not use. */
export function draftOf(model: StaticModel): StaticDraft {
  return { ...model, bootstrap: undefined, multiverse: undefined };
}

/** @throws as `Estimator.read` */
export function readDraft(draft: StaticDraft): StaticModel {
  return estimatorOf(draft).read(draft) as StaticModel;
}
