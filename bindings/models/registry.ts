/**
 * The estimators. Outside their folders only this list, `readers.ts`, `estimator-types.ts`,
 * `reading/load-estimator.ts` and `functions/estimate.ts` name them. All other code asks for traits here, or uses the
 * protocol of a fit.
 */
import { dpdTraits } from './dpd/traits.js';
import { gmmTraits } from './gmm/traits.js';
import { ivTraits } from './iv/traits.js';
import type { Model } from './model.js';
import { olsTraits } from './ols/traits.js';
import { panelTraits } from './panel/traits.js';
import { type EstimatorHas, type EstimatorTraits, noTraits } from './traits.js';

const traits = {
  dpd: dpdTraits,
  gmm: gmmTraits,
  iv: ivTraits,
  ols: olsTraits,
  panel: panelTraits,
} satisfies Readonly<Record<Model['estimator'], EstimatorTraits>>;

export type EstimatorName = keyof typeof traits;

const known = new Map<string, EstimatorTraits>(Object.entries(traits));

/** The names of all estimators, in alphabetical order. */
export function estimatorNames(): readonly EstimatorName[] {
  return [...known.keys()] as EstimatorName[];
}

/** The traits of an estimator; undefined if there is none of that name. */
export function traitsOf(estimator: string): EstimatorTraits | undefined {
  return known.get(estimator);
}

/**
 * What the fits of an estimator have. The estimator is that of a model, or of a result that may have been read from a
 * file.
 */
export function has(of: { readonly estimator: string }): EstimatorHas {
  return known.get(of.estimator)?.has ?? noTraits;
}

/** The default estimator of a formula. */
export const usualEstimator: EstimatorName = 'ols';

/** Registers an estimator for the duration of a test; the returned function removes it. */
export function registerTraits(added: EstimatorTraits): () => void {
  known.set(added.name, added);
  return () => void known.delete(added.name);
}
