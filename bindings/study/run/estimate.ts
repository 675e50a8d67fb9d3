/** Estimates the models of a study, each once, with its bootstrap. */
import type { Engine } from '../../core/engine.js';
import type { Table } from '../../data/index.js';
import { bootstrap, withBootstrap } from '../../bootstrap/bootstrap.js';
import { bootstrapOptions } from '../../bootstrap/options.js';
import type { Replicates } from '../../bootstrap/replicates.js';
import { fitModel } from '../../models/fit.js';
import type { Model } from '../../models/model.js';
import type { FitResult } from '../../results/fit.js';
import type { StudyOptions } from './options.js';
import type { Meter } from './progress.js';

export interface Estimated {
  readonly fit: FitResult;
  readonly replicates?: Replicates | undefined;
}

/** What the parts of a running study share. */
export interface Run {
  readonly table: Table;
  readonly engine: Engine;
  readonly options: StudyOptions;
  readonly meter: Meter;
  /** Results by the text of their models. */
  readonly estimated: Map<string, Promise<Estimated>>;
}

/** What a model costs, in replicates. */
export function costOf({ bootstrap: spec }: Model): number {
  return 1 + (spec?.reps ?? 0);
}

/** The result of a model, which equal models share. */
export function estimate(run: Run, id: string, model: Model): Promise<Estimated> {
  const key = JSON.stringify(model);
  const known = run.estimated.get(key);
  if (known !== undefined) return known;
  const computed = compute(run, id, model);
  run.estimated.set(key, computed);
  computed.catch(() => undefined); // reported to each caller
  return computed;
}

async function compute(run: Run, id: string, model: Model): Promise<Estimated> {
  const { table, engine, options, meter } = run;
  options.signal?.throwIfAborted();
  const fit = await fitModel(table, model, { engine });
  const { bootstrap: spec } = model;
  if (spec === undefined) {
    meter.finish(id, costOf(model));
    return { fit };
  }
  const { workers, workerUrl, signal, memory } = options;
  const running = bootstrap(fit, {
    ...bootstrapOptions(spec),
    ...{ reps: spec.reps, level: model.level, engine, workers, workerUrl, signal, memory },
    onProgress: ({ done, failed }) => meter.at(id, done, failed),
  });
  const [result, replicates] = await Promise.all([running.result, running.replicates]);
  signal?.throwIfAborted();
  meter.finish(id, costOf(model), result.failed);
  return { fit: withBootstrap(fit, result), replicates };
}
