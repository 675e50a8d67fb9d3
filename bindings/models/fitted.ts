import type { Engine } from '../core/engine/engine.js';
import type { Fingerprint } from '../data/index.js';
import type { FitResult } from '../results/fit.js';

/** A result with what it was computed from. Tests and bootstraps start from it. */
export interface Fitted {
  readonly estimator: string;
  readonly model: { readonly estimator: string };
  readonly result: FitResult;
  /** Of the columns of the model in the caller's table; undefined where the fit owns its data. */
  readonly fingerprint?: Fingerprint | undefined;
  /** The instance that the caller chose, in which analyses of the fit compute too. */
  readonly engine?: Engine | undefined;
}
