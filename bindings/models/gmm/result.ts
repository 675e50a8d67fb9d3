import type { Engine } from '../../core/engine/engine.js';
import { EXACTLY_IDENTIFIED } from '../identification/exactly-identified.js';
import { chi2Test } from '../../core/numerics/inference.js';
import type { FitResult, IterationStep, Test, WeightingMatrix } from '../../results/fit.js';
import { identify } from '../instruments/identify/identify.js';
import type { KeptRows } from '../instruments/problem.js';
import type { InstrumentEstimate } from '../instruments/records.js';
import { effectTitle, instrumentResult } from '../instruments/result.js';
import type { InstrumentSample } from '../instruments/sample.js';
import { absorbedUnitWarnings } from '../linear/result/row-errors.js';
import { instrumentWarnings } from '../instruments/warnings.js';
import { omittedWarnings } from '../linear/estimate/omit-collinear.js';
import { NO_RESIDUALS } from '../linear/result/perfect-fit.js';
import { bandwidthWarnings, describeKind } from '../linear/result/result.js';
import type { GmmMethod, GmmModel } from './model.js';
import type { Word } from '../../words/phrase.js';

const titles: Readonly<Record<GmmMethod, string>> = {
  'one-step': 'Linear GMM, one-step',
  'two-step': 'Linear GMM, two-step',
  iterated: 'Linear GMM, iterated',
  cue: 'Linear GMM, continuously updated',
};

/** Makes the plain result of an estimate. */
export function gmmResult(
  engine: Engine,
  model: GmmModel,
  estimated: KeptRows,
  fit: InstrumentEstimate,
): FitResult {
  const { method } = model;
  const { sample, omitted } = estimated;
  const shared = instrumentResult(engine, model, sample, fit);
  const hansen = hansenTest(engine, model, fit);
  const { tests, warnings } = identify(engine, model, estimated, fit);
  return {
    kind: 'fit',
    estimator: 'gmm',
    title: `${titles[method]}${effectTitle(model)}`,
    ...shared,
    omitted,
    ...(method !== 'one-step' && { weightingMatrix: describeWeight(model, sample, fit) }),
    iterations: fit.iterations,
    converged: fit.converged,
    ...(method === 'iterated' && { trace: trace(fit) }),
    tests: { ...shared.tests, hansen, jTest: hansen, ...tests },
    warnings: [
      ...omittedWarnings(omitted),
      ...instrumentWarnings(sample, fit, shared),
      ...absorbedUnitWarnings(model, sample.rows),
      ...bandwidthWarnings(model.vcov, sample.rows, fit.bandwidth),
      ...bandwidthWarnings(model.weight, sample.rows.weighting ?? sample.rows, fit.weightBandwidth),
      ...warnings,
    ],
  };
}

/** Hansen's J: the objective at the estimates, with their weight. */
function hansenTest(engine: Engine, { method }: GmmModel, fit: InstrumentEstimate): Test {
  const missing = (reason: Word): Test => ({ stat: null, pValue: null, reason });
  const df = fit.rankInstruments - fit.params.length;
  if (df === 0) return missing(EXACTLY_IDENTIFIED);
  if (method === 'one-step') {
    return missing(
      'the one-step weighting matrix is not the inverse of the covariance of the moments',
    );
  }
  if (fit.perfect) return missing(NO_RESIDUALS);
  return chi2Test(engine, fit.objective, df);
}

function describeWeight(
  { weight }: GmmModel,
  { rows }: InstrumentSample,
  fit: InstrumentEstimate,
): WeightingMatrix {
  const dependent = weight.cluster !== undefined || weight.order !== undefined;
  const dependence = rows.weighting ?? (dependent ? rows : { clusters: [] });
  return {
    ...describeKind(weight, dependence, fit.weightBandwidth),
    center: weight.center,
    rank: fit.rankWeight,
  };
}

function trace({ names, trace: steps }: InstrumentEstimate): IterationStep[] {
  return steps.map(({ params, objective }) => ({
    params: Object.fromEntries(names.map((name, i) => [name, params[i]!])),
    objective,
  }));
}
