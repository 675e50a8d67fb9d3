/** Which models can be estimated from rows that come in parts, and by what. */
import type { Engine } from '../../core/engine/engine.js';
import { parseFormula, parseWhere, readsOtherRows, type StreamedTable } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { covarianceTraits } from '../covariances/registry.js';
import type { WholeRows } from '../../words/errors/models/streamed.js';
import type { Model } from '../model.js';

/** Estimates the models of an estimator whose sums are over single rows. */
export interface StreamedEstimator<Of = Model> {
  /** What else needs all rows in memory than what does so in every model; undefined for a model that can be streamed. */
  wholeRows?(model: Of): WholeRows | undefined;
  /** Closes the table. `partDoubles` bounds the numbers of a part. */
  fit(engine: Engine, model: Of, table: StreamedTable, partDoubles?: number): FitResult;
}

/** What needs all rows in memory in a model of any estimator. */
export function wholeRows({ vcov, panel, formula, where, ...model }: Model): WholeRows | undefined {
  const step = (['append', 'reshape', 'merge', 'build'] as const).find(
    (key) => model[key] !== undefined,
  );
  if (step !== undefined) return { why: 'step', name: step };
  if (where !== undefined && readsOtherRows(parseWhere(where))) return { why: 'filter' };
  if (panel !== undefined) return { why: 'panel' };
  if (parseFormula(formula).effects.length > 0) return { why: 'absorbed' };
  if (covarianceTraits(vcov.type)?.streamed === undefined) {
    return { why: 'covariance', name: vcov.type };
  }
  return (vcov.cluster?.length ?? 0) > 1 ? { why: 'clusters' } : undefined;
}
