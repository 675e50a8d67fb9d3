import type { Plan, Scheduler } from '../plan-file.js';
import { arrayScripts, type ArrayScheduler } from './arrays.js';
import { bullmqScripts } from './bullmq.js';
import { gridEngine } from './gridengine.js';
import { kubernetesScripts } from './kubernetes.js';
import { lsf } from './lsf.js';
import { parallelScripts } from './parallel.js';
import { pbs } from './pbs.js';
import type { Script, ScriptSettings } from './script.js';
import { slurm } from './slurm.js';

const inArrays = (scheduler: ArrayScheduler) => (plan: Plan, settings: ScriptSettings) =>
  arrayScripts(scheduler, plan, settings);

/** The scripts of a job folder for each scheduler. */
export const scriptsOf: Readonly<
  Record<Scheduler, (plan: Plan, settings: ScriptSettings) => Script[]>
> = {
  slurm: inArrays(slurm),
  sge: inArrays(gridEngine),
  pbs: inArrays(pbs),
  lsf: inArrays(lsf),
  kubernetes: kubernetesScripts,
  parallel: parallelScripts,
  bullmq: bullmqScripts,
};
