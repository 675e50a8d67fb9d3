/** Fisher's permutation test of a difference between groups: it permutes labels among the units of both groups. */
import { loadEngine } from '../../core/engine.js';
import { ReplicateStatus } from '../../generated/codes.js';
import { contextOf } from '../../models/fit.js';
import type { FitResult } from '../../results/fit.js';
import type { LabelPermutation } from '../../results/groups.js';
import { coefficientsOnly } from '../leave-one-out.js';
import type { BootstrapOptions } from '../options.js';
import { prepare, type Replicator } from '../replicator.js';
import { taskOf } from '../run.js';
import { giveWay } from '../../jobs/runner.js';
import { noBootstrap } from '../refusal.js';
import type { GroupOptions } from './options.js';
import type { Warning } from '../../results/common.js';

/** Permutations per chunk. Other work runs between chunks. */
const CHUNK = 32;
/** Differences this close count as equal, as rounding can separate them. */
const TIE = 1e-10;

/**
 * Permutes the labels among units of a panel, clusters or rows. Each group gets as many units as it has in the sample.
 *
 * @throws InputError `no-bootstrap` if a unit is in both groups
 */
export async function permuteLabels(
  pooled: FitResult,
  fits: readonly [FitResult, FitResult],
  { of, reps, seed = 1, scheme, cluster, signal }: GroupOptions,
): Promise<{ result: LabelPermutation; warnings: readonly Warning[] }> {
  const how = { reps, seed, scheme, cluster };
  const { relabel, nunits, width } = await prepared(pooled, how);
  const sizes = await Promise.all(fits.map(async (fit) => (await prepared(fit, how)).nunits));
  const shared = sizes[0]! + sizes[1]! - nunits;
  if (shared !== 0) throw noBootstrap(notPermutable(shared, nunits), 'groups');
  const place = Object.keys(pooled.params).indexOf(of);
  const observed = Math.abs(fits[0].params[of]! - fits[1].params[of]!);
  let [used, beyond] = [0, 0];
  for (let first = 0; first < reps; first += CHUNK) {
    await giveWay();
    signal?.throwIfAborted();
    const count = Math.min(CHUNK, reps - first);
    const { values, statuses } = relabel(sizes[0]!, first, count);
    for (let r = 0; r < count; r++) {
      if (((statuses[2 * r]! | statuses[2 * r + 1]!) & ReplicateStatus.bits) !== 0) continue;
      used += 1;
      const difference = values[2 * r * width + place]! - values[(2 * r + 1) * width + place]!;
      if (Math.abs(difference) >= observed * (1 - TIE)) beyond += 1;
    }
  }
  const pValue = (1 + beyond) / (1 + used);
  const monteCarloError = Math.sqrt((pValue * (1 - pValue)) / used);
  return {
    result: { pValue, monteCarloError, replicates: used },
    warnings: used < 0.99 * reps ? [failedLabels(reps - used, reps)] : [],
  };
}

/** `shared` is the number of units in both groups; below 0 some units are in neither estimate. */
function notPermutable(shared: number, nunits: number): string {
  const where = shared > 0 ? 'both groups' : 'neither estimate';
  return `${Math.abs(shared)} of ${nunits} units are in ${where}, so labels cannot be permuted by unit; use method bootstrap`;
}

async function prepared(fit: FitResult, how: BootstrapOptions): Promise<Replicator> {
  const task = taskOf(contextOf(fit)!, how);
  if (task.kind === 'rows') {
    throw noBootstrap(
      'labels cannot be permuted with two-way, crossing or random effects; use method bootstrap',
      'groups',
    );
  }
  return prepare(await loadEngine(), coefficientsOnly(task));
}

function failedLabels(failed: number, reps: number): Warning {
  const message = `in ${failed} of ${reps} permutations of the labels a group could not be estimated; the permutation test uses the others`;
  return { code: 'failed-replicates', message };
}
