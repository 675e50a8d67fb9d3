import { InputError } from '../../core/errors/errors.js';
import { type Formula, parseCanonical } from '../../data/formula/canonical.js';
import { type Term, termKey, termName } from '../../data/formula/term.js';

const expected = 'y ~ exogenous | endogenous ~ instruments';

/**
 * Reads the formula of a model with instruments, `y ~ w | x ~ z` or `y ~ w | fe | x ~ z`.
 *
 * @throws InputError `formula-syntax`, `formula-parts` without instruments, `endogenous-twice`,
 *   `endogenous-and-exogenous`, `instrument-as-regressor`, `outcome-as-regressor`, `outcome-as-instrument`
 */
export function instrumentFormula(estimator: string, text: string): Formula {
  const formula = parseCanonical(text);
  if (formula.endogenous.length === 0) {
    const message = `formula "${text}" has no instruments; expected ${expected}`;
    throw new InputError('formula-parts', message, { formula: text }, estimator);
  }
  for (const { code, variable, problem } of mistakes(formula)) {
    if (variable === undefined) continue;
    const message = `"${variable}" ${problem}`;
    throw new InputError(code, message, { formula: text, variable }, estimator);
  }
  return formula;
}

interface Mistake {
  readonly code: string;
  /** The variable concerned; undefined if the mistake was not made. */
  readonly variable: string | undefined;
  readonly problem: string;
}

/** Lists variables that occur in two places. */
function mistakes({ text, depvar, regressors, endogenous, instruments }: Formula): Mistake[] {
  return [
    {
      code: 'endogenous-twice',
      variable: repeated(endogenous),
      problem: `is listed twice among the endogenous variables of "${text}"; expected it once`,
    },
    {
      code: 'endogenous-and-exogenous',
      variable: common(endogenous, regressors),
      problem: `is both exogenous and endogenous in "${text}"; expected it in one place`,
    },
    {
      code: 'outcome-as-regressor',
      variable: common([depvar], [...regressors, ...endogenous]),
      problem: `is on both sides of "${text}"; remove it from the right side, or use a lag of it`,
    },
    {
      code: 'outcome-as-instrument',
      variable: common([depvar], instruments),
      problem: `is the outcome and an instrument in "${text}"; remove it from the instruments`,
    },
    {
      code: 'instrument-as-regressor',
      variable: common(instruments, regressors),
      problem: `is an exogenous regressor and an instrument in "${text}"; expected it among the regressors only, as exogenous regressors are their own instruments`,
    },
    {
      code: 'instrument-as-regressor',
      variable: common(instruments, endogenous),
      problem: `is an endogenous variable and an instrument in "${text}"; expected it among the exogenous regressors if it is exogenous, else only among the endogenous`,
    },
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
