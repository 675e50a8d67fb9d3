import type { GenericSchema } from 'valibot';
import type { Engine } from '../core/engine/engine.js';
import type { DataInput } from '../data/index.js';
import type { FitResult } from '../results/fit.js';
import type { FitContext } from './fit-context.js';
import type { Fitted } from './fitted.js';
import type { Methods } from './multiverse/draft.js';
import type { FittedModel } from './protocol.js';

/** How the models of an estimator are read. */
export interface ModelReader<Model = unknown> {
  readonly name: string;
  /** The keys of the model: what may be written, their defaults and how each is checked. */
  readonly schema: GenericSchema;
  /** Checks a model and fills in its defaults. Throws InputError `unknown-key` or `bad-value`. */
  read(value: unknown): Model;
  /** Methods of estimation that a multiverse can choose. */
  readonly methods?: Methods<Model>;
}

/** An estimator as model files and the library use it; it answers questions about its fits. */
export interface Estimator<Model = unknown, Fit extends Fitted = Fitted>
  extends FittedModel<Fit, Model>, ModelReader<Model> {
  /**
   * Estimates the model. If another thread computed the result from the same model and data, that result is used, which
   * saves the tests. Throws InputError, IdentificationError, NumericalError, EngineError.
   */
  fit(engine: Engine, model: Model, data: DataInput, known?: FitResult): Fit;
}

/** An estimator of any model. */
export type AnyEstimator = Estimator<FitContext['model'], FitContext>;
