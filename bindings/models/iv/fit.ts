import type { Engine } from '../../core/engine/engine.js';
import type { DataInput } from '../../data/to-table.js';
import { elementaryMath } from '../../core/numerics/elementary.js';
import type { FitResult } from '../../results/fit.js';
import { buildInstrumentSample } from '../instruments/design.js';
import type { IvModel } from './model.js';
import { fitIvRows, type IvFitted } from './rows.js';

/**
 * Estimates a linear regression with endogenous regressors by a k-class estimator.
 *
 * @throws InputError, IdentificationError, NumericalError, ConvergenceError, EngineError
 */
export function fitIv(
  engine: Engine,
  model: IvModel,
  data: DataInput,
  known?: FitResult,
): IvFitted {
  return fitIvRows(
    engine,
    model,
    buildInstrumentSample(model, data, elementaryMath(engine)),
    known,
  );
}
