/** An array job of Grid Engine (SGE, UGE, SoGE), and a job that merges its parts when all of them have ended. */
import type { ArrayScheduler } from './arrays.js';

/** The usual name of its parallel environment for the processors of one machine. */
const THREADS = 'smp';

export const gridEngine: ArrayScheduler = {
  ending: 'sge',
  // prettier-ignore
  directives: ({ name, minutes, megabytes, cpus, settings: { account, partition } }) => [
    `#$ -N ${name}`, '#$ -V', '#$ -S /bin/bash', '#$ -j y', '#$ -o /dev/null',
    `#$ -l h_rt=${60 * minutes}`, `#$ -l mem_free=${megabytes}M`,
    cpus > 1 ? `#$ -pe ${THREADS} ${cpus}` : undefined,
    account === undefined ? undefined : `#$ -P ${account}`,
    partition === undefined ? undefined : `#$ -q ${partition}`,
  ],
  most: `qconf -sconf 2> /dev/null | awk '$1 == "max_aj_tasks" { print $2 }'`,
  usually: 75_000,
  task: 'SGE_TASK_ID',
  offset: '${1:-0}',
  // Grid Engine expands $HOME and other words in the folder names of options, so the scripts change folder themselves.
  enter: 'cd -- "$SGE_O_WORKDIR" || exit 1',
  redirect: 'exec >> "logs/part-$part.log" 2>&1',
  redirectMerge: 'exec >> logs/merge.log 2>&1',
  submit: `id=$(qsub -terse -t "$tasks" parts.sge "$offset")
  id=\${id%%.*}`,
  join: ',',
  submitMerge: `id=$(qsub -terse -hold_jid "$ids" merge.sge)`,
};
