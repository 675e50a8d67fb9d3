import type { MissingTest } from '../../models/index.js';

/** A missing test, with the reason. */
export function missing(reason: string): MissingTest {
  return { stat: null, pValue: null, reason };
}
