/** Questions about models. */
import type { FitResult, ModelInput } from 'wasmetrics';

export interface Estimate {
  readonly fit: FitResult;
  /** Milliseconds in the engine. */
  readonly duration: number;
}

export interface ModelQuestions {
  fit: { asks: ModelInput; answer: Estimate };
}
