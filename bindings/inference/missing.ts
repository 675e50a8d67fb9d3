import type { MissingTest } from '../models/index.js';

/** A test that does not exist here, and why. */
export function missing(reason: string): MissingTest {
  return { stat: null, pValue: null, reason };
}
