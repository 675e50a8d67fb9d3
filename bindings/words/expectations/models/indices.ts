/** What the options of composite indices may hold, and what was found in them, in English. */
import { says } from '../../told.js';

export const signedColumns = says(
  'signed-columns',
  () => 'columns with + or -, such as {income: +, deaths: -}',
);
export const namesOfColumns = says('names-of-columns', 'names of columns');
export const normalisations = says(
  'normalisations',
  'minmax, zscore, vector, target or base:PERIOD',
);
export const numberForEach = says(
  'number-for-each',
  () => 'a number for each column, such as {income: 100}',
);
export const someNumbers = says('numbers', 'numbers');
export const weightsOrMethod = says(
  'weights-or-method',
  ({ words }: { readonly words: readonly string[] }) =>
    `numbers in the order of the columns, or one of ${words.join(', ')}`,
);
export const numbersInOrder = says('numbers-in-order', 'numbers in the order of the columns');
export const keptComponents = says('kept-components', 'eigenvalue>=1, share:0.85, n:2 or parallel');
export const ofMethod = says(
  'of-method',
  ({ methods }: { readonly methods: readonly string[] }) => `the method ${methods.join(', ')}`,
);
export const parallelOfCorrelations = says(
  'parallel-of-correlations',
  'parallel with the correlation matrix',
);
export const componentLimit = says(
  'at-most-components',
  'n of at most {most}, the number of columns',
);
export const nameOfNewColumn = says('name-of-new-column', 'the name of a new column');
export const indexOfRows = says('index-of-rows', 'an index of {rows} rows');
export const valueInEachRow = says('value-in-each-row', 'a value in each row of "{column}"');
export const missingValue = says('missing-value', 'a missing one');
export const twoOrMoreColumns = says('two-or-more-columns', 'two or more columns');
export const directionForEach = says(
  'direction-for-each',
  ({ column }: { readonly column: string }) =>
    `a direction for each column, such as {${column}: +}`,
);
export const baseOrGroups = says('base-or-groups', 'either base:PERIOD or rescaleBy');
export const ruleWithDirections = says(
  'rule-with-directions',
  'minmax, zscore or target, as "{column}" has the direction - and vector knows none',
);
export const periodsForBase = says('periods-for-base', 'the column of periods, for base');
export const basePeriod = says(
  'base-period',
  ({ periods }: { readonly periods: readonly string[] }) =>
    `base: and one of ${periods.join(', ')}`,
);
export const rowsInEachGroup = says('rows-in-each-group', 'two or more rows in each group');
export const oneRowIn = says('one-row-in', '1 in {group}');
export const ruleForVariation = says(
  'rule-for-variation',
  'minmax or target, or values: raw, for cv',
);
export const numberOfEach = says('number-of-each', '{count} numbers, one for each column');
export const numbersAtLeastZero = says('numbers-at-least-zero', 'numbers of at least 0');
export const numbersToOne = says('numbers-to-one', 'numbers that sum to 1');
export const sumOf = says('sum-of', 'a sum of {sum}');
export const periodsForLogarithm = says(
  'periods-for-logarithm',
  'the column of periods, for ln-periods',
);
export const severalPeriods = says(
  'several-periods',
  'a column of two or more periods, for ln-periods',
);
