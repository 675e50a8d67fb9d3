/**
 * `parseModel` for asynchronous callers: it loads the estimator, and the readers of formula and filter notations, only
 * if a model needs them.
 */
import { copied } from '../../core/values/copied.js';
import { type FirstUse, NotLoaded, onFirstUse } from '../../core/values/first-use.js';
import { filters } from '../../data/filters.js';
import { parseCanonical, reads } from '../../data/formula/canonical.js';
import { laterEstimator } from './load-estimator.js';
import type { Model } from '../model.js';
import { checkedModel, formulaOf, isRead, writtenModel } from './read-model.js';
import { withCovarianceKeys } from '../covariances/text.js';
import { readingNames } from './written-names.js';

const idioms = onFirstUse(() => import('./written-formula.js'));

/**
 * Reads a copy of the model, because the caller may change the model while parts are loaded. Throws as `parseModel`.
 */
export async function readModel(value: unknown): Promise<Model> {
  if (isRead(value)) return value;
  const missing = partsOf(value).filter(({ loaded }) => loaded === undefined);
  if (missing.length === 0) return readOrLoad(value);
  const copy = copied(value);
  await Promise.all(missing.map((part) => part.load()));
  return readOrLoad(copy);
}

/** Reads a model, after it has loaded what a list of terms turned out to need. */
async function readOrLoad(value: unknown): Promise<Model> {
  try {
    return read(value);
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
    const copy = copied(value);
    await error.load();
    return read(copy);
  }
}

function partsOf(value: unknown): FirstUse<unknown>[] {
  const { name, keys } = writtenModel(value);
  const formula = formulaOf(keys);
  const canonical = formula === undefined || reads(parseCanonical, formula);
  return [
    laterEstimator(name),
    ...(canonical ? [] : [idioms]),
    ...('where' in keys ? [filters] : []),
  ];
}

function read(value: unknown): Model {
  const { name, keys } = writtenModel(value);
  const { withCanonicalFormula = withCovarianceKeys } = idioms.loaded ?? {};
  const estimator = laterEstimator(name).loaded!;
  return readingNames(keys, (read) => checkedModel(estimator, withCanonicalFormula(read)));
}
