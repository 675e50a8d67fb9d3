/** What is needed to make the sample of an estimate again from a table in which built columns have other values. */
import type { FitContext } from '../fit-context.js';
import type { Model } from '../model.js';

/** A model with the regressors that its estimate kept, as plain data that a worker can receive. */
export interface RefitModel {
  readonly model: Model;
  readonly names: readonly string[];
}

export function refitModel({ model, result }: FitContext): RefitModel {
  return { model, names: Object.keys(result.params) };
}
