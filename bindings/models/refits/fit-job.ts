/** An estimate in a worker, which an abort stops. */
import { EconError, type PlainError, plainError, revivedError } from '../../core/errors/errors.js';
import { omit } from '../../core/values/omit.js';
import { sharedTable, type Table } from '../../data/index.js';
import { isFailure } from '../../core/jobs/failures.js';
import { runJobs } from '../../core/jobs/run-jobs.js';
import type { LocalOptions } from '../../core/jobs/run-options.js';
import { jobStudy } from '../../core/jobs/study.js';
import type { Warning } from '../../results/common.js';
import type { FitContext } from '../fit-context.js';
import type { Fitted } from '../fitted.js';
import { laterEstimator } from '../reading/load-estimator.js';
import type { Model } from '../model.js';

export interface FitTask {
  readonly kind: 'fit';
  readonly table: Table;
  readonly model: Model;
}

/** The data behind a result without its table, which is not sent back; or the error. */
export interface FitOutcome {
  readonly fitted?: Fitted;
  readonly error?: PlainError;
}

export const fitStudy = jobStudy<FitTask, FitOutcome>({
  kind: 'fit',
  jobsPerWorker: 1,
  first: 1,
  smallest: 1,
  async jobOf(engine, { model, table }) {
    const shared = sharedTable(table);
    const estimator = await laterEstimator(model.estimator).load();
    return () => {
      try {
        const fitted: FitContext & { data?: unknown } = estimator.fit(engine, model, shared);
        return { fitted: omit(fitted, 'data') };
      } catch (error) {
        if (error instanceof EconError) return { error: plainError(error) };
        throw error;
      }
    };
  },
});

/**
 * Estimates a model of a table in a worker, or in the calling thread if none can be started.
 *
 * @throws as the estimator; the reason of `signal`; EngineError `worker-failed`
 */
export async function fitInWorker(
  model: Model,
  table: Table,
  { engine, signal, workerUrl }: LocalOptions,
): Promise<{ readonly fitted: FitContext; readonly notices: readonly Warning[] }> {
  await laterEstimator(model.estimator).load();
  const task: FitTask = { kind: 'fit', table: omit(table, 'shared') as Table, model };
  const { outcomes, notices } = await runJobs(
    { subject: model.estimator, study: fitStudy, task, count: 1 },
    { engine, signal, workerUrl, workers: 1, away: true },
  );
  const outcome = outcomes[0];
  if (outcome === undefined) throw signal!.reason;
  if (isFailure(outcome))
    throw revivedError({ code: outcome.code, message: outcome.message, name: 'EngineError' });
  if (outcome.error !== undefined) throw revivedError(outcome.error);
  const fitted: FitContext & { readonly data: Table } = { ...outcome.fitted!, model, data: table };
  return { fitted, notices };
}
