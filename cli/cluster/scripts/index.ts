import type { Plan, Scheduler } from '../plan-file.js';
import { bullmqScripts } from './bullmq.js';
import { kubernetesScripts } from './kubernetes.js';
import { parallelScripts } from './parallel.js';
import type { Script } from './script.js';
import { slurmScripts } from './slurm.js';

/** The scripts of a job folder by its scheduler; `out` is the folder below which the command writes its files. */
export const scriptsOf: Readonly<Record<Scheduler, (plan: Plan, out?: string) => Script[]>> = {
  slurm: slurmScripts,
  kubernetes: kubernetesScripts,
  parallel: parallelScripts,
  bullmq: bullmqScripts,
};
