/** The variables of a dynamic panel model with a formula, in words. */
import { type Formula, parseCanonicalTerms } from '../../../data/formula/canonical.js';
import { columnsOf, type Term, termName } from '../../../data/formula/term.js';
import type { DpdModel } from '../model/model.js';
import type { ModelTerm, ModelTerms } from './terms.js';

export function termsOf(
  { gmm, iv, diffHansen }: DpdModel,
  { depvar, regressors }: Formula,
): ModelTerms {
  const groups = [...gmm, ...iv];
  return {
    depvar: modelTerm(depvar),
    regressors: regressors.map(modelTerm),
    instruments: groups.flatMap(({ vars }) => vars.flatMap(parseCanonicalTerms).flatMap(columnsOf)),
    tested: diffHansen.map(({ vars }) => vars?.flatMap(parseCanonicalTerms).map(termName)),
  };
}

function modelTerm(term: Term): ModelTerm {
  return { name: termName(term), columns: columnsOf(term), depth: depth(term) };
}

/** Number of periods that a term looks back. */
function depth(term: Term): number {
  switch (term.kind) {
    case 'column':
    case 'dummies':
      return 0;
    case 'lag':
      return Math.max(0, depth(term.of) + term.by);
    case 'difference':
      return depth(term.of) + term.order;
    case 'interaction':
      return Math.max(...term.factors.map(depth));
    default:
      return depth(term.of);
  }
}
