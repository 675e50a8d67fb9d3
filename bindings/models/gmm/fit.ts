import type { Engine } from '../../core/engine/engine.js';
import type { DataInput } from '../../data/to-table.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import { buildInstrumentSample } from '../instruments/design.js';
import type { InstrumentSample } from '../instruments/sample.js';
import type { GmmModel } from './model.js';
import { fitGmmRows, type GmmFitted } from './rows.js';
import { weightRows } from './weight.js';

/**
 * Estimates a linear regression with endogenous regressors by the generalised method of moments.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export function fitGmm(
  engine: Engine,
  model: GmmModel,
  data: DataInput,
  known?: FitResult,
): GmmFitted {
  return fitGmmRows(engine, model, gmmSample(engine, model, data), known);
}

/** The rows of a model, with all its regressors. */
export function gmmSample(engine: Engine, model: GmmModel, data: DataInput): InstrumentSample {
  const weighting = weightRows(model);
  return buildInstrumentSample(model, data, elementaryMath(engine), { weighting });
}
