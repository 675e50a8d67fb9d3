import { InputError } from '../../core/errors/errors.js';
import { type Formula, parseCanonical } from '../../data/formula/canonical.js';
import { type Term, termKey, termName } from '../../data/formula/term.js';
import * as said from '../../words/errors/models/formulas.js';
import type { Told } from '../../words/told.js';

/**
 * Reads the formula of a model with instruments, `y ~ w | x ~ z` or `y ~ w | fe | x ~ z`.
 *
 * @throws InputError `formula-syntax`, `formula-parts` without instruments, `endogenous-twice`,
 *   `endogenous-and-exogenous`, `instrument-as-regressor`, `outcome-as-regressor`, `outcome-as-instrument`
 */
export function instrumentFormula(estimator: string, text: string): Formula {
  const formula = parseCanonical(text);
  if (formula.endogenous.length === 0) {
    throw new InputError(said.withoutInstruments({ formula: text }), estimator);
  }
  for (const [tell, variable] of mistakes(formula)) {
    if (variable !== undefined) throw new InputError(tell({ formula: text, variable }), estimator);
  }
  return formula;
}

/** A mistake, and the variable concerned; undefined if it was not made. */
type Mistake = readonly [
  tell: (detail: { readonly formula: string; readonly variable: string }) => Told,
  variable: string | undefined,
];

/** Lists variables that occur in two places. */
function mistakes({ depvar, regressors, endogenous, instruments }: Formula): Mistake[] {
  return [
    [said.endogenousTwice, repeated(endogenous)],
    [said.endogenousAndExogenous, common(endogenous, regressors)],
    [said.outcomeAsRegressor, common([depvar], [...regressors, ...endogenous])],
    [said.outcomeAsInstrument, common([depvar], instruments)],
    [said.instrumentAsExogenous, common(instruments, regressors)],
    [said.instrumentAsEndogenous, common(instruments, endogenous)],
  ];
}

/** Name of the first repeated term. */
function repeated(terms: readonly Term[]): string | undefined {
  const repeated = terms.find((term, i) => common([term], terms.slice(0, i)) !== undefined);
  return repeated && termName(repeated);
}

/** Name of the first term that both lists contain. */
function common(one: readonly Term[], other: readonly Term[]): string | undefined {
  const keys = new Set(other.map(termKey));
  const repeated = one.find((term) => keys.has(termKey(term)));
  return repeated && termName(repeated);
}
