/** Defaults and warnings that follow from a scheme alone. */
import { counted } from '../../../core/text/messages.js';
import { rejects } from '../../../core/numerics/ties.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/scheme.js';
import type { Warning } from '../../../results/common.js';

/** With fewer clusters there are too few draws or signs to approximate a distribution (Webb 2023). */
const FEW = 12;

/** True for schemes that multiply residuals and test hypotheses. */
export function isWild({ scheme }: SchemeResult): boolean {
  return scheme === 'wild' || scheme === 'wild-cluster';
}

export function defaultIntervals(scheme: SchemeResult): readonly IntervalMethod[] {
  return isWild(scheme) ? ['inverted'] : ['percentile'];
}

/** Vectors of weights that a wild bootstrap can draw; undefined for other schemes and for normal weights. */
function weightVectors({ weights, units = Infinity }: SchemeResult): number | undefined {
  if (weights === undefined || weights === 'normal') return undefined;
  return (weights === 'webb' ? 6 : 2) ** units;
}

/**
 * The smallest size that a test of a wild bootstrap can have: the share of the weight vectors whose statistic is the
 * sample's up to its sign. With Mammen's weights no other vector mirrors it.
 */
export function smallestSize(scheme: SchemeResult): number {
  const vectors = weightVectors(scheme);
  return vectors === undefined ? 0 : (scheme.weights === 'mammen' ? 1 : 2) / vectors;
}

/** Warns of few units, and of a wild bootstrap that has no test at this level; says what to do unless it is done. */
export function fewUnits(scheme: SchemeResult, level: number): Warning[] {
  return [...fewDraws(scheme), ...noTest(scheme, level)];
}

/** Warns of indices whose weights count as known. */
export function givenIndices({ given }: SchemeResult): Warning[] {
  if (given === undefined) return [];
  const are = given.length === 1 ? 'is an index' : 'are indices';
  const message = `${given.join(', ')} ${are} that every replicate takes as given, so the errors lack those of the weights; leave out rebuild: false to include them`;
  return [{ code: 'index-as-given', message }];
}

function fewDraws({ scheme, cluster, weights, units = FEW }: SchemeResult): Warning[] {
  if (units >= FEW || scheme === 'wild' || scheme === 'block' || scheme === 'stationary') return [];
  if (cluster === undefined) {
    const message = `${counted(units, 'row')} ${units === 1 ? 'has' : 'have'} ${counted(resamples(units), 'distinct resample')}, so the bootstrap is unreliable`;
    return [{ code: 'few-resamples', message }];
  }
  if (scheme === 'wild-cluster' && weights !== 'rademacher') return [];
  const clusters = `with ${counted(units, 'cluster')} of ${cluster}`;
  const message =
    scheme === 'wild-cluster'
      ? `${clusters} there are ${2 ** units} sign vectors, so p-values are multiples of 2 / ${2 ** units}; with fewer than ${FEW} clusters use multipliers webb (--multipliers)`
      : `${clusters} the bootstrap is unreliable, as it has ${resamples(units)} distinct resamples; with fewer than ${FEW} clusters use scheme wild-cluster with multipliers webb (--multipliers)`;
  return [{ code: 'few-clusters', message }];
}

/** Samples of n units drawn with replacement that differ in more than order: 2n - 1 over n. */
function resamples(n: number): number {
  let count = 1;
  for (let i = 1; i <= n; i++) count = (count * (n - 1 + i)) / i;
  return count;
}

function noTest(scheme: SchemeResult, level: number): Warning[] {
  const size = 1 - level;
  if (rejects(smallestSize(scheme), size)) return [];
  const { weights, units, cluster } = scheme;
  const webb = weights !== 'webb' && rejects(smallestSize({ ...scheme, weights: 'webb' }), size);
  const kind = weights === 'rademacher' ? 'sign vectors' : 'vectors of weights';
  const of = cluster === undefined ? 'rows' : `clusters of ${cluster}`;
  const percent = Number((100 * size).toFixed(4));
  return [
    {
      code: 'no-test',
      message: `no ${percent}% test exists: the ${units} ${of} have ${weightVectors(scheme)} ${kind}, so no test is smaller than ${smallestSize(scheme)}; inverted intervals are unbounded; use ${webb ? 'multipliers webb (--multipliers)' : 'more clusters'}`,
    },
  ];
}
