import { InputError } from '../../../core/errors/errors.js';
import { type Formula, parseCanonical } from '../../../data/formula/canonical.js';
import { termName } from '../../../data/formula/term.js';

/** The estimator to use instead for a formula with instruments, by estimator. */
const instead: Readonly<Record<string, string>> = {
  panel: 'use the estimator iv with effects within or first-difference',
};

/**
 * Reads the formula of a linear model, `y ~ x1 + x2 | fe1 + fe2`.
 *
 * @throws InputError `formula-syntax`, `formula-parts` for instruments, `no-regressors`, `outcome-as-regressor`
 */
export function linearFormula(estimator: string, text: string): Formula {
  const formula = parseCanonical(text);
  const { depvar, regressors, intercept, effects, endogenous } = formula;
  const refuse = (code: string, problem: string) =>
    new InputError(code, problem, { formula: text }, estimator);
  if (endogenous.length > 0) {
    throw refuse(
      'formula-parts',
      `formula "${text}" has instruments; expected only y ~ x1 + x2 | fe1 + fe2: ${instead[estimator] ?? 'use the estimator iv or gmm'}`,
    );
  }
  if (regressors.length === 0 && (!intercept || effects.length > 0)) {
    throw refuse('no-regressors', `formula "${text}" has no regressors; expected at least one`);
  }
  const outcome = termName(depvar);
  if (regressors.some((term) => termName(term) === outcome)) {
    throw refuse(
      'outcome-as-regressor',
      `"${outcome}" is on both sides of "${text}"; remove it from the right side, or use a lag of it`,
    );
  }
  return formula;
}
