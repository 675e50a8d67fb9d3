/** Intervals and tails of coefficients, computed in the core so that every machine has the same digits. */
import type { Engine } from '../../core/engine/engine.js';
import { InputError } from '../../core/errors/errors.js';
import { cholesky } from '../../core/numerics/cholesky.js';
import { criticalValue, type Reference } from '../../core/numerics/inference.js';
import { normals } from '../../core/numerics/random.js';
import { quantile } from '../../core/numerics/sums.js';
import type { FitResult } from '../../results/fit.js';
import { noInterval } from '../../words/errors/paper/figures.js';

/** The distribution that the tests of a fit use. */
export function referenceOf({ statistic, dfResid }: FitResult): Reference {
  return { statistic, df: dfResid };
}

export interface Estimated {
  readonly estimate: number;
  readonly stdError: number;
  /** An interval for each level; null where there is no standard error. */
  readonly intervals: readonly (readonly [low: number, high: number] | null)[];
}

/** A coefficient with intervals of these levels; undefined if the model lacks it. */
export function estimatedOf(
  engine: Engine,
  fit: FitResult,
  name: string,
  levels: readonly number[],
): Estimated | undefined {
  if (!Object.hasOwn(fit.params, name)) return undefined;
  const estimate = fit.params[name]!;
  const stdError = fit.stdErrors[name] ?? NaN;
  const intervals = levels.map((level) => {
    const given = fit.confInt[name];
    if (level === fit.level && given?.every(Number.isFinite) === true) return given;
    return intervalAt(estimate, stdError, criticalValue(engine, level, referenceOf(fit)));
  });
  return { estimate, stdError, intervals };
}

function intervalAt(
  estimate: number,
  stdError: number,
  critical: number,
): readonly [number, number] | null {
  const ends = [estimate - critical * stdError, estimate + critical * stdError] as const;
  return ends.every(Number.isFinite) ? ends : null;
}

/** Draws behind the critical value of a band, and their seed. */
export const BAND_DRAWS = 10_000;
const BAND_SEED = 1;

/**
 * The critical value of a simultaneous band for these coefficients: the quantile of max |t_i| for t of the fit's
 * distribution with their correlations (Montiel Olea and Plagborg-Moller 2019, algorithm 1, with the degrees of freedom
 * of the fit). Null without a definite covariance.
 */
export function bandCritical(
  engine: Engine,
  fit: FitResult,
  names: readonly string[],
  level: number,
): number | null {
  const root = correlationRoot(fit, names);
  if (root === undefined) return null;
  const k = names.length;
  const draws = normals(engine, BAND_SEED, 0, BAND_DRAWS * (k + 1));
  const scaleOf = scales(engine, referenceOf(fit));
  const largest = Float64Array.from({ length: BAND_DRAWS }, (_, draw) => {
    const z = draws.subarray(draw * (k + 1), (draw + 1) * (k + 1));
    let most = 0;
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let i = 0; i <= j; i++) sum += root[i]![j]! * z[i]!;
      most = Math.max(most, Math.abs(sum));
    }
    return most * scaleOf(z[k]!);
  });
  return quantile(largest.sort(), level);
}

/** The triangle R with R'R the correlations of these coefficients; undefined if they have none or it is singular. */
function correlationRoot({ vcov }: FitResult, names: readonly string[]): number[][] | undefined {
  const places = names.map((name) => vcov.names.indexOf(name));
  if (places.includes(-1)) return undefined;
  const errors = places.map((i) => Math.sqrt(vcov.values[i]![i]!));
  const correlations = places.map((i, a) =>
    places.map((j, b) => (a === b ? 1 : vcov.values[i]![j]! / (errors[a]! * errors[b]!))),
  );
  return correlations.flat().every(Number.isFinite) ? cholesky(correlations) : undefined;
}

/** sqrt(df / chi2), where chi2 is the quantile at the probability of a normal draw; 1 for a normal reference. */
function scales(engine: Engine, { statistic, df }: Reference): (z: number) => number {
  if (statistic === 'z') return () => 1;
  const { chi2_isf, normal_sf } = engine.exports;
  return (z) => Math.sqrt(df / chi2_isf(normal_sf(z), df));
}

/**
 * An estimate with a standard error to draw a curve from.
 *
 * @throws InputError `no-interval` for a coefficient without one
 */
export function requireError(
  fit: FitResult,
  name: string,
): readonly [estimate: number, error: number] {
  const [estimate, error] = [fit.params[name]!, fit.stdErrors[name] ?? NaN];
  if (Number.isFinite(estimate) && error > 0 && error < Infinity) return [estimate, error];
  throw new InputError(noInterval({ coefficient: name }), 'figure');
}
