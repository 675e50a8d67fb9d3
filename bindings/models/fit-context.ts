import type { Fitted } from './fitted.js';
import type { Model } from './model.js';

/** What a result was computed from, by any estimator. */
export interface FitContext extends Fitted {
  readonly model: Model;
}
