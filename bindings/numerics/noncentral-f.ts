import type { Engine } from '../core/engine.js';

/** Poisson weights further than this many standard deviations from their mean are below the last digit. */
const REACH = 10;

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
