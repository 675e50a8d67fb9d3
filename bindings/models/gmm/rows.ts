/** GMM of rows that are arrays already, whether a formula or a caller made them. */
import type { Engine } from '../../core/engine/engine.js';
import { Steps } from '../../generated/codes.js';
import type { FitResult } from '../../results/fit.js';
import type { Fitted } from '../fitted.js';
import { transformationOf } from '../instruments/effects.js';
import { estimateInstruments } from '../instruments/estimate.js';
import { testCovariance } from '../instruments/identify/identify.js';
import type { InstrumentMethod, InstrumentProblem } from '../instruments/problem.js';
import type { InstrumentEstimate } from '../instruments/records.js';
import { type InstrumentSample, withoutRegressors } from '../instruments/sample.js';
import { omitCollinear } from '../linear/estimate/omit-collinear.js';
import type { GmmModel } from './model.js';
import { gmmResult } from './result.js';
import { momentCovariance } from './weight.js';

/** A fit with its rows and estimates, from which tests start. */
export interface GmmFitted extends Fitted {
  readonly estimator: 'gmm';
  readonly model: GmmModel;
  readonly sample: InstrumentSample;
  readonly problem: InstrumentProblem;
  readonly estimate: InstrumentEstimate;
}

/**
 * Throws as the estimator.
 *
 * @param known - the result, if it has been computed before
 */
export function fitGmmRows(
  engine: Engine,
  model: GmmModel,
  whole: InstrumentSample,
  known?: FitResult,
): GmmFitted {
  const problem = gmmProblem(model, whole);
  const { sample, estimate, omitted } = omitCollinear(whole, {
    collinear: model.collinear,
    estimate: (kept) => estimateInstruments(engine, problem, kept),
    without: withoutRegressors,
    remedy: 'none-endogenous',
  });
  const result = known ?? gmmResult(engine, model, { sample, problem, omitted }, estimate);
  return { estimator: 'gmm', model, result, sample, problem, estimate };
}

/** The problem for the core, given a sample. */
export function gmmProblem(model: GmmModel, sample: InstrumentSample): InstrumentProblem {
  return {
    estimator: 'gmm',
    weightType: model.weights?.type,
    vcov: model.vcov,
    absorb: model.absorb,
    transformation: transformationOf(model, sample),
    method: methodOf(model),
    tests: testCovariance(model),
  };
}

function methodOf({ method, weight, tolerance, maxIterations }: GmmModel): InstrumentMethod {
  return {
    kind: 'gmm',
    steps: Steps[method],
    weight: momentCovariance(weight),
    center: weight.center,
    tolerance,
    maxIterations,
  };
}
