/** Methods of estimation, as the estimator changes them. */
import { estimatorOf } from '../../../../models/estimators.js';
import type { Choices, MethodChoice } from '../../../../models/multiverse/choices.js';
import type { ModelDraft } from '../../../../models/multiverse/draft.js';
import { type Dimension, dimension } from '../dimension.js';
import type { StaticModel } from './model.js';

export function methodDimension(
  model: StaticModel,
  methods: Choices['methods'],
): Dimension<ModelDraft>[] {
  const known = estimatorOf(model).methods;
  if (known === undefined) return [];
  return dimension<ModelDraft, MethodChoice>('method', known.of(model), methods, {
    label: (method) => method,
    apply: (draft, method) => estimatorOf(draft).methods!.apply(draft, method),
  });
}
