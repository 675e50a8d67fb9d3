/** Judges a statement on a coefficient of one model. */
import type { Engine } from '../../../core/engine/engine.js';
import { criticalValue, oneSided, twoSided } from '../../../core/numerics/inference.js';
import { errorFormat } from '../../../core/text/format.js';
import type { CoefficientStatement } from './claim.js';
import { type Decision, untestable, verdictOf } from './decision.js';
import type { Measured } from './measured.js';
import { belowWords, percentWords, pWords, referenceWords, statWords } from './words.js';

export interface CoefficientTest {
  readonly statement: CoefficientStatement;
  readonly level: number;
  /** What reasons call the coefficient: `Gov in T4.2`. */
  readonly subject: string;
}

/** Judges by the estimate and its standard error. */
export function judgeCoefficient(
  engine: Engine,
  measured: Measured,
  test: CoefficientTest,
): Decision {
  const { estimate, stdError } = measured;
  if (!Number.isFinite(estimate) || !(stdError > 0 && stdError < Infinity)) {
    const shown = Number.isNaN(stdError) ? 'no standard error' : `a standard error of ${stdError}`;
    return untestable(
      `${test.subject} has ${shown}, so it has no test`,
      Number.isFinite(estimate) ? estimate : null,
    );
  }
  const isBand = test.statement.relation === '=';
  const decision = isBand
    ? judgeBand(engine, measured, test)
    : judgeRelation(engine, measured, test);
  if (Number.isFinite(decision.pValue)) return decision;
  return untestable(`${test.subject} has no degrees of freedom for a test`, estimate);
}

/** One-sided p-values are P(T > t) for ">" and P(T < t) for "<", so half of p only if the sign agrees. */
function judgeRelation(
  engine: Engine,
  { estimate, stdError, reference }: Measured,
  { statement: { relation, value }, level, subject }: CoefficientTest,
): Decision {
  const stat = (estimate - value) / stdError;
  const direction = relation === '<' ? -1 : 1;
  const sides = relation === '!=' ? 'two-sided' : 'one-sided';
  const pValue =
    relation === '!='
      ? twoSided(engine, stat, reference)
      : oneSided(engine, direction * stat, reference);
  const shown = errorFormat([estimate, stdError]);
  const isOpposite = relation !== '!=' && direction * stat <= 0;
  const side = isOpposite ? `, not ${relation === '>' ? 'above' : 'below'} ${value}` : '';
  const p = `${sides} ${pWords(pValue, level)}, ${belowWords(pValue, level)}`;
  return {
    verdict: verdictOf(pValue < level),
    estimate,
    stat,
    df: reference.statistic === 't' ? reference.df : null,
    pValue,
    test: `${referenceWords(reference)}, ${sides}`,
    reason: `${subject} is ${shown(estimate)} (standard error ${shown(stdError)})${side}; ${statWords(stat, reference)}, ${p}`,
  };
}

/**
 * Equality within a band, by the 1 - level interval. Its p-value is the smallest level at which the interval is inside
 * the band: twice the larger of the p-values against both ends. Two one-sided tests (TOST) take half of it.
 */
function judgeBand(
  engine: Engine,
  { estimate, stdError, reference }: Measured,
  { statement: { value, band = 0 }, level, subject }: CoefficientTest,
): Decision {
  const [low, high] = [value - band, value + band];
  const half = criticalValue(engine, 1 - level, reference) * stdError;
  const aboveLow = (estimate - low) / stdError;
  const belowHigh = (high - estimate) / stdError;
  const nearest = Math.min(aboveLow, belowHigh);
  const pValue = Math.min(1, 2 * oneSided(engine, nearest, reference));
  const shown = errorFormat([estimate, stdError]);
  const interval = `[${shown(estimate - half)}, ${shown(estimate + half)}]`;
  const isInside = pValue < level;
  const bounds = `[${Number(low.toPrecision(12))}, ${Number(high.toPrecision(12))}]`;
  return {
    verdict: verdictOf(isInside),
    estimate,
    stat: nearest === aboveLow ? aboveLow : -belowHigh,
    df: reference.statistic === 't' ? reference.df : null,
    pValue,
    test: `${percentWords(level)} interval inside the band, ${referenceWords(reference)}`,
    reason: `the ${percentWords(level)} interval of ${subject}, ${interval}, is ${isInside ? '' : 'not '}inside ${bounds}`,
  };
}

/** True if two one-sided tests would support a band that the interval does not: 1 - 2 level instead of 1 - level. */
export function supportedByTost({ pValue, verdict }: Decision, level: number): boolean {
  return verdict === 'not supported' && pValue !== null && pValue / 2 < level;
}
