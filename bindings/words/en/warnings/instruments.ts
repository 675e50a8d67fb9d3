/** Warnings about instruments. */
import { counted, listed } from '../../text/messages.js';
import type { InstrumentWarnings } from '../../details/instruments.js';
import type { Sentences } from '../../warning.js';

const untested = {
  'perfect-fit': 'the residuals are 0 up to rounding',
  'none-endogenous': 'no regressor is endogenous',
  'explained-exactly': 'the instruments explain an endogenous variable exactly',
};

export const instrumentWarnings: Sentences<InstrumentWarnings> = {
  'collinear-instruments': (detail) => {
    if ('rank' in detail) {
      return `${detail.columns} instrument columns have rank ${detail.rank}; the rank is the instrument count and enters every degree of freedom`;
    }
    const { dropped, instruments } = detail;
    return `instruments left out as linear combinations of exogenous regressors and other instruments: ${listed(dropped)}; ${instruments - dropped.length} of ${instruments} remain and count in every degree of freedom`;
  },
  'singular-weighting': ({ rank, of, used }) => {
    if (used === undefined) {
      return `the covariance of the moments is singular (rank ${rank} of ${of}): its Moore-Penrose inverse weights them`;
    }
    const use = used === 'estimates' ? 'the estimates use' : "Hansen's test uses";
    return `the two-step weighting matrix is singular (rank ${rank} of ${of}); ${use} its Moore-Penrose inverse`;
  },
  'negative-r2': () =>
    'R-squared is below 0: with instruments the residuals may vary more than the outcome, so it does not measure fit',
  'no-diagnostics': (detail) => {
    const why =
      detail.reason === 'few-rows'
        ? `${counted(detail.rows, 'row')} for ${detail.columns} instruments and endogenous regressors`
        : untested[detail.reason];
    return `the instruments are not tested: ${why}`;
  },
  'partial-first-stage': ({ endogenous }) =>
    `the first stage of ${endogenous} shows the excluded instruments only, as the saved result has no other coefficients; pass the model for all of them`,
};
