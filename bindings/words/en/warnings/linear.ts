/** Warnings about estimates and regressions. */
import type { EstimatedWarnings, LinearWarnings, PanelWarnings } from '../../details/linear.js';
import type { Sentences } from '../../warning.js';
import { counted } from '../../text/messages.js';
import { joined, omittedReason } from '../../text/omitted.js';

export const linearWarnings: Sentences<LinearWarnings> = {
  'row-wise-errors': (detail) => {
    const subject = `${detail.type} errors treat the rows of one ${detail.unit} as independent`;
    if ('tests' in detail) {
      const tests =
        detail.tests.length > 1 ? 'the Wald and SUEST tests reject' : 'the Wald test rejects';
      return `${subject}, so ${tests} too often in a panel; compare with the test clustered by ${detail.unit}, or cluster the errors by it`;
    }
    const { unit, effects } = detail;
    const what = effects === undefined ? `${unit} absorbed` : `effects ${effects}`;
    return `${subject}, which they are not with ${what}; cluster them by ${unit}`;
  },
  saturated: ({ count }) =>
    count === 1
      ? 'one row or cluster has leverage one: a coefficient fits it exactly, so it adds nothing to the covariance'
      : `${count} rows or clusters have leverage one: coefficients fit them exactly, so they add nothing to the covariance`,
  'uncentred-r2': () => 'without an intercept R-squared is measured about 0, not about the mean',
  'constant-outcome': ({ outcome, constant }) =>
    `${outcome} ${constant ? 'has one value in the sample' : 'varies by no more than its rounding, after effects are taken out'}`,
  'extreme-scale': ({ columns, scaled }) =>
    scaled
      ? `the squares of ${columns.join(', ')} leave the range of a double: estimates and standard errors come from columns scaled by powers of two, but vcov, sums of squares and R2 may be missing`
      : `the squares of ${columns.join(', ')} leave the range of a double, so statistics may be missing or lose digits; change the units of the columns`,
  'zero-variance': ({ names }) =>
    `the variance of ${names.join(', ')} is zero up to rounding, as the scores cancel, so statistics, p-values and intervals are missing`,
  'largest-bandwidth': ({ bandwidth, periods }) =>
    `the automatic bandwidth is capped at ${bandwidth}, one lag fewer than the ${periods} periods, so standard errors are unreliable`,
};

export const panelWarnings: Sentences<PanelWarnings> = {
  'group-of-one': ({ alone, units, unit }) =>
    `${alone} of ${units} units of ${unit} have a single row, which does not affect the slopes`,
  'no-unit-variance': () =>
    'the estimated variance of the unit effects is 0: the estimates are those of pooled least squares',
};

/** Why a perfect fit has no tests. */
export const NO_RESIDUALS = 'the residuals are zero up to rounding';

const remedies = {
  'wild-cluster or CV3': 'the wild cluster bootstrap (--scheme wild-cluster) or CV3 (--vcov CV3)',
  'cluster bootstrap': 'a cluster bootstrap (--bootstrap)',
  'studentized bootstrap': 'a studentized bootstrap (--ci studentized)',
};

export const estimateWarnings: Sentences<EstimatedWarnings> = {
  'few-clusters': ({ clusters, column, noun, fewerThan, remedy }) =>
    `only ${counted(clusters, noun)} of ${column}, fewer than ${fewerThan}: clustered standard errors are probably too small; compare with ${remedies[remedy]}`,
  'collinear-omitted': ({ names, explainedBy }) => {
    if (explainedBy === undefined) {
      return `${joined(names)} has one level in the sample and is left out`;
    }
    const verb = names.length === 1 ? 'is' : 'are';
    return `${joined(names)} ${verb} ${omittedReason(explainedBy)} and ${verb} left out`;
  },
  'indefinite-covariance': () =>
    'the covariance matrix, a sum over several clusterings, is not positive semidefinite; standard errors may be missing',
  'perfect-fit': () =>
    `the fit is essentially perfect: ${NO_RESIDUALS}, so statistics, p-values and intervals are missing`,
};
