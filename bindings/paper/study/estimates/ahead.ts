/** Estimates the models of a study in workers before its tables need them. */
import { omit } from '../../../core/values/omit.js';
import { fingerprintOf, labelsOf, type Table } from '../../../data/index.js';
import { isFailure } from '../../../core/jobs/failures.js';
import { runJobs } from '../../../core/jobs/run-jobs.js';
import type { Model } from '../../../models/model.js';
import { modelHash, type Run } from './estimate.js';
import { fitsStudy, type FitsTask } from './fits-study.js';
import type { Engine } from '../../../core/engine/engine.js';
import type { FitResult } from '../../../results/fit.js';
import { withContextLater } from '../../../models/context.js';
import { estimatorOf, loadEstimators } from '../../../models/estimators.js';
import { nameOf } from '../../../models/fit.js';
import { namedColumns } from '../../../models/reading/named-columns.js';
import { withTableWarnings } from '../../../models/reading/table-warnings.js';

/** With fewer models, each is estimated where it is needed. */
const FEWEST = 2 * fitsStudy.jobsPerWorker;

/** A model with its name in progress reports. */
export interface NamedModel {
  readonly id: string;
  readonly model: Model;
}

/**
 * Estimates the models of one data table in workers, if there are many. A model that fails is estimated again where it
 * is needed, because its error then names its place.
 */
export async function fitAhead(run: Run, models: readonly NamedModel[]): Promise<void> {
  const { workers, signal } = run.options;
  if (models.length < FEWEST || workers === 0) return;
  await loadEstimators(models.map(({ model }) => model));
  const byHash = new Map<string, NamedModel>();
  for (const one of models) {
    const hash = modelHash(run, one.model);
    if (!run.kept.results.has(hash) && !byHash.has(hash)) byHash.set(hash, one);
  }
  if (byHash.size < FEWEST) return;
  try {
    await fitAll(run, byHash);
  } catch (error) {
    if (signal?.aborted) return; // the tables then report that they were stopped
    throw error;
  }
}

async function fitAll(run: Run, byHash: ReadonlyMap<string, NamedModel>): Promise<void> {
  const { engine, options, meter, fits, notices: said, table } = run;
  const { workers, workerUrl, signal } = options;
  const named = [...byHash.values()];
  const models = named.map(({ model }) => model);
  const task: FitsTask = { kind: 'study-fits', table: omit(table, 'shared') as Table, models };
  let heard = 0;
  const onProgress = ({ done }: { readonly done: number }) => {
    meter.finish(named[done - 1]!.id, done - heard);
    heard = done;
  };
  const jobs = { subject: 'study', study: fitsStudy, task, count: models.length };
  const { outcomes, notices } = await runJobs(jobs, { workers, workerUrl, signal, onProgress });
  notices.forEach((notice) => said.set(notice.code, notice));
  [...byHash.keys()].forEach((hash, i) => {
    const outcome = outcomes[i];
    if (outcome === undefined) return;
    const fit = isFailure(outcome)
      ? undefined
      : fittedElsewhere(engine, table, models[i]!, outcome.result);
    fits.set(hash, fit);
  });
}

/**
 * A result that another thread computed from the table. Its context is computed on first read: the estimate again,
 * without the tests.
 */
function fittedElsewhere(
  engine: Engine,
  table: Table,
  model: Model,
  computed: FitResult,
): FitResult {
  const estimator = estimatorOf(model);
  const columns = namedColumns(model);
  const warned = withTableWarnings(computed, table, model);
  const result = Object.assign(warned, labelsOf(table, columns), nameOf(model));
  return withContextLater(result, () => ({
    ...estimator.fit(engine, model, table, result),
    fingerprint: fingerprintOf(table, columns),
  }));
}
