/** Estimates each model of a study once, with its bootstrap. */
import type { Engine } from '../../../core/engine/engine.js';
import type { Table } from '../../../data/index.js';
import { bootstrap, withBootstrap } from '../../../analysis/bootstrap/bootstrap.js';
import { usedSteps } from '../../../models/preparation/built-indices.js';
import { bootstrapOptions } from '../../../analysis/bootstrap/options.js';
import type { Replicates } from '../../../analysis/bootstrap/replicates.js';
import { loadEstimators } from '../../../models/estimators.js';
import { fitModel } from '../../../models/fit.js';
import type { Model } from '../../../models/model.js';
import type { ByName, Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import type { CompositeIndex } from '../../../results/indices/composite-index.js';
import type { BootstrapSpec } from '../../../models/schema/common.js';
import { checkpointIn, keeping, type KeptResults, workHash } from './kept.js';
import type { StudyOptions } from './options.js';
import type { Meter } from './progress.js';

export interface Estimated {
  readonly fit: FitResult;
  readonly replicates?: Replicates | undefined;
}

/** State shared by the parts of a running study. */
export interface Run {
  readonly table: Table;
  readonly engine: Engine;
  readonly options: StudyOptions;
  readonly meter: Meter;
  readonly kept: KeptResults;
  /** Indices that `build` made, by column. */
  readonly indices: ByName<CompositeIndex>;
  /** Results computed by workers in advance, by hash; undefined for one that failed. */
  readonly fits: Map<string, FitResult | undefined>;
  /** Notices from these workers, by code. */
  readonly notices: Map<string, Warning>;
}

/** The cost of a model, in replicates. */
export function costOf({ bootstrap: spec }: Model): number {
  return 1 + (spec?.reps ?? 0);
}

/** The result of a model; equal models share it. */
export async function estimate(run: Run, id: string, model: Model): Promise<Estimated> {
  const { meter, kept } = run;
  run.options.signal?.throwIfAborted();
  await loadEstimators([model]); // it says which columns the model names
  const hash = modelHash(run, model);
  const isKept = kept.results.has(hash);
  const estimated = await keeping(kept, hash, () => compute(run, id, model, hash));
  if (isKept) meter.finishModel(id, costLeft(run, model, hash));
  return estimated;
}

/** The hash of everything on which a model's result depends. */
export function modelHash({ table, engine }: Run, model: Model): string {
  // A bootstrap builds the indices of a model again, so the steps and their columns are included.
  const { used, needed } = usedSteps(model, table);
  const columns = [...needed, ...clusterOf(model.bootstrap)];
  return workHash([model, used], table, columns, engine.info);
}

/** The cost of a model, without its estimate if that is already done. */
const costLeft = ({ fits }: Run, model: Model, hash: string) =>
  costOf(model) - Number(fits.has(hash));

const clusterOf = (spec: BootstrapSpec | undefined) =>
  [spec?.cluster, spec?.order].filter((name) => name !== undefined);

async function compute(run: Run, id: string, model: Model, hash: string): Promise<Estimated> {
  const { table, engine, options, meter, fits } = run;
  const fit = fits.get(hash) ?? (await fitModel(table, model, { engine }));
  const { bootstrap: spec } = model;
  if (spec === undefined) {
    meter.finishModel(id, costLeft(run, model, hash));
    return { fit };
  }
  const { workers, workerUrl, runner, signal, memory, storage, resume = false } = options;
  const { reps } = spec;
  const running = bootstrap(fit, {
    ...bootstrapOptions(spec),
    reps,
    level: model.level,
    engine,
    workers,
    workerUrl,
    runner,
    signal,
    memory,
    ...(storage !== undefined && {
      checkpoint: await checkpointIn(storage, hash, { reps, resumes: resume }),
      resume: true,
    }),
    onProgress: ({ done, failed }) => meter.report(id, done, failed),
  });
  const [result, replicates] = await Promise.all([running.result, running.replicates]);
  signal?.throwIfAborted();
  meter.finishModel(id, costLeft(run, model, hash), result.failed);
  return { fit: withBootstrap(fit, result), replicates };
}
