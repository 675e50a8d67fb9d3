import type { Warning } from '../fit-result.js';
import type { DpdModel } from './model.js';
import type { DpdEstimate } from './estimate.js';

/** What a reader of the result must know and did not ask. */
export function dpdWarnings(
  model: DpdModel,
  fit: DpdEstimate,
  dropped: readonly string[],
): Warning[] {
  const { rank, ngroups, ninstruments, rankTwoStep } = fit;
  const warnings: Warning[] = [];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  if (dropped.length > 0) {
    warn('collinear-time-effects', `time effects dropped as collinear: ${dropped.join(', ')}`);
  }
  if (ninstruments > rank) {
    warn(
      'collinear-instruments',
      `${ninstruments} instrument columns have rank ${rank}; the rank is the instrument count and enters every degree of freedom`,
    );
  }
  if (rank > ngroups) {
    warn(
      'too-many-instruments',
      `${rank} instruments for ${ngroups} units: two-step estimates, their standard errors and Hansen's test are weakened; collapse or shorten the lag windows`,
    );
  }
  if (fit.twoStep && rankTwoStep < rank) {
    const use = model.steps === 2 ? 'estimates rest' : "Hansen's test rests";
    warn(
      'singular-weighting',
      `the two-step weighting matrix is singular (rank ${rankTwoStep} of ${rank}); ${use} on its Moore-Penrose inverse`,
    );
  }
  if (model.steps === 2 && model.vcov.type !== 'windmeijer') {
    warn(
      'uncorrected-two-step',
      'two-step standard errors without the Windmeijer correction are too small in small samples',
    );
  }
  return warnings;
}
