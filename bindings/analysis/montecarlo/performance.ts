import { type Rate, rateOf } from './rates.js';
import type { SimulatedFit } from './simulated-fit.js';

/** The performance of an estimator of one coefficient over the simulated panels. */
export interface Performance {
  /** The coefficient of the process. */
  readonly truth: number;
  /** Mean estimate minus truth, and its Monte Carlo error. */
  readonly bias: number;
  readonly biasError: number;
  /** Root mean squared error and its Monte Carlo error, by the delta method. */
  readonly rmse: number;
  readonly rmseError: number;
  /** Standard deviation of the estimates, and the mean of their standard errors. */
  readonly deviation: number;
  readonly meanStdError: number;
  /** Share of panels in which the t test of the true value rejects at 1 - level. */
  readonly size: Rate;
  /** Share of panels whose confidence interval contains the true value: 1 minus the size. */
  readonly coverage: Rate;
}

/** The performance for coefficient `place` of the fits; there must be at least one fit. */
export function performanceOf(
  fits: readonly SimulatedFit[],
  place: number,
  truth: number,
): Performance {
  const n = fits.length;
  const errors = fits.map(({ params }) => params[place]! - truth);
  const bias = mean(errors);
  const squares = errors.map((error) => error * error);
  const rmse = Math.sqrt(mean(squares));
  const deviation = deviationOf(errors);
  const covered = fits.map(({ confInt }) => {
    const [low, high] = confInt[place]!;
    return low <= truth && truth <= high;
  });
  return {
    truth,
    bias,
    biasError: deviation / Math.sqrt(n),
    rmse,
    rmseError: rmse === 0 ? 0 : deviationOf(squares) / (2 * rmse * Math.sqrt(n)),
    deviation,
    meanStdError: mean(fits.map(({ stdErrors }) => stdErrors[place]!)),
    size: rateOf(covered.map((one) => !one))!,
    coverage: rateOf(covered)!,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Standard deviation with n - 1 degrees of freedom; 0 for a single value. */
function deviationOf(values: readonly number[]): number {
  const center = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
  return Math.sqrt(squares / Math.max(1, values.length - 1));
}
