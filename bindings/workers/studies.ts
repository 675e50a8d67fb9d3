/** Everything that a worker can be sent: the only list of studies. */
import { inversionStudy } from '../bootstrap/invert-tests.js';
import { drawsStudy } from '../bootstrap/groups/drawn/draws-study.js';
import { permutationsStudy } from '../bootstrap/groups/permuted/permutations-study.js';
import { wildStudy } from '../bootstrap/groups/wild/wild-study.js';
import { permutationStudy } from '../bootstrap/permutation/permutation-study.js';
import { replicateStudy } from '../bootstrap/prepared.js';
import type { Study, StudyTask } from '../jobs/study.js';
import { fitStudy } from '../models/refits/fit-job.js';
import { simulationStudy } from '../montecarlo/simulated-fit.js';
import { statisticStudy } from '../resampling/study.js';
import { influenceStudy } from '../sensitivity/influence/left-out.js';
import {
  specificationBootstrapStudy,
  specificationStudy,
} from '../sensitivity/multiverse/specification.js';
import { fitsStudy } from '../study/run/fits-study.js';
import { minimaStudy, setsStudy } from '../weak/jobs.js';
import { projectionStudy, searchStudy } from '../weak/search/search-jobs.js';

const studies = [
  replicateStudy,
  inversionStudy,
  drawsStudy,
  permutationsStudy,
  permutationStudy,
  wildStudy,
  specificationStudy,
  specificationBootstrapStudy,
  statisticStudy,
  influenceStudy,
  simulationStudy,
  minimaStudy,
  setsStudy,
  searchStudy,
  projectionStudy,
  fitsStudy,
  fitStudy,
] as unknown as readonly Study<StudyTask, unknown>[]; // a task goes to the study that lists its kind

/** True for the kind of a task that this build can run. */
export function hasStudy(kind: string): boolean {
  return studies.some(({ kinds }) => kinds.includes(kind));
}

export function studyOf({ kind }: StudyTask): Study<StudyTask, unknown> {
  const study = studies.find(({ kinds }) => kinds.includes(kind));
  if (study === undefined) throw new Error(`no study serves tasks of kind ${kind}`);
  return study;
}
