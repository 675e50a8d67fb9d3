/** Regressors whose columns no group of instruments names: their coefficients rest on instruments of others. */
import { parseCanonical, parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { columnsOf, type Term, termName } from '../../../data/formula/term.js';
import type { Omitted, Warning } from '../../../results/common.js';
import type { DpdModel } from '../model/model.js';

/** The nonlinear conditions are moments of the outcome. Time effects are their own instruments. */
export function uninstrumentedWarnings(model: DpdModel, omitted: readonly Omitted[]): Warning[] {
  const { depvar, regressors } = parseCanonical(model.formula);
  const groups = [...model.gmm, ...model.iv];
  const named = groups.flatMap(({ vars }) => vars.flatMap(parseCanonicalTerms)).flatMap(columnsOf);
  const instrumented = new Set(named);
  if (model.nonlinear !== false) columnsOf(depvar).forEach((column) => instrumented.add(column));
  if (model.timeEffects) instrumented.add(model.panel.time);
  const lacks = (term: Term) => !columnsOf(term).every((column) => instrumented.has(column));
  const gone = new Set(omitted.map(({ name }) => name));
  const terms = regressors.filter((term) => lacks(term) && !gone.has(termName(term)));
  if (terms.length === 0) return [];
  const columns = [...new Set(terms.flatMap(columnsOf))].filter((one) => !instrumented.has(one));
  const subject =
    terms.length === 1
      ? `${termName(terms[0]!)} has no role, and no group of instruments names ${columns.join(', ')}`
      : `${terms.map(termName).join(', ')} have no role, and no group of instruments names ${columns.join(', ')}`;
  const outcome = columnsOf(depvar).filter((column) => columns.includes(column));
  const message = `${subject}, so other variables' instruments identify ${terms.length === 1 ? 'it' : 'them'}; give a role (${roleOf(outcome)}) or list it under gmm or iv`;
  return [{ code: 'regressor-without-instruments', message }];
}

function roleOf(outcome: readonly string[]): string {
  if (outcome.length === 0) return 'endogenous, predetermined or exogenous';
  return `the outcome ${outcome.join(', ')} is usually endogenous: --endogenous, or roles.endogenous in a file`;
}
