import type { Engine } from '../../core/engine.js';
import { elementaryMath } from '../../stats/elementary.js';
import type { FitResult } from '../fit-result.js';
import type { LinearEstimate } from './records.js';

const LOG_TWO_PI = 1.8378770664093453;

/**
 * Normal log-likelihood at its maximum, -n/2 (log(2 pi) + log(rss/n) + 1) + sum(log w)/2, with AIC = -2 l + 2 k and
 * BIC = -2 l + k log(n), k the number of coefficients as in Stata; R counts the variance as one more. Nothing for
 * a perfect fit, whose likelihood has no maximum.
 */
export function likelihood(
  engine: Engine,
  { nobs, rss, sumLogWeights, params }: LinearEstimate,
): Pick<FitResult, 'loglik' | 'aic' | 'bic'> {
  if (!(rss > 0)) return {};
  const [logN, logVariance] = elementaryMath(engine).log(Float64Array.of(nobs, rss / nobs));
  const loglik = (-nobs / 2) * (LOG_TWO_PI + logVariance! + 1) + sumLogWeights / 2;
  const k = params.length;
  return { loglik, aic: -2 * loglik + 2 * k, bic: -2 * loglik + k * logN! };
}
