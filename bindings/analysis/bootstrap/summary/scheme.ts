/** Defaults and warnings that depend only on the scheme. */
import { rejects } from '../../../core/numerics/ties.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { IntervalMethod } from '../../../results/bootstrap/scheme.js';
import type { Warning } from '../../../results/common.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstraps/bootstrap.js';
import { drawnWarnings } from '../../../words/en/warnings/bootstraps/drawn-clusters.js';
import { resampledTestWarnings } from '../../../words/en/warnings/bootstraps/tests.js';
import { warning } from '../../../words/warning.js';

/** With fewer clusters than this there are too few draws or signs to approximate a distribution (Webb 2023). */
const FEW = 12;

/** True for schemes that multiply residuals and test hypotheses. */
export function isWild({ scheme }: SchemeResult): boolean {
  return scheme === 'wild' || scheme === 'wild-cluster';
}

/** The column whose values are drawn or share a multiplier; undefined for rows. */
export function drawnColumn({ scheme, cluster, subcluster }: SchemeResult): string | undefined {
  return scheme === 'wild' ? undefined : (subcluster ?? cluster);
}

export function defaultIntervals(scheme: SchemeResult): readonly IntervalMethod[] {
  return isWild(scheme) ? ['inverted'] : ['percentile'];
}

/** Vectors of weights that a wild bootstrap can draw; undefined for other schemes and for normal weights. */
function weightVectors(scheme: SchemeResult): number | undefined {
  const { weights } = scheme;
  if (weights === undefined || weights === 'normal') return undefined;
  return (weights === 'webb' ? 6 : 2) ** (effectiveUnits(scheme) ?? Infinity);
}

/** The number of units that change statistics: without clusters that have no scores. */
function effectiveUnits({ units, clusters, withoutScores = [] }: SchemeResult): number | undefined {
  return units === undefined || clusters !== undefined ? units : units - withoutScores.length;
}

/**
 * The smallest size that a test of a wild bootstrap can have: the share of weight vectors whose statistic equals the
 * sample's up to sign. With Mammen's weights no other vector mirrors it.
 */
export function smallestSize(scheme: SchemeResult): number {
  const vectors = weightVectors(scheme);
  return vectors === undefined ? 0 : (scheme.weights === 'mammen' ? 1 : 2) / vectors;
}

/**
 * Warns about few units, and about a wild bootstrap that cannot reject at this level. Suggests a remedy unless it is
 * already used.
 */
export function fewUnits(scheme: SchemeResult, level: number): Warning[] {
  return [...lostClusters(scheme), ...fewDraws(scheme), ...noTest(scheme, level)];
}

function lostClusters({ withoutScores, cluster, clusters, units }: SchemeResult): Warning[] {
  if (withoutScores === undefined) return [];
  const detail = { column: cluster!, clusters: withoutScores, of: (clusters ?? units)! };
  return [warning(resampledTestWarnings, 'clusters-without-scores', detail)];
}

/** Warns about indices whose weights are treated as known. */
export function givenIndices({ given }: SchemeResult): Warning[] {
  if (given === undefined) return [];
  return [warning(bootstrapWarnings, 'index-as-given', { indices: given })];
}

function fewDraws(drawn: SchemeResult): Warning[] {
  const { scheme, weights } = drawn;
  const units = effectiveUnits(drawn) ?? FEW;
  const cluster = drawnColumn(drawn);
  if (units >= FEW || scheme === 'wild' || scheme === 'block' || scheme === 'stationary') return [];
  if (cluster === undefined) {
    const detail = { rows: units, resamples: resamples(units) };
    return [warning(bootstrapWarnings, 'few-resamples', detail)];
  }
  if (scheme === 'wild-cluster' && weights !== 'rademacher') return [];
  const wild = scheme === 'wild-cluster';
  const detail = {
    clusters: units,
    column: cluster,
    fewerThan: FEW,
    scheme: wild ? ('wild-cluster' as const) : ('other' as const),
    draws: wild ? 2 ** units : resamples(units),
  };
  return [warning(drawnWarnings, 'few-clusters', detail)];
}

/**
 * Number of distinct samples of n units drawn with replacement, ignoring order: the binomial coefficient 2n - 1 over n.
 */
function resamples(n: number): number {
  let count = 1;
  for (let i = 1; i <= n; i++) count = (count * (n - 1 + i)) / i;
  return count;
}

function noTest(scheme: SchemeResult, level: number): Warning[] {
  const size = 1 - level;
  if (rejects(smallestSize(scheme), size)) return [];
  const { weights } = scheme;
  const units = effectiveUnits(scheme);
  const cluster = drawnColumn(scheme);
  const webb = weights !== 'webb' && rejects(smallestSize({ ...scheme, weights: 'webb' }), size);
  const detail = {
    of: 'vectors' as const,
    size,
    webb,
    units: units!,
    vectors: weightVectors(scheme)!,
    ...(cluster !== undefined && { cluster }),
    weights: weights === 'rademacher' ? ('signs' as const) : ('others' as const),
    smallest: smallestSize(scheme),
  };
  return [warning(resampledTestWarnings, 'no-test', detail)];
}
