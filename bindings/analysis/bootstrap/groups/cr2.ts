/**
 * Differences with CR2 errors of the units in the pooled model with interactions: t with Satterthwaite's degrees of
 * freedom for two groups, HTZ for several (`interacted/small-sample.ts`).
 */
import { type Told } from '../../../words/told.js';
import * as said from '../../../words/errors/bootstrap/comparisons.js';
import type { Engine } from '../../../core/engine/engine.js';
import { criticalValue, fTest, twoSided } from '../../../core/numerics/inference.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import { has } from '../../../models/registry.js';
import type { Test } from '../../../results/test.js';
import { failureTold } from '../summary/summarize.js';
import { type Compared, pooled } from './compared.js';
import {
  because,
  forAll,
  keyOf,
  type Outcome,
  type Outcomes,
  type Pair,
  reasonOf,
} from './difference.js';
import { hasCr2 } from './options.js';
import { type ClusterParts, fitStack } from '../../interacted/fit.js';
import type { Labelled } from '../../interacted/stack.js';
import { type ClusterErrors, clusterErrors } from '../../interacted/unit-errors.js';
import { isSeparate } from './wald.js';
import { smallSample } from '../../interacted/small-sample.js';
import { missing } from '../../../results/missing.js';
import { say } from '../../../words/phrase.js';

/** The coefficients of the groups, with the parts of the clusters. */
export type Cr2 =
  | { readonly estimates: readonly number[]; readonly parts: ClusterParts }
  | { readonly reason: Told };

/** Maximum number of values that the core may return for all clusters. */
const MOST_NUMBERS = 2 ** 24;

export async function cr2Of(compared: Compared): Promise<Cr2> {
  const { engine, groups, options, units } = compared;
  const reason = refusal(compared);
  if (reason !== undefined) return { reason };
  try {
    const labelled = await pooled(
      compared,
      groups.map((_, g) => g),
    );
    const { rows } = labelled.context.rows;
    const unitOfRow = Int32Array.from(rows, (row) => units.codes[row]!);
    const cr2 = cr2In(engine, labelled, clusterErrors(units.column, unitOfRow, 'CV2'));
    const isKnown = 'reason' in cr2 || options.common || isSeparate(groups, options.of, cr2);
    return isKnown ? cr2 : { reason: said.otherEstimates() };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The pooled model with CR2 errors. */
export function cr2In(engine: Engine, labelled: Labelled, errors: ClusterErrors): Cr2 {
  const { names } = labelled.context.rows;
  const numbers = errors.clusters[0]!.count * labelled.ngroups ** 2 * names.length;
  if (numbers > MOST_NUMBERS) return { reason: said.manyClusters() };
  const fit = fitStack(engine, labelled, errors);
  if ('status' in fit) return { reason: failureTold(fit.status)! };
  return { estimates: fit.estimates, parts: fit.parts! };
}

/** Why CR2 does not exist for estimates without least-squares leverages of the rows. */
function refusal({ model }: Compared): Told | undefined {
  if (hasCr2(model)) return undefined;
  const effects = has(model).leastSquares;
  return said.cr2Estimators({
    found: effects ? String(effectsOf(model).name) : model.estimator,
    effects,
  });
}

export function cr2Differences(
  engine: Engine,
  cr2: Cr2,
  pairs: readonly Pair[],
  level: number,
): Outcomes {
  if ('reason' in cr2) return forAll(pairs, cr2);
  const outcomes = pairs.map(
    (pair) => [keyOf(pair), cr2Outcome(engine, cr2, pair, level)] as const,
  );
  return { of: new Map(outcomes), warnings: [] };
}

function cr2Outcome(
  engine: Engine,
  { estimates, parts }: Exclude<Cr2, { reason: Told }>,
  [a, b]: Pair,
  level: number,
): Outcome {
  const test = smallSample(parts, [contrast(estimates.length, a, b)]);
  const variance = test?.covariance[0]?.[0] ?? 0;
  if (test === undefined || !(variance > 0)) {
    return { reason: said.noVariation() };
  }
  const [estimate, stdError] = [estimates[b]! - estimates[a]!, Math.sqrt(variance)];
  const reference = { statistic: 't', df: test.eta } as const;
  const [stat, half] = [estimate / stdError, criticalValue(engine, level, reference) * stdError];
  return {
    stdError,
    stat,
    ...reference,
    pValue: twoSided(engine, stat, reference),
    confInt: [estimate - half, estimate + half],
  };
}

/** Tests that all groups have the same coefficient. */
export function cr2JointTest(engine: Engine, cr2: Cr2): Test {
  if ('reason' in cr2) return { stat: null, pValue: null, ...because(cr2.reason) };
  const { estimates, parts } = cr2;
  const others = estimates.slice(1).map((_, i) => i + 1);
  const test = smallSample(
    parts,
    others.map((g) => contrast(estimates.length, 0, g)),
  );
  if (test === undefined) return missing('the clusters leave no variation in the differences');
  const q = others.length;
  const df2 = test.eta - q + 1;
  const { value, rank } = test.waldOf(others.map((g) => estimates[g]! - estimates[0]!));
  if (rank < q) return missing(say('the covariance of the {} differences has rank {}', q, rank));
  if (!(df2 > 0)) return missing('too few clusters: HTZ has no degrees of freedom');
  return fTest(engine, (df2 / (test.eta * q)) * value, q, df2);
}

/** The coefficient of group b minus that of group a. */
function contrast(ngroups: number, a: number, b: number): number[] {
  return Array.from({ length: ngroups }, (_, g) => Number(g === b) - Number(g === a));
}
