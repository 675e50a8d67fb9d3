/**
 * Joint tests of linear hypotheses by a wild bootstrap that imposes them all. A replicate holds W* / W, its Wald statistic
 * relative to that of the sample, so p is the share of replicates with at least 1.
 */
import {
  equationsOfCoefficients,
  hypothesesWithoutConstant,
} from '../../../../words/expectations/bootstrap.js';
import { linearOf } from '../../../../models/fitted-model.js';
import type { FitContext } from '../../../../models/fit-context.js';
import type { Engine } from '../../../../core/engine/engine.js';
import { ReplicateStatus } from '../../../../generated/codes.js';
import type { BootstrapTest, BootstrapTests, FitResult } from '../../../../results/fit.js';
import { missing } from '../../../../results/missing.js';
import { badOption } from '../../../../models/replicates/refusal.js';
import { hypothesesOf, jointTest } from '../../../inference/wald.js';
import type { Replicates } from '../../replicates.js';
import type { JointHypotheses } from '../../../../models/replicates/draw-options.js';
import type { SummaryOptions } from '../options.js';
import { jointName } from '../statistics.js';
import { beyondIn } from './dpd-tests.js';

/**
 * Reads the hypotheses of one joint test.
 *
 * @throws InputError `bad-value` unless they are equations that are linear in the coefficients, and as `wald`
 */
export function jointHypotheses(
  engine: Engine,
  fit: FitResult,
  context: FitContext,
  text: string,
): JointHypotheses {
  if (/[<>]/.test(text)) throw badOption('statistics', equationsOfCoefficients(), text);
  const { kept } = hypothesesOf(engine, fit, text);
  if (!kept.every(({ linear }) => linear)) {
    throw badOption('statistics', equationsOfCoefficients(), text);
  }
  const constant = fit.vcov.names.indexOf('_cons');
  const effects = linearOf(context)?.transformation.absorbed ?? [];
  if (effects.length > 0 && kept.some(({ row }) => (row[constant] ?? 0) !== 0)) {
    throw badOption('statistics', hypothesesWithoutConstant(), text);
  }
  return {
    rows: kept.map(({ row }) => row),
    distances: kept.map(({ dual }) => dual.value),
  };
}

/** The joint tests; `fit` has the variance of the replicates. */
export function bootstrapJointTests(
  engine: Engine,
  fit: FitResult,
  replicates: Replicates,
  { joint = [], scheme }: SummaryOptions,
): Pick<BootstrapTests, 'joint'> {
  const tested = (hypotheses: string): BootstrapTest => {
    const { kept } = hypothesesOf(engine, fit, hypotheses);
    const duals = kept.map(({ dual }) => dual);
    const test = jointTest(engine, fit, duals);
    const { used, beyond } = beyondIn(ratiosOf(fit, replicates, hypotheses), {
      stat: 1,
      tail: 'above',
    });
    if (test.stat === null) return test;
    if (used === 0) return missing('the covariance of the hypotheses is not positive definite');
    const one = scheme.enumerated === true ? 0 : 1;
    const p = (one + beyond) / (one + used);
    const monteCarloError = one * Math.sqrt((p * (1 - p)) / used);
    return { stat: test.stat, pValue: p, monteCarloError, replicates: used };
  };
  return { joint: joint.map((hypotheses) => ({ hypotheses, ...tested(hypotheses) })) };
}

function ratiosOf(fit: FitResult, replicates: Replicates, hypotheses: string): number[] {
  const { values, width, completed, statuses, statistics } = replicates;
  const place = Object.keys(fit.params).length + statistics.indexOf(jointName(hypotheses));
  return Array.from({ length: completed }, (_, r) =>
    (statuses[r]! & ReplicateStatus.bits) === 0 ? values[r * width + place]! : NaN,
  );
}
