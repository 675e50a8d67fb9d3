/** Warnings about first stages, and about instruments that are not tested. */
import { counted } from '../../text/messages.js';
import type { FirstStageWarnings } from '../../details/instruments.js';
import type { Sentences } from '../../warning.js';

const untested = {
  'perfect-fit': 'the residuals are 0 up to rounding',
  'none-endogenous': 'no regressor is endogenous',
  'explained-exactly': 'the instruments explain an endogenous variable exactly',
};

export const firstStageWarnings: Sentences<FirstStageWarnings> = {
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
