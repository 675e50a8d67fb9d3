import type { Engine } from '../core/engine/engine.js';
import type { Fingerprint } from '../data/index.js';
import type { FitResult } from '../results/fit.js';

/** A result and what it was computed from; the start of tests and bootstraps. */
export interface Fitted {
  readonly estimator: string;
  readonly model: { readonly estimator: string };
  readonly result: FitResult;
  /** Fingerprint of the model's columns in the caller's table; undefined if the fit owns its data. */
  readonly fingerprint?: Fingerprint | undefined;
  /** The instance that the caller chose; analyses of the fit compute in it too. */
  readonly engine?: Engine | undefined;
}
