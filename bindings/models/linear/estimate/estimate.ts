import { scope } from '../../../core/engine/arena.js';
import type { AnyEngine } from '../../../core/engine/engine.js';
import { Status } from '../../../core/engine/status.js';
import { linearFit } from '../../../generated/records.js';
import { linearError } from './errors.js';
import type { LinearCovariance, WeightType } from '../model/model.js';
import {
  type LinearEstimate,
  putCovariance,
  putSample,
  readEstimate,
  readFailure,
} from './records.js';
import type { LinearSample } from '../design/sample.js';

/** A least squares problem on the rows of a sample. */
export interface LeastSquaresModel {
  readonly estimator: string;
  readonly weightType: WeightType | undefined;
  readonly vcov: LinearCovariance;
}

/** Computes least squares in the core. Throws the typed error of the status that the core returns. */
export function estimateRows(
  engine: AnyEngine,
  { estimator, weightType, vcov }: LeastSquaresModel,
  sample: LinearSample,
): LinearEstimate {
  return scope(engine, (arena) => {
    const design = putSample(arena, sample, weightType);
    const fitAddress = arena.putRecord(linearFit, {});
    const status = engine.exports.ols_fit(design, putCovariance(arena, vcov), fitAddress);
    if (status !== Status.Ok) {
      throw linearError(estimator, readFailure(arena, fitAddress, status), sample);
    }
    return readEstimate(arena, fitAddress, sample.nrows);
  });
}
