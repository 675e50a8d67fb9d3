/** What options of analyses of fits may hold, in English. */
import { says } from '../../told.js';
import { listed } from '../../text/messages.js';

export const none = says('none', 'none');
export const nameOfVariable = says('name-of-variable', 'the name of a variable');
export const otherThanOver = says(
  'other-than-over',
  'values of other variables than over ({over})',
);
export const oneRegressor = says(
  'one-regressor',
  'one variable of the regressors, such as x, L1.x or log(x)',
);
export const valuesOfVariables = says(
  'values-of-variables',
  'values by variable: numbers, texts or lists of them',
);
export const periodsOfData = says(
  'periods-of-data',
  'at most {most}, the periods with regressors in the data',
);
export const unitsOfData = says(
  'units-of-data',
  'at most {most}, the units in the data, because where may name units',
);
export const noVariable = says('no-variable', 'no variable');
export const levelInstruments = says(
  'level-instruments',
  'GMM-style instruments of the level equation',
);
export const effectVariance = says(
  'effect-variance',
  'an estimated variance of the unit effects above 0',
);
export const sizeBelowOne = says('size-below-one', 'a size between -1 and 1 other than 0');
export const sizeNotZero = says('size-not-zero', 'a size other than 0');
export const exogenousRegressor = says(
  'exogenous-regressor',
  'an exogenous or predetermined regressor',
);
export const oneOfNames = says(
  'one-of-names',
  ({ names }: { readonly names: readonly string[] }) => `one of ${listed(names)}`,
);
