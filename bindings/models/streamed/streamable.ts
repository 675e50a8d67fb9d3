/** Which models can be estimated from rows that come in parts, and by what. */
import type { Engine } from '../../core/engine/engine.js';
import { parseFormula, parseWhere, readsOtherRows, type StreamedTable } from '../../data/index.js';
import type { FitResult } from '../../results/fit.js';
import { covarianceTraits } from '../covariances/registry.js';
import type { Model } from '../model.js';

/** Estimates the models of an estimator whose sums are over single rows. */
export interface StreamedEstimator<Of = Model> {
  /** What else needs all rows in memory than what does so in every model; undefined for a model that can be streamed. */
  wholeRows?(model: Of): string | undefined;
  /** Closes the table. `partDoubles` bounds the numbers of a part. */
  fit(engine: Engine, model: Of, table: StreamedTable, partDoubles?: number): FitResult;
}

/** What needs all rows in memory in a model of any estimator. */
export function wholeRows({ vcov, panel, formula, where, ...model }: Model): string | undefined {
  const step = (['reshape', 'merge', 'build'] as const).find((key) => model[key] !== undefined);
  if (step !== undefined) return `changing the data (${step})`;
  if (where !== undefined && readsOtherRows(parseWhere(where)))
    return 'a function of other rows (where)';
  if (panel !== undefined) return 'the order of units and periods (panel)';
  if (parseFormula(formula).effects.length > 0) return 'absorbing effects';
  if (covarianceTraits(vcov.type)?.streamed === undefined) return `the covariance ${vcov.type}`;
  return (vcov.cluster?.length ?? 0) > 1 ? 'clusters in several dimensions' : undefined;
}
