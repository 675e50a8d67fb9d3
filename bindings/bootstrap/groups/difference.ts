/** A row of the table of differences. */
import type { Engine } from '../../core/engine.js';
import { EconError, EngineError } from '../../core/errors.js';
import { criticalValue, type Reference } from '../../numerics/inference.js';
import type { GroupDifference } from '../../results/groups.js';

/** Two groups by number; the difference is the second minus the first. */
export type Pair = readonly [first: number, second: number];

/** What a method says about a pair. */
export type Outcome = Partial<Omit<GroupDifference, 'between' | 'method' | 'minimumDetectable'>>;

/** What a method says about each pair, by `keyOf`, and about the run. */
export interface Outcomes {
  readonly of: ReadonlyMap<string, Outcome>;
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
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

/** An error of the model or the data as a reason; throws any other error again. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof EconError) || error instanceof EngineError) throw error;
  return error.message.replace(/^(groups|bootstrap): /, '');
}

/** Power of the test that `minimumDetectable` refers to. */
const POWER = 0.8;

/**
 * Fills in what a method does not have. The smallest detectable difference is (q(level) + q(power)) times the standard
 * error (Bloom, 1995, Evaluation Review 19).
 */
export function differenceRow(
  engine: Engine,
  level: number,
  row: Pick<GroupDifference, 'between' | 'method' | 'estimate'>,
  outcome: Outcome,
): GroupDifference {
  const { stdError = null, statistic = null, df = null, reason } = outcome;
  const reference: Reference =
    statistic === 't' && df !== null ? { statistic, df } : { statistic: 'z', df: 0 };
  const quantiles =
    criticalValue(engine, level, reference) + criticalValue(engine, 2 * POWER - 1, reference);
  return {
    ...row,
    stdError,
    statistic,
    stat: outcome.stat ?? null,
    df,
    pValue: outcome.pValue ?? null,
    monteCarloError: outcome.monteCarloError ?? null,
    confInt: outcome.confInt ?? null,
    minimumDetectable: stdError === null ? null : quantiles * stdError,
    replicates: outcome.replicates ?? null,
    ...(reason !== undefined && { reason }),
  };
}
