/** The difference of a coefficient between independent samples, from the bootstraps of both. */
import { loadEngine } from '../core/engine.js';
import type { FitResult, Warning } from '../models/fit-result.js';
import { bootstrap } from './bootstrap.js';
import type { GroupOptions } from './groups.js';
import { derive, type Quantity } from './quantities.js';
import type { Replicates } from './replicates.js';
import { summarize } from './result.js';

export interface BootstrapDifference {
  readonly stdError: number;
  readonly monteCarloError: number;
  /** Percentile interval. */
  readonly confInt: readonly [low: number, high: number];
  /** (1 + #{|d* - d| >= |d|}) / (1 + R), of the hypothesis that there is no difference. */
  readonly pValue: number;
  readonly replicates: number;
}

const STATUS_BITS = 255;

/**
 * Units, rows or clusters are drawn within each group. Group g, counted from 0, draws with the seed `seed + g`, so that
 * the groups are independent; replicates in which one of them fails are left out.
 */
export async function bootstrapDifference(
  fits: readonly [FitResult, FitResult],
  places: readonly [number, number],
  difference: number,
  { of, reps, seed = 1, level, workers, signal, workerUrl, scheme, cluster }: GroupOptions,
): Promise<{ result: BootstrapDifference; warnings: readonly Warning[] }> {
  const how = {
    reps,
    level,
    workers,
    signal,
    workerUrl,
    scheme,
    cluster,
    ci: ['percentile'],
  } as const;
  const runs = fits.map((fit, g) => bootstrap(fit, { ...how, seed: seed + places[g]! }));
  const results = await Promise.all(runs.map((run) => run.result));
  const [first, second] = await Promise.all(runs.map((run) => run.replicates));
  const both = joined(column(fits[0], first!, of), column(fits[1], second!, of));
  const summary = summarize(
    await loadEngine(),
    { ...fits[0], params: { [of]: difference } },
    both,
    {
      scheme: { scheme: results[0]!.scheme },
      seed,
      ci: ['percentile'],
      level: level ?? fits[0].level,
      pValue: 'symmetric',
    },
  );
  return {
    result: {
      stdError: summary.stdErrors[of]!,
      monteCarloError: summary.monteCarloError[of]!,
      confInt: summary.confInt.percentile![of]!,
      pValue: summary.pValues[of]!,
      replicates: summary.completed - summary.failed,
    },
    warnings: [...results.flatMap(({ warnings }) => warnings), ...summary.warnings],
  };
}

function column({ params }: FitResult, replicates: Replicates, of: string): Replicates {
  const place = Object.keys(params).indexOf(of);
  const quantity: Quantity = { name: of, at: (values) => values[place]! };
  return derive([quantity], replicates);
}

/** Replicate by replicate, those that both have: one less the other. */
function joined(one: Replicates, other: Replicates): Replicates {
  const completed = Math.min(one.completed, other.completed);
  const statuses = one.statuses.slice(0, completed);
  const values = one.values.slice(0, completed);
  for (let r = 0; r < completed; r++) {
    if ((statuses[r]! & STATUS_BITS) === 0) statuses[r] = other.statuses[r]!;
    values[r]! -= other.values[r]!;
  }
  const failed = statuses.filter((status) => (status & STATUS_BITS) !== 0).length;
  return { ...one, completed, failed, statuses, values };
}
