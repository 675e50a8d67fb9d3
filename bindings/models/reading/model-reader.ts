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
  let given = value;
  for (;;) {
    try {
      return read(given);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      given = copied(given);
      await error.load();
    }
  }
}

/** @throws NotLoaded with parts that the model needs, or with what a list of terms turns out to need */
function read(value: unknown): Model {
  if (isRead(value)) return value;
  const { name, keys } = writtenModel(value);
  const missing = partsOf(name, keys).filter(({ loaded }) => loaded === undefined);
  if (missing.length > 0)
    throw new NotLoaded(() => Promise.all(missing.map((part) => part.load())));
  const { withCanonicalFormula = withCovarianceKeys } = idioms.loaded ?? {};
  const estimator = laterEstimator(name).loaded!;
  return readingNames(keys, (read) => checkedModel(estimator, withCanonicalFormula(read)));
}

function partsOf(name: string, keys: object): FirstUse<unknown>[] {
  const formula = formulaOf(keys);
  const canonical = (formula === undefined || reads(parseCanonical, formula)) && !mayCompute(keys);
  return [
    laterEstimator(name),
    ...(canonical ? [] : [idioms]),
    ...('where' in keys ? [filters] : []),
  ];
}

/** Whether a list, the weights or another column may be computed, as in `log(w + 1)`, or in backquotes. */
function mayCompute(keys: object): boolean {
  try {
    return /[a-z]\w* *\(|[`*/^<>~]| [-+] /.test(
      JSON.stringify({ ...keys, formula: '', where: '', build: '' }),
    );
  } catch {
    return false; // keys that contain themselves are refused by the schema
  }
}
