/** Judges a statement about a coefficient by its model's bootstrap. */
import type { Engine } from '../../../core/engine/engine.js';
import type { BootstrapResult, BootstrapSummary } from '../../../results/bootstrap/bootstrap.js';
import type { PValueMethod } from '../../../results/bootstrap/scheme.js';
import type { DrawnBy } from '../../../words/vocabulary/claims.js';
import { entryOf } from '../../tables/term-name.js';
import type { ClaimRelation } from './claim.js';
import { type CoefficientTest, judgeCoefficient, sidesOf } from './coefficient.js';
import { type Decision, verdictOf } from './decision.js';
import type { Measured } from './measured.js';

/** A coefficient, or an expression, with its replicates. */
interface Replicated {
  readonly measured: Measured;
  readonly bootstrap: BootstrapResult;
  readonly summary: BootstrapSummary;
  readonly key: string;
}

/**
 * Judges by the bootstrap's p-values and intervals if it has them, otherwise by its standard error and the normal
 * distribution. Undefined if the term was not bootstrapped.
 */
export function judgeByBootstrap(
  engine: Engine,
  measured: Measured,
  bootstrap: BootstrapResult,
  test: CoefficientTest,
): Decision | undefined {
  const key = measured.name ?? test.statement.term;
  const summary = measured.name === undefined ? bootstrap.expressions : bootstrap;
  if (summary === undefined) return undefined;
  const replicated = { measured, bootstrap, summary, key };
  const { relation, value } = test.statement;
  const byReplicates =
    relation === '=' ? byInterval(replicated, test) : value === 0 && byPValue(replicated, test);
  if (byReplicates) return byReplicates;
  const stdError = entryOf(summary.stdErrors, key);
  if (stdError === undefined || !(stdError > 0)) return undefined;
  const reference = { statistic: 'z', df: Infinity } as const;
  const decision = judgeCoefficient(engine, { ...measured, stdError, reference }, test);
  return { ...decision, test: { code: 'bootstrap-error', bootstrap: drawnBy(bootstrap) } };
}

export function drawnBy({
  scheme,
  cluster,
  completed,
  seed,
}: Pick<BootstrapResult, 'scheme' | 'cluster' | 'completed' | 'seed'>): DrawnBy {
  return { scheme, ...(cluster !== undefined && { cluster }), replicates: completed, seed };
}

function byPValue(
  { measured: { estimate }, bootstrap, summary, key }: Replicated,
  { statement: { relation }, level, subject }: CoefficientTest,
): Decision | undefined {
  const reported = entryOf(summary.pValues, key);
  if (reported === undefined || !Number.isFinite(reported)) return undefined;
  const pValue = sided(reported, relation, bootstrap.pValueMethod, estimate);
  const sides = sidesOf(relation);
  const drawn = drawnBy(bootstrap);
  const stdError = entryOf(summary.stdErrors, key) ?? NaN;
  return {
    verdict: verdictOf(pValue < level),
    estimate,
    stat: null,
    df: null,
    pValue,
    test: { code: 'bootstrap', bootstrap: drawn, sides },
    clauses: [
      {
        code: 'bootstrapped',
        of: subject,
        estimate,
        stdError,
        bootstrap: drawn,
        pValue,
        level,
        sides,
      },
    ],
  };
}

/** The p-value for a claim, derived from a bootstrap's p-value. */
export function sided(
  reported: number,
  relation: ClaimRelation | '>' | '<',
  method: PValueMethod,
  estimate: number,
): number {
  if (method === 'greater' || method === 'less') {
    if (relation === '!=') return Math.min(1, 2 * Math.min(reported, 1 - reported));
    return (relation === '>') === (method === 'greater') ? reported : 1 - reported;
  }
  if (relation === '!=') return reported;
  const agrees = relation === '>' ? estimate > 0 : estimate < 0;
  return agrees ? reported / 2 : 1 - reported / 2;
}

function byInterval(
  { measured: { estimate }, bootstrap, summary, key }: Replicated,
  { statement: { value, band = 0 }, level, subject }: CoefficientTest,
): Decision | undefined {
  const [method, intervals] = Object.entries(summary.confInt)[0] ?? [];
  const interval = intervals === undefined ? undefined : entryOf(intervals, key);
  const isAtLevel = Math.abs(1 - bootstrap.level - level) < 1e-12;
  if (interval === undefined || !interval.every(Number.isFinite) || !isAtLevel) return undefined;
  const [low, high] = interval;
  const isInside = low > value - band && high < value + band;
  const stdError = entryOf(summary.stdErrors, key) ?? NaN;
  return {
    verdict: verdictOf(isInside),
    estimate,
    stat: null,
    df: null,
    pValue: null,
    test: { code: 'bootstrap-interval', bootstrap: drawnBy(bootstrap), level, method: method! },
    clauses: [
      {
        code: 'interval',
        of: subject,
        estimate,
        stdError,
        level,
        method: method!,
        isInside,
        interval: [low, high],
        band: { value, width: band },
      },
    ],
  };
}
