/** Explanations of composite indices. */
import type { Entries } from '../explanation.js';

const handbook = 'OECD (2008), Handbook on Constructing Composite Indicators';

export const indexWarnings = {
  'no-score': [
    'Rows of the data lack a value of an indicator.',
    'They have no score, and the weights come from the other rows.',
    'Fill the values in, or leave out an indicator that is missing often.',
    handbook,
  ],
  'ln-periods': [
    'Entropies are divided by the logarithm of the number of periods. A script in wide circulation does so; entropy is between 0 and 1 only if divided by the logarithm of the number of rows.',
    'Entropies exceed 1, redundancies are negative, and an indicator that differs more between rows gets less weight instead of more: the order of the weights is reversed.',
    'Leave out compat, except to reproduce numbers that were printed.',
    'Shannon (1948), Bell System Technical Journal 27(3), 379-423',
  ],
  'zero-score': [
    'A geometric mean is zero where one of its values is, and min-max scales give the worst row of each indicator the value zero.',
    'These rows share the score zero, however good their other indicators are.',
    'Add a shift such as 0.01, or use the arithmetic mean.',
    handbook,
  ],
  'low-kmo': [
    'The Kaiser-Meyer-Olkin measure compares correlations with partial correlations. Below 0.5 the indicators have little in common beyond pairs.',
    'The first components explain few indicators, and an index of them depends on which indicators are included.',
    'Leave out the indicators whose kmo is lowest, or weight the indicators instead.',
    'Kaiser (1974), Psychometrika 39(1), 31-36',
  ],
  'tied-components': [
    'Components with equal eigenvalues span a plane, and any two directions in it explain the same variance. This happens with uncorrelated indicators, or with equal correlations.',
    'Rounding chooses the loadings and the scores, so other units or another order of the rows can give another index.',
    'Use other indicators, keep fewer components (keep n:1), or weight the indicators instead.',
    'Jolliffe (2002), Principal Component Analysis, 2nd ed., Springer, section 2.4',
  ],
} satisfies Entries;

export const indexErrors = {
  'constant-column': [
    'An indicator has the same value in every row, or in every row of a group or of the base period.',
    'It has no range to be scaled by, and nothing was computed.',
    'Leave it out.',
  ],
  'negative-value': [
    'Shares, ratios and geometric means need values of at least zero.',
    'Nothing was computed.',
    'Use min-max scales, or add a shift.',
  ],
  'no-weights': [
    'The rule finds no weights: the indicators do not differ between rows, or one has the mean zero.',
    'Nothing was computed.',
    'Use equal or given weights, or another normalisation.',
  ],
} satisfies Entries;
