/** Rules of descriptive tables, of correlations, and of the words below a table. */
import { sdSign } from './bounds.js';
import { differenceInWords, nullInWords } from './words/claims.js';
import {
  correlationBounds,
  correlationDiagonal,
  correlationStars,
  correlationSymmetry,
  positiveSemidefinite,
} from './correlations.js';
import { debit, grim, meanInRange, orderedRange, sdBounds, vif } from './descriptives.js';
import {
  cumulativeShare,
  eigenvalueShare,
  entropyWeights,
  redundancy,
  tolerance,
} from './indices.js';
import { testsInWords } from './words/tests.js';
import { definition, type Rule, rule } from './rule.js';

export const rulesOfVariables: readonly Rule[] = [
  rule('sd-sign', 'sd >= 0', definition, ['sd'], sdSign),
  rule('min-max', 'min <= max', definition, ['min', 'max'], orderedRange),
  rule('mean-range', 'min <= mean <= max', definition, ['mean', 'min', 'max'], meanInRange),
  rule(
    'sd-bounds',
    'sd2 <= (max - mean) (mean - min) n / (n - 1)',
    'Bhatia and Davis (2000)',
    ['sd', 'mean', 'min', 'max', 'n'],
    sdBounds,
  ),
  rule(
    'grim',
    'n mean is whole',
    'Brown and Heathers (2017)',
    ['mean', 'n', 'words such as dummy or count'],
    grim,
  ),
  rule(
    'debit',
    'sd2 = mean (1 - mean) n / (n - 1)',
    'Heathers and Brown (2019)',
    ['sd', 'mean', 'n', 'words such as dummy or count'],
    debit,
  ),
  rule('correlation-bounds', '|r| <= 1', definition, ['corr'], correlationBounds),
  rule('correlation-diagonal', 'corr(x, x) = 1', definition, ['corr'], correlationDiagonal),
  rule(
    'correlation-symmetry',
    'corr(x, y) = corr(y, x)',
    definition,
    ['corr'],
    correlationSymmetry,
  ),
  rule(
    'correlation-stars',
    't = r sqrt((n - 2) / (1 - r2))',
    'Student t law',
    ['corr', 'stars', 'n'],
    correlationStars,
  ),
  rule(
    'correlations-psd',
    'eigenvalues >= 0',
    'Weyl (1912)',
    ['corr of all pairs'],
    positiveSemidefinite,
  ),
  rule('vif', 'VIF >= 1', definition, ['vif'], vif),
  rule('tolerance', 'tolerance = 1 / VIF', definition, ['vif', 'tolerance'], tolerance),
  rule('redundancy', 'redundancy = 1 - entropy', definition, ['entropy', 'redundancy'], redundancy),
  rule('entropy-weights', 'weights sum to 1', definition, ['weight', 'entropy'], entropyWeights),
  rule(
    'cumulative-share',
    'cumulative = cumulative before + share',
    definition,
    ['share', 'cumulative'],
    cumulativeShare,
  ),
  rule(
    'eigenvalue-share',
    'shares / eigenvalues is one number',
    definition,
    ['eigenvalue', 'share'],
    eigenvalueShare,
  ),
  rule(
    'words-differ',
    'a difference has its own test',
    'Gelman and Stern (2006)',
    ['notes'],
    differenceInWords,
  ),
  rule(
    'p-in-words',
    'p = P(|T| > |t|)',
    'Student t and normal laws',
    ['t, r and df, or z', 'p'],
    testsInWords,
  ),
  rule(
    'words-none',
    'no effect has a detectable size',
    'Altman and Bland (1995)',
    ['notes'],
    nullInWords,
  ),
];
