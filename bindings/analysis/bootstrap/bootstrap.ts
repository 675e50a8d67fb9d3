import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import { checkFit, keepContext } from '../../models/context.js';
import type { BootstrapResult, FitResult } from '../../results/fit.js';
import { planRun } from './methods/every.js';
import { type BootstrapOptions, checkOptions, type ShardOptions } from './options.js';
import { type BootstrapRun, startRun } from './running/start.js';
import { runShard, type ShardRun } from './shards/shard.js';

/**
 * Resamples units with replacement and estimates each resample with both weighting matrices recomputed. A unit that is
 * drawn twice counts as two units. Failed replicates are counted and never drawn again. With `shard`, a part of the
 * replicates is computed and saved in `checkpoint`, for `mergeShards`.
 *
 * @throws InputError at once for wrong options or a result without its data; `result` rejects with ConvergenceError
 *   when more than half of the replicates fail, EngineError when a worker does or the checkpoint cannot be written to
 *   at the start, InputError when it is of another run
 */
export function bootstrap(fit: FitResult, options: ShardOptions): ShardRun;
export function bootstrap(fit: FitResult, options: BootstrapOptions): BootstrapRun;
export function bootstrap(
  fit: FitResult,
  options: BootstrapOptions | ShardOptions,
): BootstrapRun | ShardRun {
  checkOptions(options);
  if ('shard' in options && options.shard !== undefined) return runShard(fit, options);
  return startRun(planRun(fit, options));
}

/** Adds a bootstrap to a result with analytic standard errors. */
export function withBootstrap(fit: FitResult, result: BootstrapResult): FitResult {
  checkFit('withBootstrap', fit);
  if (!isKeyed(result)) throw badArgument('withBootstrap', 'result', 'a bootstrap', result);
  return keepContext(fit, { ...fit, bootstrap: result });
}
