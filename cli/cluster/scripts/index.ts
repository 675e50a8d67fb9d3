import type { Plan, Scheduler } from '../plan-file.js';
import { bullmqScripts } from './bullmq.js';
import { kubernetesScripts } from './kubernetes.js';
import { parallelScripts } from './parallel.js';
import type { Script } from './script.js';
import { slurmScripts } from './slurm.js';

/** The scripts of a job folder by its scheduler. */
export const scriptsOf: Readonly<Record<Scheduler, (plan: Plan) => Script[]>> = {
  slurm: slurmScripts,
  kubernetes: kubernetesScripts,
  parallel: parallelScripts,
  bullmq: bullmqScripts,
};
