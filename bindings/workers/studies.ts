/** What a worker is sent once, and the jobs it is then asked for by number. */
import type { Engine } from '../core/engine.js';
import type { DpdSample } from '../models/dpd/design/design.js';
import { dpdFits } from '../models/dpd/index.js';
import type { DpdModel } from '../models/dpd/model/model.js';
import type { ConfidenceSet } from '../results/fit.js';
import type { Failure } from '../jobs/failures.js';
import { type LeftOut, leaveOut } from '../sensitivity/influence/left-out.js';
import {
  fitSimulated,
  type SimulatedFit,
  type SimulationTask,
} from '../montecarlo/simulated-fit.js';
import { sharingDesign } from '../sensitivity/multiverse/shared-design.js';
import {
  bootstrapSpecification,
  type BootstrapsTask,
  type Estimate,
  estimateSpecification,
  type SpecificationTask,
} from '../sensitivity/multiverse/specification.js';
import {
  findSet,
  type PlaceMinimum,
  type PlacesTask,
  searchPlace,
  type SetsTask,
} from '../weak/jobs.js';
import {
  findProjection,
  type ProjectionsTask,
  type Searched,
  searchPlaces,
  type SearchTask,
} from '../weak/search/search-jobs.js';
import type { Prepared, Outcomes } from '../jobs/messages.js';

/** Estimate one model without each of its units. */
export interface InfluenceTask {
  readonly kind: 'influence';
  readonly model: DpdModel;
  readonly sample: DpdSample;
  /** Places of the units on the panel's index. */
  readonly units: readonly number[];
}

export type Task =
  | SpecificationTask
  | BootstrapsTask
  | InfluenceTask
  | SimulationTask
  | PlacesTask
  | SetsTask
  | SearchTask
  | ProjectionsTask;

type AnyOutcome = Estimate | LeftOut | SimulatedFit | PlaceMinimum | ConfidenceSet | Searched;

/** The jobs of a task, in one instance of the core. */
export function prepareTask(engine: Engine, task: Task): Prepared<Outcomes<AnyOutcome>> {
  const job = jobOf(engine, task);
  return {
    run: (first, count) => ({
      first,
      outcomes: Array.from({ length: count }, (_, i) => job(first + i)),
    }),
  };
}

function jobOf(engine: Engine, task: Task): (number: number) => AnyOutcome | Failure {
  switch (task.kind) {
    case 'specifications': {
      const { models, table, coefficient } = task;
      const fit = dpdFits(engine, table, sharingDesign());
      return (number) => estimateSpecification(fit, models[number]!, coefficient);
    }
    case 'bootstraps': {
      const { models, table } = task;
      const fit = dpdFits(engine, table, sharingDesign());
      return (number) => bootstrapSpecification(engine, fit, models[number]!, task);
    }
    case 'influence':
      return (number) => leaveOut(engine, task, task.units[number]!);
    case 'simulation':
      return (number) => fitSimulated(engine, task, number);
    case 'weak-places':
      return searchPlace(task);
    case 'weak-sets':
      return findSet(engine, task);
    case 'weak-searches':
      return searchPlaces(engine, task);
    case 'weak-projections':
      return findProjection(engine, task);
  }
}
