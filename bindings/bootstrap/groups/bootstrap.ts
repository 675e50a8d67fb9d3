/** The difference of a coefficient between independent samples, from the bootstraps of both. */
import type { Engine } from '../../core/engine.js';
import { ReplicateStatus } from '../../generated/codes.js';
import type { FitResult } from '../../results/fit.js';
import type { BootstrapDifference } from '../../results/groups.js';
import type { IntervalMethod } from '../../results/scheme.js';
import { bootstrap } from '../bootstrap.js';
import { derive, placed } from '../summary/quantities.js';
import type { Replicates } from '../replicates.js';
import { summarize } from '../summary/summarize.js';
import type { GroupOptions } from './options.js';
import type { Warning } from '../../results/common.js';

const percentile: readonly IntervalMethod[] = ['percentile'];

/** Replicates of the coefficient in one group. */
export interface GroupReplicates {
  readonly fit: FitResult;
  readonly replicates: Replicates;
  readonly warnings: readonly Warning[];
}

/**
 * Bootstraps each group by drawing its units, rows or clusters. Group g, counted from 0, uses the seed `seed + g`, so
 * the groups are independent.
 */
export async function bootstrapGroups(
  fits: readonly FitResult[],
  { of, reps, seed = 1, level, workers, signal, workerUrl, scheme, cluster }: GroupOptions,
): Promise<GroupReplicates[]> {
  const how = { reps, level, workers, signal, workerUrl, scheme, cluster, ci: percentile };
  const groups: GroupReplicates[] = [];
  for (const [g, fit] of fits.entries()) {
    const run = bootstrap(fit, { ...how, seed: seed + g });
    const { warnings } = await run.result;
    groups.push({ fit, replicates: column(fit, await run.replicates, of), warnings });
  }
  return groups;
}

/** Computes the difference in each replicate; replicates in which one of the groups fails are left out. */
export function bootstrapDifference(
  engine: Engine,
  [first, second]: readonly [GroupReplicates, GroupReplicates],
  difference: number,
  { of, seed = 1, level, scheme }: GroupOptions,
): BootstrapDifference {
  const { fit } = first;
  const replicates = joined(first.replicates, second.replicates);
  const summary = summarize(engine, { ...fit, params: { [of]: difference } }, replicates, {
    scheme: { scheme: scheme ?? 'cluster' },
    seed,
    ci: percentile,
    level: level ?? fit.level,
    pValue: 'symmetric',
  });
  return {
    stdError: summary.stdErrors[of]!,
    monteCarloError: summary.monteCarloError[of]!,
    confInt: summary.confInt.percentile![of]!,
    pValue: summary.pValues[of]!,
    replicates: summary.completed - summary.failed,
  };
}

function column({ params }: FitResult, replicates: Replicates, of: string): Replicates {
  const place = Object.keys(params).indexOf(of);
  return derive([placed(of, place)], replicates);
}

/** Subtracts the replicates of the second group from those of the first, where both exist. */
function joined(one: Replicates, other: Replicates): Replicates {
  const completed = Math.min(one.completed, other.completed);
  const statuses = one.statuses.slice(0, completed);
  const values = one.values.slice(0, completed);
  for (let r = 0; r < completed; r++) {
    if ((statuses[r]! & ReplicateStatus.bits) === 0) statuses[r] = other.statuses[r]!;
    values[r]! -= other.values[r]!;
  }
  const failed = statuses.filter((status) => (status & ReplicateStatus.bits) !== 0).length;
  return { ...one, completed, failed, statuses, values };
}
