/** Errors of composite indices, in English. */
import { says } from '../../told.js';

export const noIndicatorValue = says(
  'no-rows/column',
  'column "{column}" has no value; leave it out',
);
export const fewIndicatorRows = says(
  'no-rows/rows',
  'expected two or more rows with a value in every column, found {found}',
);
export const constantIndicator = says(
  'constant-column/index',
  (detail: {
    readonly column: string;
    readonly value: number;
    /** The group whose rows have one value; empty for all rows. */
    readonly group: string;
  }) => {
    const where = detail.group === '' ? '' : ` in the rows of ${detail.group}`;
    return `column "${detail.column}" is ${detail.value} in every row${where}; leave it out`;
  },
);
export const negativeRatio = says(
  'negative-value/target',
  'ratios to a target need positive values, found {found} in "{column}"; use minmax',
);
export const negativeShare = says(
  'negative-value/entropy',
  'entropies need values of at least 0, found {found} in the normalised "{column}"; use minmax or a shift',
);
export const negativeFactor = says(
  'negative-value/geometric',
  'geometric means need values of at least 0, found negative ones in the normalised "{column}"; use minmax',
);
export const undefinedWeights = says(
  'no-weights/undefined',
  'their {kind} weights are not defined; use equal or given weights',
);
export const equalRows = says(
  'no-weights/equal-rows',
  'no indicator differs between rows; use equal or given weights',
);
