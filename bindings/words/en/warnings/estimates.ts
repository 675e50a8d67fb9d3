/** Warnings about estimates. */
import { counted } from '../../text/messages.js';
import type { EstimateWarnings, FewDrawnClusters } from '../../details/linear.js';
import type { Sentences } from '../../warning.js';
import { joined, omittedReason } from '../../text/omitted.js';

/** Why a perfect fit has no tests. */
export const NO_RESIDUALS = 'the residuals are zero up to rounding';

const remedies = {
  'wild-cluster or CV3':
    'the wild cluster bootstrap (--scheme wild-cluster) or, without fixed effects, CV3 (--vcov CV3)',
  'cluster bootstrap': 'a cluster bootstrap (--bootstrap)',
  'studentized bootstrap': 'a studentized bootstrap (--ci studentized)',
};

const fewDrawn = ({ clusters, column, fewerThan, scheme, draws }: FewDrawnClusters) => {
  const those = `${counted(clusters, 'cluster')} of ${column}`;
  return scheme === 'wild-cluster'
    ? `with ${those} there are ${draws} sign vectors, so p-values are multiples of 2 / ${draws}; with fewer than ${fewerThan} clusters use Webb weights (--multipliers webb)`
    : `${those} ${clusters === 1 ? 'gives' : 'give'} only ${draws} distinct resamples, so the bootstrap is unreliable; with fewer than ${fewerThan} clusters use the wild cluster bootstrap with Webb weights (--scheme wild-cluster --multipliers webb)`;
};

export const estimateWarnings: Sentences<EstimateWarnings> = {
  'few-clusters': (detail) => {
    if ('scheme' in detail) return fewDrawn(detail);
    const { clusters, column, noun, fewerThan, remedy } = detail;
    return `only ${counted(clusters, noun)} of ${column}, fewer than ${fewerThan}: clustered standard errors are probably too small; compare with ${remedies[remedy]}`;
  },
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
