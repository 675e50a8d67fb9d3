import type { Engine } from '../../core/engine.js';
import { IdentificationError } from '../../core/errors.js';
import type { DataInput } from '../../data/index.js';
import { elementaryMath } from '../../stats/elementary.js';
import type { Estimator, Fitted } from '../describe.js';
import type { DpdModel } from './model.js';
import { dpdCommand } from './command.js';
import { adopt, checkUnits } from './compat.js';
import { buildDesign, type DpdSample } from './design.js';
import { type DpdEstimate, estimateDpd } from './estimate.js';
import { readDpd } from './read.js';
import { dpdResult } from './result.js';

/** A fit with the data, design and estimates that a bootstrap or another estimate of it starts from. */
export interface DpdFitted extends Fitted {
  readonly estimator: 'dpd';
  readonly model: DpdModel;
  readonly data: DataInput;
  readonly sample: DpdSample;
  readonly estimate: DpdEstimate;
}

/**
 * Difference or system GMM of a dynamic panel model. Time effects that the core finds collinear are
 * dropped in order and named in a warning; other collinear regressors are an error.
 *
 * @param build what makes the design, for callers that have made it before
 * @throws InputError, IdentificationError, NumericalError, EngineError
 */
export function fitDpd(
  engine: Engine,
  model: DpdModel,
  data: DataInput,
  build = buildDesign,
): DpdFitted {
  const math = elementaryMath(engine);
  const dropped: string[] = [];
  for (;;) {
    const sample = build(model, data, math, dropped);
    checkUnits(model, sample.design);
    try {
      const estimate = adopt(model, estimateDpd(engine, model, sample));
      const result = dpdResult(engine, model, sample, estimate, dropped);
      return { estimator: 'dpd', model, result, data, sample, estimate };
    } catch (error) {
      const column = collinearTimeEffect(error, sample);
      if (column === undefined) throw error;
      dropped.push(column);
    }
  }
}

function collinearTimeEffect(error: unknown, sample: DpdSample): string | undefined {
  if (!(error instanceof IdentificationError) || error.code !== 'rank-deficient') return undefined;
  const { column } = error.detail;
  return sample.timeEffects.find((name) => name === column);
}

export const dpdEstimator: Estimator<DpdModel, DpdFitted> = {
  name: 'dpd',
  read: readDpd,
  fit: fitDpd,
  command: dpdCommand,
};
