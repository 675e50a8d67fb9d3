/** Warnings about predictions, residuals and margins. */
import { listed } from '../../text/messages.js';
import type { PostestimationWarnings } from '../../details/analyses.js';
import type { Sentences } from '../../warning.js';

const noLeverage = {
  instruments: 'with instruments fitted values are no projection of the outcome',
  random: 'with effects random least squares use other rows',
  between: 'with effects between least squares use other rows',
  'several-effects': 'more than one effect is absorbed; write i() for the smaller one',
  'perfect-fit': 'the residuals are zero up to rounding',
};

export const postestimationWarnings: Sentences<PostestimationWarnings> = {
  'level-residuals': () =>
    "residual is y - x'b in levels and contains the unit effect; residualDifferenced is its first difference, as the tests for serial correlation use it",
  'effects-not-split': ({ effects }) =>
    `the ${effects} absorbed effects have no separate columns, as only one or two can be told apart; fitted minus xb is their sum`,
  'rows-in-differences': ({ of }) =>
    of === 'columns'
      ? 'observed, fitted and residual are first differences, in the row of the later period'
      : 'fitted values are of first differences of the outcome',
  'rows-of-means': () =>
    "fitted and residual are x'b and y - x'b of each row; the estimator minimises those of unit means",
  'no-leverage': ({ reason }) =>
    `leverage and measures of influence are missing: ${noLeverage[reason]}`,
  'no-standard-errors': () =>
    "fitted values contain absorbed effects, whose covariance is not estimated, so they have no standard errors; set effects: false (--no-effects) for x'b with them",
  'without-effects': () => "fitted values are x'b without the effects of the units",
  'no-moderator': ({ of, variable }) =>
    `the effect of ${of} does not depend on ${variable}, so its values in at change nothing`,
  'omitted-in-effect': ({ of, omitted }) =>
    `the effect of ${of} is that of the estimated terms: ${listed(omitted)} was left out of the fit as collinear`,
  'held-fixed': ({ of, others }) =>
    `the effect of ${of} holds ${listed(others)} fixed: lags and differences count as separate variables`,
};
