/** Everything that a worker can be sent: the only list of studies. */
import * as built from '../models/preparation/built-indices.js';
import { builtIndices } from '../models/preparation/prepare.js';
import { filters } from '../data/filters.js';
import * as where from '../data/where.js';
import { isKeyed } from '../core/arguments/arguments.js';
import { fault } from '../core/errors/cause.js';
import { noStudy } from '../words/errors/core/workers.js';
import { InputError } from '../core/errors/errors.js';
import { inversionStudy } from '../analysis/bootstrap/invert-tests.js';
import { drawsStudy } from '../analysis/bootstrap/groups/drawn/draws-study.js';
import { permutationsStudy } from '../analysis/bootstrap/groups/permuted/permutations-study.js';
import { wildStudy } from '../analysis/bootstrap/groups/wild/wild-study.js';
import { permutationStudy } from '../analysis/bootstrap/permutation/permutation-study.js';
import { replicateStudy } from '../analysis/bootstrap/prepared.js';
import type { Study, StudyTask } from '../core/jobs/study.js';
import { loadEstimators } from '../models/estimators.js';
import { estimatorNames } from '../models/registry.js';
import { fitStudy } from '../models/refits/fit-job.js';
import { simulationStudy } from '../analysis/montecarlo/simulated-fit.js';
import { statisticStudy } from '../analysis/resampling/study.js';
import { influenceStudy } from '../analysis/sensitivity/influence/left-out.js';
import {
  specificationBootstrapStudy,
  specificationStudy,
} from '../analysis/sensitivity/multiverse/specification.js';
import { fitsStudy } from '../paper/study/estimates/fits-study.js';
import { minimaStudy, setsStudy } from '../analysis/weak/jobs.js';
import { projectionStudy, searchStudy } from '../analysis/weak/search/search-jobs.js';
import { codeInTask, unknownTask } from '../words/errors/core/jobs.js';

// A worker is one file: it has what other threads load on first use.
filters.hold(where);
builtIndices.hold(built);

/** Tasks of these are data, wherever they come from. */
const dataStudies = [
  replicateStudy,
  inversionStudy,
  drawsStudy,
  permutationsStudy,
  permutationStudy,
  wildStudy,
  specificationStudy,
  specificationBootstrapStudy,
  influenceStudy,
  simulationStudy,
  minimaStudy,
  setsStudy,
  searchStudy,
  projectionStudy,
  fitsStudy,
  fitStudy,
] as unknown as readonly Study<StudyTask, unknown>[]; // a task goes to the study that lists its kind

/** Tasks of this one hold or name code: they run in the process that was given the code, and nowhere else. */
const codeStudies = [statisticStudy] as unknown as typeof dataStudies;

/** A study for tasks of models of any estimator. Elsewhere, whoever makes a task has loaded their estimators. */
function withEstimators(study: Study<StudyTask, unknown>): Study<StudyTask, unknown> {
  return {
    ...study,
    async prepare(engine, task) {
      await loadEstimators(estimatorNames().map((estimator) => ({ estimator })));
      return study.prepare(engine, task);
    },
  };
}

/** The study of a task that this process made, for its own threads. */
export function studyOf({ kind }: StudyTask): Study<StudyTask, unknown> {
  const study = [...dataStudies, ...codeStudies].find(({ kinds }) => kinds.includes(kind));
  if (study === undefined) throw fault(noStudy({ kind }));
  return withEstimators(study);
}

/**
 * The study of a task that came from outside: a queue, a job folder, another program.
 *
 * @throws InputError `code-in-task` for a task that names code, `bad-task` for what is no task of this build
 */
export function outsideStudyOf(subject: string, task: unknown): Study<StudyTask, unknown> {
  const kind = isKeyed(task) && Object.hasOwn(task, 'kind') ? task['kind'] : undefined;
  const study = dataStudies.find(({ kinds }) => (kinds as readonly unknown[]).includes(kind));
  if (study !== undefined) return withEstimators(study);
  if (codeStudies.some(({ kinds }) => (kinds as readonly unknown[]).includes(kind))) {
    throw new InputError(codeInTask({ kind }), subject);
  }
  throw new InputError(unknownTask({ kind }), subject);
}
