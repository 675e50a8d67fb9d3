import type { Engine } from '../core/engine/engine.js';
import type { DataInput, Fingerprint } from '../data/index.js';
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

/** An estimator as the model file and the library know it. */
export interface Estimator<Model = unknown, Fit extends Fitted = Fitted> {
  readonly name: string;
  /** Checks a model and fills in its defaults. Throws InputError `unknown-key` or `bad-value`. */
  read(value: unknown): Model;
  /**
   * Estimates the model. A result that another thread computed from the same is taken as it is, which saves its tests.
   * Throws InputError, IdentificationError, NumericalError, EngineError.
   */
  fit(engine: Engine, model: Model, data: DataInput, known?: FitResult): Fit;
}
