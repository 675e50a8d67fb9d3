/** Explanations of what figures lack, and of why they are not drawn. */
import type { Entries } from './explanation.js';

export const figureWarnings = {
  'no-interval': [
    'A coefficient has no finite standard error, so it has no confidence interval.',
    'A figure shows its point alone. A curve of p-values or of power cannot be drawn.',
    'Look for zero-variance or collinear warnings of the model, or choose another coefficient.',
  ],
  'no-band': [
    'The covariance of the coefficients of a path is singular, so no band covers all of them at once.',
    'The figure has intervals for each coefficient. About one in twenty of them misses its coefficient by chance.',
    'Use more clusters than coefficients, or plot fewer periods.',
  ],
  'leverage-of-one': [
    'One coefficient fits a single row exactly, so the row has leverage one.',
    'Its residual is zero whatever its outcome, so it has no standardized residual and no point in the figure.',
    'Check whether a dummy belongs to that row alone.',
  ],
  'without-estimate': [
    'Some variants of the model, or some samples without a unit, cannot be estimated.',
    'The figure shows the others. Its note counts those that are missing.',
    'Run multiverse, influence or instruments, which list the reason for each.',
  ],
} satisfies Entries;

export const figureErrors = {
  'no-font': [
    'The fonts of the system, or the font file that was named, lack letters of the figure.',
    'No PNG was written, as its text would be missing or would be empty boxes.',
    'Name a font file that has the letters, such as one of Noto Sans CJK for Chinese, or write SVG.',
  ],
  'not-drawn': [
    'Vega refused the specification of a figure.',
    'Nothing was drawn. If the specification was not changed, this is a bug.',
    'Undo your changes of the specification, or report it with the model.',
  ],
  'no-path': [
    'The coefficients that were chosen are not levels of one factor of numbers, or lags of one regressor.',
    'They have no order on an axis, so nothing was drawn.',
    'Choose them with a pattern such as /^rel=/, or use plot coefficients.',
  ],
  'no-residuals': [
    'The estimate has no residual for each row, as that of a dynamic panel or between units.',
    'Nothing was drawn.',
    'Use plot influence, which shows the units that matter.',
  ],
  'no-replicates': [
    'No replicate of the bootstrap has a value of the coefficient.',
    'There is no distribution to draw.',
    'Look at the failures of the bootstrap, and choose a coefficient of the model.',
  ],
} satisfies Entries;
