import type { Warning } from '../../../results/common.js';
import { estimateWarnings } from '../../../words/en/warnings/estimates.js';
import { warning } from '../../../words/warning.js';

export { NO_RESIDUALS } from '../../../words/en/warnings/estimates.js';

export function perfectFit(): Warning {
  return warning(estimateWarnings, 'perfect-fit', {});
}
