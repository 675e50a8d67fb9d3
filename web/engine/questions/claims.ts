/** Questions about claims. */
import type { JudgedClaim } from 'wasmetrics/study';
import type { WrittenStudy } from './studies.js';

export interface ClaimQuestions {
  /** Judges the claims of a study of models on the open data. */
  claims: { asks: WrittenStudy; answer: readonly JudgedClaim[] };
}
