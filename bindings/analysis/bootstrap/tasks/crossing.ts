/**
 * Absorbed effects that cross the clusters of a wild bootstrap. A replicate takes them out in one of two ways, which
 * give the same numbers; the cheaper one is chosen.
 *
 * - `clusters`: a score for each pair of clusters (`wild/crossing.ts` of the core), whatever the number of levels.
 * - `levels`: dummies of the levels, as instruments of a regression without endogenous regressors. The core leaves out
 *   dependent ones. Jackknifed scores and variances need this way, because they leave out clusters of a regression;
 *   regressions with instruments do not have it.
 */
import { WildScores } from '../../../generated/codes.js';
import type { Grouping } from '../../../models/linear/design/effects.js';
import { absorbing } from '../../../models/linear/fitted.js';
import type { CrossingEffects } from '../../../results/bootstrap/bootstrap.js';
import type { SchemeResult } from '../../../results/fit.js';
import type { LinearCase } from './problem.js';
import { isNested, type Units } from './units.js';

/** A regression whose effects replicates can take out. */
export interface Crossed {
  readonly linear: LinearCase;
  readonly units: Units;
  readonly crossing?: CrossingEffects;
}

/** Chooses how the replicates of a scheme take out effects that cross the units; `residuals` are those of the fit. */
export function withCrossing(
  linear: LinearCase,
  residuals: Float64Array,
  units: Units,
  scheme: SchemeResult,
): Crossed {
  const { absorbed } = linear.problem.transformation;
  const crossing = absorbed.filter((effect) => !isNested(effect, units));
  if (crossing.length === 0) return { linear, units };
  const effects = crossing.map(({ name }) => name);
  if (takesClusters(linear, crossing, units, scheme)) {
    return {
      linear,
      units: withAnyEffects(units, absorbed),
      crossing: { effects, by: 'clusters' },
    };
  }
  return {
    linear: withDummies(linear, residuals, crossing),
    units,
    crossing: { effects, by: 'levels' },
  };
}

/** Units for replicates that take out effects for pairs of clusters. */
export function withAnyEffects(units: Units, absorbed: readonly Grouping[]): Units {
  return { ...units, crossed: absorbed.some((effect) => !isNested(effect, units)) };
}

/** Products per unit of a replicate: scores, their derivatives and, for each test, what the regressors take out. */
function takesClusters(
  { params, design }: LinearCase,
  crossing: readonly Grouping[],
  { count }: Units,
  { variant = '11' }: SchemeResult,
): boolean {
  if (design.endogenous.length > 0) return true;
  if (variant !== `${WildScores.plain}${WildScores.plain}`) return false;
  const k = params.length;
  const levels = crossing.reduce((sum, effect) => sum + effect.count, 0);
  const products = (width: number, perTest: number) => (width * (width + 3)) / 2 + 2 * k * perTest;
  return products(k, count) < products(k + levels, k + levels);
}

function withDummies(
  { rows, design, problem, params }: LinearCase,
  residuals: Float64Array,
  crossing: readonly Grouping[],
): LinearCase {
  const { absorbed } = problem.transformation;
  const { names, x, xLow, weights } = design.rows;
  const isCentred = names.includes('_cons');
  const dummies = crossing.flatMap((effect) => dummiesOf(effect, weights, isCentred));
  const instruments = dummies.map((_, i) => `dummy ${i + 1}`);
  return {
    rows,
    params,
    design: {
      ...design,
      instruments,
      rows: {
        ...design.rows,
        names: [...names, ...instruments],
        x: [...x, ...dummies],
        xLow: xLow && [...xLow, ...dummies.map(() => 0)],
        y: residuals,
      },
    },
    problem: {
      ...problem,
      transformation: absorbing({
        absorbed: absorbed.filter((effect) => !crossing.includes(effect)),
      }),
    },
  };
}

/** Dummies of all levels; with a constant their deviations from the means, so that it stays the average effect. */
function dummiesOf(
  { codes, count }: Grouping,
  weights: Float64Array | undefined,
  isCentred: boolean,
): Float64Array[] {
  const sums = new Float64Array(count);
  let total = 0;
  codes.forEach((level, row) => {
    const weight = weights?.[row] ?? 1;
    sums[level]! += weight;
    total += weight;
  });
  return Array.from(sums, (sum, level) => {
    const mean = isCentred ? sum / total : 0;
    return Float64Array.from(codes, (code) => Number(code === level) - mean);
  });
}
