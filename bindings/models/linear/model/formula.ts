import { InputError } from '../../../core/errors/errors.js';
import * as said from '../../../words/errors/models/formulas.js';
import type { Told } from '../../../words/told.js';
import { type Formula, parseCanonical } from '../../../data/formula/canonical.js';
import { termName } from '../../../data/formula/term.js';
import { has } from '../../registry.js';

/**
 * Reads the formula of a linear model, `y ~ x1 + x2 | fe1 + fe2`.
 *
 * @throws InputError `formula-syntax`, `formula-parts` for instruments, `no-regressors`, `outcome-as-regressor`
 */
export function linearFormula(estimator: string, text: string): Formula {
  const formula = parseCanonical(text);
  const { depvar, regressors, intercept, effects, endogenous } = formula;
  const refuse = (told: Told) => new InputError(told, estimator);
  if (endogenous.length > 0) {
    throw refuse(said.withInstruments({ formula: text, panel: has({ estimator }).units }));
  }
  if (regressors.length === 0 && (!intercept || effects.length > 0)) {
    throw refuse(said.noRegressors({ formula: text }));
  }
  const outcome = termName(depvar);
  if (regressors.some((term) => termName(term) === outcome)) {
    throw refuse(said.outcomeAsRegressor({ formula: text, variable: outcome }));
  }
  return formula;
}
