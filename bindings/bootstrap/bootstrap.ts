import { badArgument, isKeyed } from '../core/arguments.js';
import type { EconError } from '../core/errors.js';
import { checkFit, keepContext } from '../models/fit.js';
import type { Warning } from '../results/common.js';
import type { BootstrapResult, FitResult } from '../results/fit.js';
import { type BootstrapOptions, checkOptions, type ShardOptions } from './options.js';
import { openFeed, type BootstrapProgress } from './progress.js';
import type { Replicates } from './replicates.js';
import { compute, planRun } from './run.js';
import { runShard, type ShardRun } from './shards/shard.js';
import { summarizeRun } from './summary/summary.js';

/**
 * A running bootstrap. It runs whether or not it is iterated; the iterator yields the latest progress.
 */
export interface BootstrapRun extends AsyncIterable<BootstrapProgress> {
  readonly result: Promise<BootstrapResult>;
  /** The replicates by number: their values (reps x width, row by row) and statuses. */
  readonly replicates: Promise<Replicates>;
}

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
  const plan = planRun(fit, options);
  const feed = openFeed<BootstrapProgress>();
  const computed = compute(plan, feed.publish);
  const result = computed.then(({ engine, replicates, summary, notSaved, notices }) =>
    withWarnings(summarizeRun(engine, fit, replicates, summary), notices, notSaved),
  );
  const close = () => feed.close();
  result.then(close, close);
  const replicates = computed.then((done) => done.replicates);
  replicates.catch(() => undefined); // reported through `result`
  return { result, replicates, [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() };
}

/** Adds a bootstrap to a result with analytic standard errors. */
export function withBootstrap(fit: FitResult, result: BootstrapResult): FitResult {
  checkFit('withBootstrap', fit);
  if (!isKeyed(result)) throw badArgument('withBootstrap', 'result', 'a bootstrap', result);
  return keepContext(fit, { ...fit, bootstrap: result });
}

function withWarnings(
  result: BootstrapResult,
  notices: readonly Warning[],
  notSaved: EconError | undefined,
): BootstrapResult {
  const added = [...notices];
  if (notSaved !== undefined) {
    const message = `the checkpoint lacks the last replicates: ${notSaved.message}`;
    added.push({ code: 'checkpoint-not-written', message });
  }
  return added.length === 0 ? result : { ...result, warnings: [...result.warnings, ...added] };
}
