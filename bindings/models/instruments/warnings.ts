import type { FitResult } from '../../results/fit.js';
import { clusterWarnings, linearWarnings } from '../linear/result/result.js';
import type { LinearSample } from '../linear/design/sample.js';
import type { InstrumentEstimate } from './records.js';
import type { InstrumentSample } from './sample.js';
import type { Warning } from '../../results/common.js';
import { instrumentWarnings as sentences } from '../../words/en/warnings/instruments.js';
import { warning } from '../../words/warning.js';

/** The remedy for few clusters: CV3 and the wild bootstrap of least squares are not available with instruments. */
const remedy = 'cluster bootstrap';

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
  if (dropped.length > 0) {
    const detail = { dropped, instruments: instruments.length };
    warnings.push(warning(sentences, 'collinear-instruments', detail));
  }
  if (rankWeight > 0 && rankWeight < rankInstruments) {
    const detail = { rank: rankWeight, of: rankInstruments };
    warnings.push(warning(sentences, 'singular-weighting', detail));
  }
  if ((rsquared ?? rsquaredWithin ?? 0) < 0) warnings.push(warning(sentences, 'negative-r2', {}));
  return warnings;
}

/** Absorbed effects replace the constant. */
function withEffects(rows: LinearSample, { effects }: InstrumentEstimate): LinearSample {
  return { ...rows, intercept: rows.intercept || effects.length > 0 };
}
