/** Errors of formulas that an estimator cannot take, in English. */
import { says, type Texts } from '../../told.js';

interface Written {
  readonly formula: string;
}

export const withInstruments = says(
  'formula-parts/instruments',
  ({ formula, panel }: Written & { readonly panel: boolean }) => {
    const instead = panel ? 'iv with effects within or first-difference' : 'iv or gmm';
    return `formula "${formula}" has instruments; expected only y ~ x1 + x2 | fe1 + fe2: use the estimator ${instead}`;
  },
);
export const withoutInstruments = says(
  'formula-parts/no-instruments',
  'formula "{formula}" has no instruments; expected y ~ exogenous | endogenous ~ instruments',
);
export const withEffects = says(
  'formula-parts/effects',
  'formula "{formula}" has fixed effects; expected none with effects {effects}',
);
export const withParts = says(
  'formula-parts/dynamic',
  'formula "{formula}" has a part after "|"; expected only y ~ x1 + x2, with instruments under gmm and iv',
);
export const noRegressors = says(
  'no-regressors/formula',
  'formula "{formula}" has no regressors; expected at least one',
);
export const outcomeAsRegressor = says(
  'outcome-as-regressor',
  '"{variable}" is on both sides of "{formula}"; remove it from the right side, or use a lag of it',
);
export const outcomeAsDynamicRegressor = says(
  'outcome-as-regressor/dynamic',
  ({ formula, variable }: Written & Texts<'variable'> & { readonly columns: readonly string[] }) =>
    `"${variable}" is on both sides of "${formula}"; remove it from the right side, or use a lag such as L.${variable}`,
);
export const endogenousTwice = says(
  'endogenous-twice',
  '"{variable}" is listed twice among the endogenous variables of "{formula}"; expected it once',
);
export const endogenousAndExogenous = says(
  'endogenous-and-exogenous',
  '"{variable}" is both exogenous and endogenous in "{formula}"; expected it in one place',
);
export const outcomeAsInstrument = says(
  'outcome-as-instrument',
  '"{variable}" is the outcome and an instrument in "{formula}"; remove it from the instruments',
);
export const instrumentAsExogenous = says(
  'instrument-as-regressor/exogenous',
  '"{variable}" is an exogenous regressor and an instrument in "{formula}"; expected it among the regressors only, as exogenous regressors are their own instruments',
);
export const instrumentAsEndogenous = says(
  'instrument-as-regressor/endogenous',
  '"{variable}" is an endogenous variable and an instrument in "{formula}"; expected it among the exogenous regressors if it is exogenous, else only among the endogenous',
);
