import type { GenericSchema } from 'valibot';
import type { Engine } from '../core/engine/engine.js';
import type { DataInput } from '../data/index.js';
import type { FitResult } from '../results/fit.js';
import type { FitContext } from './fit-context.js';
import type { Fitted } from './fitted.js';
import type { FittedModel } from './protocol.js';

/** An estimator as the model file and the library know it; it answers the questions about its fits. */
export interface Estimator<Model = unknown, Fit extends Fitted = Fitted> extends FittedModel<
  Fit,
  Model
> {
  readonly name: string;
  /** The keys of the model: what may be written, their defaults and how each is checked. */
  readonly schema: GenericSchema;
  /** Checks a model and fills in its defaults. Throws InputError `unknown-key` or `bad-value`. */
  read(value: unknown): Model;
  /**
   * Estimates the model. A result that another thread computed from the same is taken as it is, which saves its tests.
   * Throws InputError, IdentificationError, NumericalError, EngineError.
   */
  fit(engine: Engine, model: Model, data: DataInput, known?: FitResult): Fit;
}

/** An estimator of any model. */
export type AnyEstimator = Estimator<FitContext['model'], FitContext>;
