/** k-class estimates of rows that are arrays already, whether a formula or a caller made them. */
import type { Engine } from '../../core/engine/engine.js';
import type { FitResult } from '../../results/fit.js';
import type { Fitted } from '../fitted.js';
import { transformationOf } from '../instruments/effects.js';
import { estimateInstruments } from '../instruments/estimate.js';
import { testCovariance } from '../instruments/identify/identify.js';
import type { InstrumentMethod, InstrumentProblem } from '../instruments/problem.js';
import type { InstrumentEstimate } from '../instruments/records.js';
import { type InstrumentSample, withoutRegressors } from '../instruments/sample.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import type { IvModel } from './model.js';
import { ivResult } from './result.js';

/** A fit with its rows and estimates, from which tests start. */
export interface IvFitted extends Fitted {
  readonly estimator: 'iv';
  readonly model: IvModel;
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
  readonly estimate: InstrumentEstimate;
}

/**
 * Throws as the estimator.
 *
 * @param known - the result, if it has been computed before
 */
export function fitIvRows(
  engine: Engine,
  model: IvModel,
  whole: InstrumentSample,
  known?: FitResult,
): IvFitted {
  const problem = ivProblem(model, whole);
  const { sample, estimate, omitted } = omitCollinear(whole, {
    collinear: model.collinear,
    estimate: (kept) => estimateInstruments(engine, problem, kept),
    without: withoutRegressors,
    remedy: 'none-endogenous',
  });
  const result = known ?? ivResult(engine, model, { sample, problem, omitted }, estimate);
  return { estimator: 'iv', model, result, sample, problem, estimate };
}

/** What the core computes on a sample. */
export function ivProblem(model: IvModel, sample: InstrumentSample): InstrumentProblem {
  return {
    estimator: 'iv',
    weightType: model.weights?.type,
    vcov: model.vcov,
    absorb: model.absorb,
    transformation: transformationOf(model, sample),
    method: methodOf(model),
    tests: testCovariance(model),
  };
}

function methodOf({ method, fuller, kappa }: IvModel): InstrumentMethod {
  if (method === '2sls') return { kind: 'kclass', kappa: 1 };
  return { kind: method, kappa: method === 'fuller' ? fuller : kappa };
}
