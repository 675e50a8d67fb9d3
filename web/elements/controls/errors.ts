/** Types of standard errors, and the clusters that some of them need. */
import { valueAt, withValue } from '../../session/paths.js';
import type { WrittenModel } from '../worker/questions.js';

const isClustered = (type: unknown) => /^(cluster|CV\d)\b/.test(String(type));
/** They need more keys than a list can choose. */
const needMore = /^(hac|driscoll-kraay)$/;

/** The clusters that the author chose, else the units of the panel. */
function clustersOf(author: WrittenModel): unknown {
  const unit = valueAt(author, 'panel.unit');
  return valueAt(author, 'vcov.cluster') ?? (unit === undefined ? undefined : [unit]);
}

/** The types that a model can have as it is written, of those that its estimator knows. */
export function typesOf(types: readonly unknown[], author: WrittenModel): readonly unknown[] {
  const hasClusters = clustersOf(author) !== undefined;
  return types.filter(
    (type) => !needMore.test(String(type)) && (hasClusters || !isClustered(type)),
  );
}

/** A model with a type of errors: the author's are kept as they are written. */
export function withType(model: WrittenModel, type: unknown, author: WrittenModel): WrittenModel {
  if (type === valueAt(author, 'vcov.type')) return withValue(model, 'vcov', author['vcov']);
  const small = valueAt(model, 'vcov.small');
  const clusters = isClustered(type) ? clustersOf(author) : undefined;
  let next = withValue(model, 'vcov', undefined);
  for (const [key, value] of Object.entries({ type, cluster: clusters, small })) {
    next = withValue(next, `vcov.${key}`, value);
  }
  return next;
}
