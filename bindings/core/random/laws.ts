/** Draws of further laws by inversion of uniform numbers, so that each number takes two words whatever its law. */
import { badArgument } from '../errors/bad-argument.js';
import { checkWhole } from '../arguments/choices.js';
import { gamma as gammaLaw } from '../distributions/laws.js';
import { numberFrom } from '../../words/expectations/values.js';
import { type Count, type Drawn, filled } from './counts.js';
import { checkFinite, uniform } from './draws.js';
import type { RandomStream } from './stream.js';

/** Larger means and counts would need longer tables. */
const LARGEST = 1e10;

/**
 * Gamma numbers with a shape and a scale, by inversion, two words each; the mean is shape times scale. Throws as `uniform`.
 *
 * @param shape - above 0, at most 1e10
 */
export function gamma<C extends Count = undefined>(
  source: RandomStream,
  count: C,
  shape: number,
  scale = 1,
): Drawn<C> {
  checkRange('gamma', 'shape', shape, Number.MIN_VALUE);
  checkFinite('gamma', 'scale', scale, 0);
  return filled('gamma', count, (out) => {
    out.set(gammaLaw.quantile(uniform(source, out), shape, scale));
  });
}

/**
 * Poisson counts, by inversion, two words each. Throws as `uniform`.
 *
 * @param mean - from 0 to 1e10
 */
export function poisson<C extends Count = undefined>(
  source: RandomStream,
  count: C,
  mean: number,
): Drawn<C> {
  checkRange('poisson', 'mean', mean, 0);
  const table = tableOf({
    mode: Math.floor(mean),
    spread: Math.sqrt(mean),
    most: Infinity,
    ratio: (k) => mean / (k + 1),
  });
  return inverted('poisson', source, count, table);
}

/**
 * Numbers of successes in `trials` independent trials, by inversion, two words each. Throws as `uniform`.
 *
 * @param trials - a whole number from 0 to 1e10
 * @param p - the probability of a success
 */
export function binomial<C extends Count = undefined>(
  source: RandomStream,
  count: C,
  trials: number,
  p: number,
): Drawn<C> {
  checkWhole('binomial', 'trials', [0, LARGEST], trials);
  checkRange('binomial', 'p', p, 0, 1);
  const odds = p / (1 - p);
  const table =
    p === 1
      ? { first: trials, upTo: Float64Array.of(1) }
      : tableOf({
          mode: Math.min(Math.floor((trials + 1) * p), trials),
          spread: Math.sqrt(trials * p * (1 - p)),
          most: trials,
          ratio: (k) => ((trials - k) / (k + 1)) * odds,
        });
  return inverted('binomial', source, count, table);
}

function checkRange(
  subject: string,
  name: string,
  value: unknown,
  low: number,
  high = LARGEST,
): void {
  if (typeof value === 'number' && value >= low && value <= high) return;
  const least = low === Number.MIN_VALUE ? 0 : low;
  throw badArgument(subject, name, numberFrom({ low: least, high }), value);
}

/** A law of whole numbers by its probabilities. */
interface WholeLaw {
  readonly mode: number;
  /** Its standard deviation. */
  readonly spread: number;
  readonly most: number;
  /** The probability of k + 1 over that of k. */
  readonly ratio: (k: number) => number;
}

/** The probability of at most each number from `first` on. */
interface Table {
  readonly first: number;
  readonly upTo: Float64Array;
}

/**
 * Probabilities by their ratios from the mode outwards, so that none overflows. Beyond 12 standard deviations and 60
 * they are below those of the least uniform number, 2^-53.
 */
function tableOf({ mode, spread, most, ratio }: WholeLaw): Table {
  const reach = Math.ceil(12 * spread) + 60;
  const first = Math.max(0, mode - reach);
  const weights = new Float64Array(Math.min(most, mode + reach) - first + 1);
  const start = mode - first;
  weights[start] = 1;
  for (let i = start; i + 1 < weights.length; i++) weights[i + 1] = weights[i]! * ratio(first + i);
  for (let i = start; i > 0; i--) weights[i - 1] = weights[i]! / ratio(first + i - 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let sum = 0;
  const upTo = weights.map((weight) => (sum += weight) / total);
  return { first, upTo };
}

/** For each uniform number the least whole number whose probability of at most it is as large. */
function inverted<C extends Count>(
  subject: string,
  source: RandomStream,
  count: C,
  { first, upTo }: Table,
): Drawn<C> {
  return filled(subject, count, (out) => {
    uniform(source, out);
    for (let i = 0; i < out.length; i++) {
      let [low, high] = [0, upTo.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (upTo[middle]! < out[i]!) low = middle + 1;
        else high = middle;
      }
      out[i] = first + low;
    }
  });
}
