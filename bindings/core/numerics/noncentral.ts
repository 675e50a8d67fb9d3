/** Tails of noncentral distributions. */
import type { Engine } from '../engine/engine.js';
import { bracketedRoot } from './root.js';

/** Poisson weights more than this many standard deviations from their mean are below the last digit. */
const REACH = 10;

/**
 * P(X > x) for a noncentral chi-squared X with `df` degrees of freedom (not necessarily whole) and noncentrality
 * `lambda`: a Poisson(lambda / 2) mixture of chi-squared tails with df + 2j (Johnson, Kotz and Balakrishnan 1995,
 * Continuous Univariate Distributions 2, 29.4). Ratios of neighbouring Poisson weights are simple, and so are ratios of
 * neighbouring differences of tails. Both series start from their largest term; weights are relative to it.
 */
export function noncentralChi2Sf(engine: Engine, x: number, df: number, lambda: number): number {
  if (x <= 0) return 1;
  const mode = Math.floor(lambda / 2);
  const reach = Math.ceil(REACH * Math.sqrt(mode) + 4 * REACH);
  const first = Math.max(0, mode - reach);
  const indices = Array.from({ length: mode + reach - first + 1 }, (_, i) => first + i);
  const weights = fromRatios(indices, mode, 1, (j) => lambda / (2 * j));
  const tails = chi2Tails(engine, x, df, indices);
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.reduce((sum, weight, i) => sum + weight * tails[i]!, 0) / mass;
}

/** P(chi-squared with df + 2j > x) for consecutive j; steps are (x/2)^(df/2+j) e^(-x/2) / Gamma(df/2+j+1). */
function chi2Tails(engine: Engine, x: number, df: number, indices: readonly number[]): number[] {
  const tail = (j: number) => engine.exports.chi2_sf(x, df + 2 * j);
  const largest = Math.max(0, Math.floor((x - df) / 2));
  const top = Math.min(Math.max(largest, indices[0]!), indices.at(-1)!);
  const steps = fromRatios(indices, top, tail(top + 1) - tail(top), (j) => x / (df + 2 * j));
  let value = tail(indices[0]!);
  return steps.map((step) => {
    const here = value;
    value += step;
    return here;
  });
}

/** Terms t_j for consecutive j with t_j / t_(j-1) = ratio(j), computed in both directions from t_top = start. */
function fromRatios(
  indices: readonly number[],
  top: number,
  start: number,
  ratio: (j: number) => number,
): number[] {
  const terms = indices.map(() => start);
  const middle = top - indices[0]!;
  for (let i = middle + 1; i < terms.length; ++i) terms[i] = terms[i - 1]! * ratio(indices[i]!);
  for (let i = middle - 1; i >= 0; --i) terms[i] = terms[i + 1]! / ratio(indices[i + 1]!);
  return terms;
}

/** Upper quantile: the x that a noncentral chi-squared exceeds with probability `p`, 0 < p < 1. */
export function noncentralChi2Isf(engine: Engine, p: number, df: number, lambda: number): number {
  const excess = (x: number) => noncentralChi2Sf(engine, x, df, lambda) - p;
  let high = df + lambda + 1;
  while (excess(high) > 0) high *= 2;
  return bracketedRoot(excess, 0, high);
}

/**
 * P(F > x) for a noncentral F with 1 and `df` degrees of freedom and noncentrality `lambda`: a Poisson(lambda / 2)
 * mixture of central tails, P(F(1 + 2j, df) > x / (1 + 2j)) (Johnson, Kotz and Balakrishnan 1995, 30.3). It is the power
 * of a two-sided t test at the squared critical value x.
 */
export function noncentralFSf(engine: Engine, x: number, df: number, lambda: number): number {
  const mean = lambda / 2;
  const mode = Math.floor(mean);
  const reach = Math.ceil(REACH * Math.sqrt(mean) + 4 * REACH);
  let [mass, sum] = [0, 0];
  const add = (j: number, weight: number) => {
    mass += weight;
    sum += weight * engine.exports.f_sf(x / (1 + 2 * j), 1 + 2 * j, df);
  };
  for (let j = mode, weight = 1; j <= mode + reach; weight *= mean / ++j) add(j, weight);
  for (
    let j = mode - 1, weight = mode / mean;
    j >= Math.max(0, mode - reach);
    weight *= j-- / mean
  ) {
    add(j, weight);
  }
  return sum / mass;
}
