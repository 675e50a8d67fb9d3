/** A row of the table of differences. */
import { quoted } from '../../../core/errors/quoted.js';
import { type Told } from '../../../words/told.js';
import type { Engine } from '../../../core/engine/engine.js';
import { EconError, EngineError } from '../../../core/errors/errors.js';
import { criticalValue, type Reference } from '../../../core/numerics/inference.js';
import { quantile } from '../../../core/numerics/sums.js';
import type { Warning } from '../../../results/common.js';
import type { GroupDifference } from '../../../results/groups.js';

/** Two groups by number. The difference is the second minus the first. */
export type Pair = readonly [first: number, second: number];

/** The result of a method for a pair. */
export interface Outcome extends Partial<
  Omit<GroupDifference, 'between' | 'method' | 'estimate' | 'minimumDetectable' | 'reason' | 'told'>
> {
  /** Why there is no p-value. */
  readonly reason?: Told;
  /** Absolute values of the statistic under the hypothesis, sorted, if its distribution is not t or z. */
  readonly simulated?: Float64Array;
}

/** The results of a method for each pair, by `keyOf`, and for the whole run. */
export interface Outcomes {
  readonly of: ReadonlyMap<string, Outcome>;
  readonly warnings: readonly Warning[];
}

export function keyOf([first, second]: Pair): string {
  return `${first} ${second}`;
}

export function pairsOf(count: number): Pair[] {
  return Array.from({ length: count }, (_, a) => a).flatMap((a) =>
    Array.from({ length: count - a - 1 }, (_, i): Pair => [a, a + 1 + i]),
  );
}

/** The same outcome for each pair. */
export function forAll(pairs: readonly Pair[], outcome: Outcome): Outcomes {
  return { of: new Map(pairs.map((pair) => [keyOf(pair), outcome])), warnings: [] };
}

/** The reason in an error of the model or the data; rethrows any other error. */
export function reasonOf(error: unknown): Told {
  if (!(error instanceof EconError) || error instanceof EngineError) throw error;
  const { of } = error.telling;
  return quoted(of === 'groups' || of === 'bootstrap' ? error.retold({ of: undefined }) : error);
}

/** A reason as results have it: in English, and as data. */
export const because = (reason: Told) => ({ reason: reason.text, told: reason });

/** Power of the test that `minimumDetectable` refers to. */
const POWER = 0.8;

/**
 * The smallest detectable difference: (q(level) + q(power)) times the standard error (Bloom, 1995, Evaluation Review
 * 19), with quantiles of the distribution that the statistic is compared with: t, z, or simulated absolute values.
 */
export function detectable(
  engine: Engine,
  level: number,
  reference: Reference | Float64Array,
  stdError: number,
): number {
  const quantileOf = (share: number) =>
    'statistic' in reference ? criticalValue(engine, share, reference) : quantile(reference, share);
  return (quantileOf(level) + quantileOf(2 * POWER - 1)) * stdError;
}

/** Fills in the numbers that a method does not have. */
export function differenceRow(
  engine: Engine,
  level: number,
  row: Pick<GroupDifference, 'between' | 'method' | 'estimate' | 'size'>,
  outcome: Outcome,
): GroupDifference {
  const { stdError = null, statistic = null, df = null, reason, simulated } = outcome;
  const reference: Reference =
    statistic === 't' && df !== null ? { statistic, df } : { statistic: 'z', df: 0 };
  return {
    ...row,
    stdError,
    statistic,
    stat: outcome.stat ?? null,
    df,
    pValue: outcome.pValue ?? null,
    monteCarloError: outcome.monteCarloError ?? null,
    confInt: outcome.confInt ?? null,
    minimumDetectable:
      stdError === null ? null : detectable(engine, level, simulated ?? reference, stdError),
    replicates: outcome.replicates ?? null,
    ...(reason !== undefined && because(reason)),
  };
}
