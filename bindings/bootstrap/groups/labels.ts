/** Fisher's permutation test of a difference between groups: labels are permuted among the units of both. */
import { loadEngine } from '../../core/engine.js';
import { ReplicateStatus } from '../../generated/codes.js';
import { contextOf } from '../../models/fit.js';
import type { FitResult } from '../../results/fit.js';
import { coefficientsOnly } from '../leave-one-out.js';
import type { BootstrapOptions } from '../options.js';
import { prepare, type Replicator } from '../replicator.js';
import { taskOf } from '../run.js';
import { giveWay } from '../../jobs/runner.js';
import { noBootstrap } from '../refusal.js';
import type { GroupOptions } from './options.js';
import type { Warning } from '../../results/common.js';

export interface LabelPermutation {
  /** (1 + #{|d*| >= |d|}) / (1 + R). */
  readonly pValue: number;
  readonly monteCarloError: number;
  readonly replicates: number;
}

/** Permutations in a chunk, between which other work goes on. */
const CHUNK = 32;
/** Equal differences differ by rounding. */
const TIE = 1e-10;

/**
 * Units of a panel, clusters or else rows keep together and take the label of one group or the other, as many as have it
 * in the sample.
 *
 * @throws InputError `no-bootstrap` where a group does not hold its units whole
 */
export async function permuteLabels(
  pooled: FitResult,
  fits: readonly [FitResult, FitResult],
  { of, reps, seed = 1, scheme, cluster, signal }: GroupOptions,
): Promise<{ result: LabelPermutation; warnings: readonly Warning[] }> {
  const how = { reps, seed, scheme, cluster };
  const { relabel, nunits, width } = await prepared(pooled, how);
  const sizes = await Promise.all(fits.map(async (fit) => (await prepared(fit, how)).nunits));
  if (sizes[0]! + sizes[1]! !== nunits) {
    throw noBootstrap(
      `labels are permuted among units that lie in one group each; found ${sizes[0]} and ${sizes[1]} units of ${nunits} together`,
      'groups',
    );
  }
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
      const own = values[2 * r * width + place]! - values[(2 * r + 1) * width + place]!;
      if (Math.abs(own) >= observed * (1 - TIE)) beyond += 1;
    }
  }
  const pValue = (1 + beyond) / (1 + used);
  const monteCarloError = Math.sqrt((pValue * (1 - pValue)) / used);
  return {
    result: { pValue, monteCarloError, replicates: used },
    warnings: used < 0.99 * reps ? [failedLabels(reps - used, reps)] : [],
  };
}

async function prepared(fit: FitResult, how: BootstrapOptions): Promise<Replicator> {
  const task = taskOf(contextOf(fit)!, how);
  if (task.kind === 'rows') {
    throw noBootstrap(
      'labels are permuted among sums over units, which two-way, crossing and random effects do not have; expected method bootstrap',
      'groups',
    );
  }
  return prepare(await loadEngine(), coefficientsOnly(task));
}

function failedLabels(failed: number, reps: number): Warning {
  const message = `in ${failed} of ${reps} permutations of the labels a group has no estimate; the permutation test rests on the others`;
  return { code: 'failed-replicates', message };
}
