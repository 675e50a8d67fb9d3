/** Judges a statement about one model's coefficient. */
import type { Engine } from '../../../core/engine/engine.js';
import {
  criticalValue,
  oneSided,
  type Reference,
  twoSided,
} from '../../../core/numerics/inference.js';
import type { Sides } from '../../../words/vocabulary/claims.js';
import type { ClaimRelation, CoefficientStatement } from './claim.js';
import { type Decision, untestable, verdictOf } from './decision.js';
import type { Measured } from './measured.js';

export interface CoefficientTest {
  readonly statement: CoefficientStatement;
  readonly level: number;
  /** The coefficient's name in reasons: `Gov in T4.2`. */
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
    return untestable(
      [{ code: 'no-error', of: test.subject, stdError }],
      Number.isFinite(estimate) ? estimate : null,
    );
  }
  const isBand = test.statement.relation === '=';
  const decision = isBand
    ? judgeBand(engine, measured, test)
    : judgeRelation(engine, measured, test);
  if (Number.isFinite(decision.pValue)) return decision;
  return untestable([{ code: 'no-degrees', of: test.subject }], estimate);
}

export const sidesOf = (relation: ClaimRelation): Sides => (relation === '!=' ? 'two' : 'one');

const comparedWith = ({ statistic, df }: Reference) => (statistic === 't' ? { df } : {});

/** One-sided p-values are P(T > t) for ">" and P(T < t) for "<", so half of p only if the sign agrees. */
function judgeRelation(
  engine: Engine,
  { estimate, stdError, reference }: Measured,
  { statement: { relation, value }, level, subject }: CoefficientTest,
): Decision {
  const stat = (estimate - value) / stdError;
  const direction = relation === '<' ? -1 : 1;
  const sides = sidesOf(relation);
  const pValue =
    relation === '!='
      ? twoSided(engine, stat, reference)
      : oneSided(engine, direction * stat, reference);
  const isOpposite = relation !== '!=' && direction * stat <= 0;
  const side = relation === '>' ? 'above' : 'below';
  const compared = comparedWith(reference);
  return {
    verdict: verdictOf(pValue < level),
    estimate,
    stat,
    df: reference.statistic === 't' ? reference.df : null,
    pValue,
    test: { code: 'statistic', ...compared, sides },
    clauses: [
      {
        code: 'tested',
        of: subject,
        estimate,
        stdError,
        stat,
        ...compared,
        pValue,
        level,
        sides,
        ...(isOpposite && { not: { side, value } }),
      },
    ],
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
  const isInside = pValue < level;
  return {
    verdict: verdictOf(isInside),
    estimate,
    stat: nearest === aboveLow ? aboveLow : -belowHigh,
    df: reference.statistic === 't' ? reference.df : null,
    pValue,
    test: { code: 'interval', level, ...comparedWith(reference) },
    clauses: [
      {
        code: 'interval',
        of: subject,
        estimate,
        stdError,
        level,
        isInside,
        interval: [estimate - half, estimate + half],
        band: [low, high],
      },
    ],
  };
}

/**
 * True if two one-sided tests would support a band that the interval does not: they use 1 - 2 level instead of 1 -
 * level.
 */
export function supportedByTost({ pValue, verdict }: Decision, level: number): boolean {
  return verdict === 'not supported' && pValue !== null && pValue / 2 < level;
}
