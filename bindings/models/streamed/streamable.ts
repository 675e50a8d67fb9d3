/** Which models can be estimated from rows that come in parts. */
import { covarianceTraits } from '../covariances/registry.js';
import type { Model } from '../model.js';
import { parseFormula, parseWhere, readsOtherRows } from '../../data/index.js';

/** Estimators whose sums are over single rows. */
export type StreamedModel = Extract<Model, { readonly estimator: 'ols' | 'iv' }>;

/** What needs all rows in memory; undefined for a model that can be streamed. */
export function wholeRows(model: StreamedModel): string | undefined {
  const { vcov, panel, formula, where } = model;
  const step = (['reshape', 'merge', 'build'] as const).find((key) => model[key] !== undefined);
  if (step !== undefined) return `changing the data (${step})`;
  if (where !== undefined && readsOtherRows(parseWhere(where)))
    return 'a function of other rows (where)';
  if (panel !== undefined) return 'the order of units and periods (panel)';
  if (parseFormula(formula).effects.length > 0) return 'absorbing effects';
  if (covarianceTraits(vcov.type)?.streamed === undefined) return `the covariance ${vcov.type}`;
  if ((vcov.cluster?.length ?? 0) > 1) return 'clusters in several dimensions';
  if (model.estimator === 'ols') return undefined;
  if (model.effects !== undefined) return `removing effects (${model.effects})`;
  return model.cTests.length === 0 ? undefined : 'C tests of instruments (cTests)';
}

export function isStreamed(model: Model): model is StreamedModel {
  return model.estimator === 'ols' || model.estimator === 'iv';
}
