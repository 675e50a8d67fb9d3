/** Regressors whose columns no group of instruments names: their coefficients rest on instruments of others. */
import type { Omitted, Warning } from '../../../results/common.js';
import type { ModelTerm, ModelTerms } from '../design/terms.js';
import type { DpdModel } from '../model/model.js';
import { dynamicWarnings } from '../../../words/en/warnings/dynamic.js';
import { warning } from '../../../words/warning.js';

/** The nonlinear conditions are moments of the outcome. Time effects are their own instruments. */
export function uninstrumentedWarnings(
  model: DpdModel,
  { depvar, regressors, instruments }: ModelTerms,
  omitted: readonly Omitted[],
): Warning[] {
  const instrumented = new Set(instruments);
  if (model.nonlinear !== false) depvar.columns.forEach((column) => instrumented.add(column));
  if (model.timeEffects) instrumented.add(model.panel.time);
  const lacks = (term: ModelTerm) => !term.columns.every((column) => instrumented.has(column));
  const gone = new Set(omitted.map(({ name }) => name));
  const terms = regressors.filter((term) => lacks(term) && !gone.has(term.name));
  if (terms.length === 0) return [];
  const columns = [...new Set(terms.flatMap((term) => term.columns))].filter(
    (one) => !instrumented.has(one),
  );
  const outcome = depvar.columns.filter((column) => columns.includes(column));
  const detail = { names: terms.map(({ name }) => name), columns, outcome };
  return [warning(dynamicWarnings, 'regressor-without-instruments', detail)];
}
