/** Composite indices that callers pass to figures, checked. */
import { badArgument } from '../../core/arguments/arguments.js';
import type { ComponentIndex, CompositeIndex } from '../../results/indices/composite-index.js';
import { checkedResult } from '../../results/read.js';
import { pcaIndex } from '../../words/expectations/paper/figures.js';

/** @throws InputError `bad-result` for a part that is not an index */
export function checkedIndex(index: CompositeIndex): CompositeIndex {
  return checkedResult(index, ['index']) as CompositeIndex;
}

/** @throws InputError `bad-result`, `bad-value` for an index of weighted indicators */
export function componentsOf(index: CompositeIndex): ComponentIndex {
  const result = checkedIndex(index);
  if (result.method === 'pca') return result;
  throw badArgument('figure', 'index', pcaIndex(), result.method);
}
