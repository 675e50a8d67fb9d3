/**
 * Wald tests of differences, with the covariance of the pooled model with interactions. If its coefficients differ from
 * those of the separate models, as for LIML, random effects and dynamic panels, the variance of a difference between
 * independent groups is the sum of both variances.
 */
import { type Told } from '../../../words/told.js';
import * as said from '../../../words/errors/bootstrap/comparisons.js';
import { hasIndependentGroups } from '../../../models/covariances/registry.js';
import type { Engine } from '../../../core/engine/engine.js';
import { chi2Test, criticalValue, fTest, twoSided } from '../../../core/numerics/inference.js';
import { quadraticForm } from '../../../core/numerics/quadratic-form.js';
import { effectsOf } from '../../../models/linear/model/effects.js';
import { isRegression } from '../../../models/estimators.js';
import { has } from '../../../models/registry.js';
import type { Test } from '../../../results/test.js';
import { failureTold } from '../summary/summarize.js';
import { type Compared, type Group, pooled } from './compared.js';
import {
  because,
  forAll,
  keyOf,
  type Outcome,
  type Outcomes,
  type Pair,
  reasonOf,
} from './difference.js';
import { fitStack, type StackedFit } from '../../interacted/fit.js';
import { missing } from '../../../results/missing.js';
import { say } from '../../../words/phrase.js';

/** The coefficients of the groups with their covariance, or the reason why there is none. */
export type Joint =
  | (Pick<StackedFit, 'estimates' | 'covariance' | 'df'> & { readonly statistic: 't' | 'z' })
  | { readonly reason: Told };

/** Coefficients that differ by less than this, in standard errors, count as those of the separate models. */
const SAME = 1e-6;

export async function jointCovariance(compared: Compared): Promise<Joint> {
  const { model, options } = compared;
  if (!isRegression(model)) return independentCovariance(compared);
  // Errors of unit means are not clustered, so units in several groups would count as independent.
  if (effectsOf(model).ofMeans && compared.switchingUnits > 0)
    return independentCovariance(compared);
  const stacked = await interacted(compared);
  if ('reason' in stacked) return options.common ? stacked : independentCovariance(compared);
  if (options.common || isSeparate(compared.groups, options.of, stacked)) return stacked;
  return independentCovariance(compared);
}

/** The estimate of the pooled model with interactions, for linear models. */
async function interacted(compared: Compared): Promise<Joint> {
  const { engine, groups } = compared;
  try {
    const labelled = await pooled(
      compared,
      groups.map((_, g) => g),
    );
    const { vcov } = labelled.context.model;
    const fit = fitStack(engine, labelled, { vcov });
    if ('status' in fit) return { reason: said.notPooled({ cause: failureTold(fit.status)! }) };
    return { ...fit, statistic: vcov.small ? 't' : 'z' };
  } catch (error) {
    return { reason: said.notPooled({ cause: reasonOf(error) }) };
  }
}

/** Whether the pooled model has the coefficients of the separate models. */
export function isSeparate(
  groups: readonly Group[],
  of: string,
  { estimates }: Pick<StackedFit, 'estimates'>,
): boolean {
  return groups.every(
    ({ fit }, g) => Math.abs(fit.params[of]! - estimates[g]!) <= SAME * fit.stdErrors[of]!,
  );
}

/** The covariance of groups without common units, which are independent. */
function independentCovariance(compared: Compared): Joint {
  const { groups, options, switchingUnits, units, model } = compared;
  if (switchingUnits > 0) {
    const column = String(units.column);
    return { reason: said.correlatedGroups({ units: switchingUnits, column }) };
  }
  const { type } = model.vcov;
  if (!hasIndependentGroups(model.vcov)) {
    return { reason: said.correlatedErrors({ type }) };
  }
  const { of } = options;
  const statistic = groups[0]!.fit.statistic;
  const dfs = groups.map(({ fit }) => fit.dfResid);
  const clusters = groups.map(({ fit }) => fit.vcov.clusters?.[0]?.count ?? fit.ngroups ?? 0);
  const df = has(model).unitErrors ? sum(clusters) - 1 : sum(dfs);
  return {
    estimates: groups.map(({ fit }) => fit.params[of]!),
    covariance: groups.map(({ fit }, a) =>
      groups.map((_, b) => (a === b ? fit.stdErrors[of]! ** 2 : 0)),
    ),
    statistic,
    df,
  };
}

/** Tests of differences from the covariance of all groups. */
export function jointDifferences(
  { engine }: Compared,
  joint: Joint,
  pairs: readonly Pair[],
  level: number,
): Outcomes {
  if ('reason' in joint) return forAll(pairs, joint);
  return {
    of: new Map(pairs.map((pair) => [keyOf(pair), waldOf(engine, joint, pair, level)])),
    warnings: [],
  };
}

function waldOf(
  engine: Engine,
  { estimates, covariance, statistic, df }: Exclude<Joint, { reason: Told }>,
  [a, b]: Pair,
  level: number,
): Outcome {
  const estimate = estimates[b]! - estimates[a]!;
  const variance = covariance[a]![a]! + covariance[b]![b]! - 2 * covariance[a]![b]!;
  if (!(variance > 0)) {
    return { reason: said.negativeVariance() };
  }
  const stdError = Math.sqrt(variance);
  const reference = { statistic, df };
  const half = criticalValue(engine, level, reference) * stdError;
  const stat = estimate / stdError;
  return {
    stdError,
    statistic,
    stat,
    df: statistic === 't' ? df : null,
    pValue: twoSided(engine, stat, reference),
    confInt: [estimate - half, estimate + half],
  };
}

/** Tests that all groups have the same coefficient. */
export function jointTest(engine: Engine, joint: Joint): Test {
  if ('reason' in joint) return { stat: null, pValue: null, ...because(joint.reason) };
  const { estimates, covariance: v, statistic, df } = joint;
  const q = estimates.length - 1;
  const differences = estimates.slice(1).map((estimate) => estimate - estimates[0]!);
  const covariance = differences.map((_, a) =>
    differences.map((__, b) => v[a + 1]![b + 1]! - v[a + 1]![0]! - v[0]![b + 1]! + v[0]![0]!),
  );
  const { value, rank, negative } = quadraticForm(differences, covariance);
  if (negative > 0 || rank < q) {
    return missing(say('the covariance of the {} differences has rank {}', q, rank));
  }
  return statistic === 'z' ? chi2Test(engine, value, q) : fTest(engine, value / q, q, df);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
