import type { AnyEngine } from '../../../core/engine/engine.js';
import type { FitResult } from '../../../results/fit.js';
import { inference } from '../../inference.js';
import { likelihood, mcFadden } from './likelihood.js';
import { type Kept, omittedWarnings } from '../estimate/omit-collinear.js';
import { absorbedUnitWarnings } from './row-errors.js';
import type { LinearEstimate } from '../estimate/records.js';
import {
  bandwidthWarnings,
  describeCovariance,
  describeSample,
  goodness,
  linearWarnings,
  slopesTest,
} from './result.js';
import type { LinearSample } from '../design/sample.js';
import type { TransformedEstimate } from '../estimate/transformed.js';
import type { LinearKeys } from '../fitted.js';

/** The parts of a model that its result shows. */
type ShownModel = Pick<LinearKeys, 'vcov' | 'weights' | 'level' | 'panel'>;

const weighted = {
  analytic: 'Weighted least squares, analytic weights',
  frequency: 'Least squares, frequency weights',
  probability: 'Weighted least squares, probability weights',
} as const;

/** Makes the plain result of least squares. */
export function leastSquaresResult(
  engine: AnyEngine,
  model: ShownModel,
  { sample, omitted }: Pick<Kept<LinearSample, unknown>, 'sample' | 'omitted'>,
  fit: LinearEstimate | TransformedEstimate,
): FitResult {
  const { small } = model.vcov;
  const { names } = sample;
  return {
    kind: 'fit',
    estimator: 'ols',
    title: model.weights === undefined ? 'Ordinary least squares' : weighted[model.weights.type],
    depvar: sample.depvar,
    nobs: fit.nobs,
    ...(model.weights !== undefined && { weights: { ...model.weights } }),
    dfModel: fit.waldDf,
    dfResid: fit.dfReference,
    level: model.level,
    ...inference(
      engine,
      { ...fit, names },
      { statistic: small ? 't' : 'z', df: fit.dfReference },
      model.level,
    ),
    vcov: describeCovariance(model.vcov, sample, { ...fit, names }),
    omitted,
    ...('theta' in fit ? absorbedGoodness(fit) : goodness(sample, fit)),
    sigma2: fit.rss / fit.dfResid,
    rss: fit.rss,
    ...likelihood(engine, fit),
    ...(sample.intercept && mcFadden(engine, fit)),
    tests: slopesTest(engine, small, fit),
    sample: describeSample(sample),
    warnings: [
      ...omittedWarnings(omitted),
      ...linearWarnings(sample, fit),
      ...bandwidthWarnings(model.vcov, sample, fit.bandwidth),
      ...absorbedUnitWarnings(model, sample),
    ],
    engine: engine.info,
  };
}

/** R-squared of regressors and effects together, and of the regressors within the effects, as in reghdfe. */
function absorbedGoodness(fit: TransformedEstimate) {
  const { rss, dfResid, nobs, outcomeVariance, rsquaredWithin, degrees: absorbed } = fit;
  if (!(outcomeVariance > 0)) return { absorbed };
  const rsquared = 1 - rss / (outcomeVariance * nobs);
  const rsquaredAdj = 1 - (rss / dfResid) * ((nobs - 1) / (outcomeVariance * nobs));
  const within = Number.isNaN(rsquaredWithin) ? {} : { rsquaredWithin };
  return { rsquared, rsquaredAdj, ...within, absorbed };
}
