import type { MissingTest } from '../../models/index.js';

/** A test without a statistic, and the reason. */
export function missing(reason: string): MissingTest {
  return { stat: null, pValue: null, reason };
}
