import type { EconError } from '../../../core/errors/errors.js';
import type { Warning } from '../../../results/common.js';
import type { BootstrapResult } from '../../../results/fit.js';
import type { RunPlan } from '../methods/method.js';
import type { Replicates } from '../replicates.js';
import { functionsOf } from '../summary/functions.js';
import { summarizeRun } from '../summary/summary.js';
import { compute } from './compute.js';
import { type BootstrapProgress, openFeed } from './progress.js';
import { bootstrapWarnings } from '../../../words/en/warnings/bootstrap.js';
import { warning } from '../../../words/warning.js';

/**
 * A running bootstrap. It runs whether or not it is iterated; the iterator yields the latest progress.
 */
export interface BootstrapRun extends AsyncIterable<BootstrapProgress> {
  readonly result: Promise<BootstrapResult>;
  /** The replicates by number: their values (reps x width, row by row) and statuses. */
  readonly replicates: Promise<Replicates>;
}

/** Starts a planned bootstrap. */
export function startRun(plan: RunPlan): BootstrapRun {
  const feed = openFeed<BootstrapProgress>();
  const computed = compute(plan, feed.publish);
  const result = computed.then(async ({ engine, replicates, summary, notSaved, notices }) => {
    const functions = await functionsOf(engine, plan.fit, summary.expressions);
    const more = { functions, regressions: plan.method.regressions };
    const summarized = summarizeRun(engine, plan.fit, replicates, summary, more);
    return withWarnings(summarized, notices, notSaved);
  });
  const close = () => feed.close();
  result.then(close, close);
  const replicates = computed.then((done) => done.replicates);
  replicates.catch(() => undefined); // reported through `result`
  return { result, replicates, [Symbol.asyncIterator]: () => feed[Symbol.asyncIterator]() };
}

function withWarnings(
  result: BootstrapResult,
  notices: readonly Warning[],
  notSaved: EconError | undefined,
): BootstrapResult {
  const added = [...notices];
  if (notSaved !== undefined) {
    const detail = { reason: notSaved.message };
    added.push(warning(bootstrapWarnings, 'checkpoint-not-written', detail));
  }
  return added.length === 0 ? result : { ...result, warnings: [...result.warnings, ...added] };
}
