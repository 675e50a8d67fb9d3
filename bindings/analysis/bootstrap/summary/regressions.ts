/** What summaries of regressions have beside those of dynamic panels. */
import { bootstrapInstrumentTests } from './instrument-tests.js';
import type { OfRegressions } from './summary.js';
import { wildInferences } from './wild-inferences.js';

export const ofRegressions: OfRegressions = {
  ofWildTests: wildInferences,
  instrumentTests: bootstrapInstrumentTests,
};
