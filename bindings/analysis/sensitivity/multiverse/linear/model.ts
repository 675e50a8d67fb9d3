/** A static model while choices are applied to it. */
import type { KnownDynamic } from '../../../../models/refits/dynamic.js';
import type { Model } from '../../../../models/model.js';
import type { ModelDraft } from '../../../../models/multiverse/draft.js';
import { readerOf } from '../../../../models/readers.js';

/** Models that are estimated by a single regression. */
export type StaticModel = Exclude<Model, KnownDynamic>;

/** The model without the keys that a multiverse does not use. */
export function draftOf(model: StaticModel): ModelDraft {
  return { ...model, bootstrap: undefined, multiverse: undefined };
}

/** @throws as `Estimator.read` */
export function readDraft(draft: ModelDraft): StaticModel {
  return readerOf(draft.estimator).read(draft) as StaticModel;
}
