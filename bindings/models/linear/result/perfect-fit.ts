import type { Warning } from '../../../results/common.js';
import { estimateWarnings } from '../../../words/en/warnings/linear.js';
import { warning } from '../../../words/warning.js';

export { NO_RESIDUALS } from '../../../words/en/warnings/linear.js';

export function perfectFit(): Warning {
  return warning(estimateWarnings, 'perfect-fit', {});
}
