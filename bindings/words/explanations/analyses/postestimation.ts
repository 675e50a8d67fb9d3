/** Explanations of what marginal effects, predictions and rows of a fit say. */
import type { Entries } from '../explanation.js';
import { sources as s } from '../sources.js';

const belsley = 'Belsley, Kuh and Welsch (1980), Regression Diagnostics, Wiley';

export const postestimationWarnings = {
  'held-fixed': [
    'Lags or differences of the variable are regressors too.',
    'The marginal effect changes the variable in one period and holds its lags and differences fixed, so it is a short-run effect.',
    'Add the effects of the lags by their names, as in --of L1.x. In a dynamic panel longRun of the result has long-run effects.',
    s.wooldridge,
  ],
  'omitted-in-effect': [
    'A term with the variable was left out of the fit as collinear.',
    'The marginal effect is the derivative of the terms that have a coefficient.',
    'Read omitted in the result, and leave out the regressors that explain the term if it matters.',
    s.wooldridge,
  ],
  'no-moderator': [
    'A variable was set to values, and the marginal effect does not depend on it.',
    'The effects at its values are the same.',
    'Leave it out of at, or add its interaction with the variable to the formula.',
    s.wooldridge,
  ],
  'level-residuals': [
    "The residual of a dynamic panel is y - x'b in levels, as predict after xtabond2 gives it.",
    'It contains the effect of the unit. Tests for serial correlation use its first difference.',
    'Use residualDifferenced to look for serial correlation.',
    s.roodman,
  ],
  'rows-in-differences': [
    'The model is estimated in first differences.',
    'Outcomes, fitted values and residuals are changes since the period before.',
    'Add the outcome of the period before for predictions of levels.',
    s.wooldridge,
  ],
  'rows-of-means': [
    'The between estimator regresses means of units, and the rows are those of the data.',
    'Residuals of rows do not sum to zero, and their squares are not what the estimator minimises.',
    'Nothing, or average the columns by unit.',
    s.wooldridge,
  ],
  'effects-not-split': [
    'More than two effects are absorbed.',
    'Only the sum of the effects is identified without further conventions, so single effects and predictions for new rows are missing.',
    "Write i() for the smaller effects, or set effects: false (--no-effects) to predict x'b.",
    'Abowd, Creecy and Kramarz (2002), LEHD technical paper 2002-06',
  ],
  'no-leverage': [
    'The fit is not least squares of its rows, or absorbs several effects, or is perfect.',
    'Leverage and the measures of influence made from it are not defined or not computed.',
    'Use influence, which estimates again without each unit or row.',
    belsley,
  ],
  'no-standard-errors': [
    'The predictions contain absorbed effects.',
    'The covariance of absorbed effects is not estimated, so predictions have no standard errors or intervals.',
    "Set effects: false (--no-effects) for x'b with standard errors, or write the effects in the formula with i().",
    s.wooldridge,
  ],
  'without-effects': [
    "Predictions are x'b, without random effects or the unit effects of a dynamic panel.",
    'They are those of a unit whose effect is zero.',
    'After random effects augment has the predicted effects of the units of the fit.',
    s.wooldridge,
  ],
} satisfies Entries;

export const postestimationErrors = {
  'no-interaction': [
    'The option over names a variable that does not change the marginal effect.',
    'The effect is the same at each of its values.',
    'Name a variable that interacts with the first one, or add the interaction to the formula.',
  ],
  'no-prediction-interval': [
    'The interval of a new outcome needs errors of one variance and no other unknown part.',
    'With effects or with weights that are no frequencies the interval would be too short.',
    'Use interval: confidence, the interval of the mean.',
  ],
} satisfies Entries;
