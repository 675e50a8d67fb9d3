import { listed } from '../../core/text/messages.js';
import type { FitResult } from '../../results/fit.js';
import { clusterWarnings, linearWarnings } from '../linear/result/result.js';
import type { LinearSample } from '../linear/design/sample.js';
import type { InstrumentEstimate } from './records.js';
import type { InstrumentSample } from './sample.js';
import type { Warning } from '../../results/common.js';

/** CV3 and the wild bootstrap of least squares do not apply to instruments. */
const remedy = 'a bootstrap of the clusters';

/** Warns about facts that a reader of the result must know. */
export function instrumentWarnings(
  { rows, instruments }: InstrumentSample,
  fit: InstrumentEstimate,
  { rsquared, rsquaredWithin }: Pick<FitResult, 'rsquared' | 'rsquaredWithin'>,
): Warning[] {
  const { dropped, rankWeight, rankInstruments } = fit;
  const warnings = [
    ...linearWarnings(withEffects(rows, fit), { ...fit, saturated: 0 }, remedy),
    ...clusterWarnings(rows.weighting?.clusters ?? [], remedy),
  ];
  const warn = (code: string, message: string) => warnings.push({ code, message });
  if (dropped.length > 0) {
    const left = instruments.length - dropped.length;
    warn(
      'collinear-instruments',
      `instruments left out as linear combinations of exogenous regressors and other instruments: ${listed(dropped)}; ${left} of ${instruments.length} remain and count in every degree of freedom`,
    );
  }
  if (rankWeight > 0 && rankWeight < rankInstruments) {
    warn(
      'singular-weighting',
      `the covariance of the moments is singular (rank ${rankWeight} of ${rankInstruments}): its Moore-Penrose inverse weights them`,
    );
  }
  if ((rsquared ?? rsquaredWithin ?? 0) < 0) {
    warn(
      'negative-r2',
      'R-squared is below 0: with instruments the residuals may vary more than the outcome, so it does not measure fit',
    );
  }
  return warnings;
}

/** Absorbed effects replace the constant. */
function withEffects(rows: LinearSample, { effects }: InstrumentEstimate): LinearSample {
  return { ...rows, intercept: rows.intercept || effects.length > 0 };
}
