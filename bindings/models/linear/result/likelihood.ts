import type { AnyEngine } from '../../../core/engine/engine.js';
import { elementaryMath } from '../../../core/numerics/elementary.js';
import type { FitResult } from '../../../results/fit.js';
import type { LinearEstimate } from '../estimate/records.js';
import type { TransformedEstimate } from '../estimate/transformed.js';

const LOG_TWO_PI = 1.8378770664093453;

/**
 * Normal log-likelihood at its maximum, -n/2 (log(2 pi) + log(rss/n) + 1) + sum(log w)/2, with AIC = -2 l + 2 k and BIC
 * = -2 l + k log(n). k is the number of coefficients, absorbed effects included, so that a model with absorbed effects
 * has the criteria of the regression on their dummies; R counts the variance as one more. A perfect fit has none, as its
 * likelihood has no maximum.
 */
export function likelihood(
  engine: AnyEngine,
  fit: LinearEstimate,
): Pick<FitResult, 'loglik' | 'aic' | 'bic'> {
  const { nobs, rss, dfResid, perfect } = fit;
  if (perfect || !(rss > 0 && rss < Infinity)) return {};
  const [logN, logVariance] = elementaryMath(engine).log(Float64Array.of(nobs, rss / nobs));
  const loglik = maximumLoglik(fit, logVariance!);
  const k = nobs - dfResid;
  return { loglik, aic: -2 * loglik + 2 * k, bic: -2 * loglik + k * logN! };
}

/**
 * McFadden's R-squared of a fit with an intercept, 1 - l / l0 with l0 the log-likelihood of a model with only the
 * intercept, also where effects are absorbed. It can lie outside [0, 1], because the likelihoods are densities. It is missing if either likelihood has
 * no maximum.
 */
export function mcFadden(
  engine: AnyEngine,
  fit: LinearEstimate | TransformedEstimate,
): Pick<FitResult, 'rsquaredMcFadden'> {
  const { nobs, rss, perfect } = fit;
  const variance = 'theta' in fit ? fit.outcomeVariance : fit.tssCentered / nobs;
  if (perfect || !(rss > 0 && variance > 0 && variance < Infinity)) return {};
  const [fitted, alone] = elementaryMath(engine).log(Float64Array.of(rss / nobs, variance));
  return { rsquaredMcFadden: 1 - maximumLoglik(fit, fitted!) / maximumLoglik(fit, alone!) };
}

/** The log-likelihood at the variance of the residuals. */
function maximumLoglik({ nobs, sumLogWeights }: LinearEstimate, logVariance: number): number {
  return (-nobs / 2) * (LOG_TWO_PI + logVariance + 1) + sumLogWeights / 2;
}
