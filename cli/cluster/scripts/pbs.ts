/** An array job of OpenPBS or PBS Professional, and a job that merges its parts when all of them have ended. */
import type { ArrayScheduler } from './arrays.js';

const time = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60, 0].map((n) => String(n).padStart(2, '0')).join(':');

export const pbs: ArrayScheduler = {
  ending: 'pbs',
  // prettier-ignore
  directives: ({ name, minutes, megabytes, cpus, settings: { account, partition } }) => [
    `#PBS -N ${name}`, '#PBS -V', '#PBS -S /bin/bash', '#PBS -j oe',
    '#PBS -o /dev/null', `#PBS -l select=1:ncpus=${cpus}:mem=${megabytes}mb`,
    `#PBS -l walltime=${time(minutes)}`,
    account === undefined ? undefined : `#PBS -A ${account}`,
    partition === undefined ? undefined : `#PBS -q ${partition}`,
  ],
  most: `qstat -Bf 2> /dev/null | sed -n 's/.*max_array_size = *\\([0-9]*\\).*/\\1/p' | head -n 1`,
  usually: 10_000,
  // An array needs at least two tasks, so a single part is an ordinary job.
  task: '${PBS_ARRAY_INDEX:-0}',
  offset: '${WASMETRICS_OFFSET:-0}',
  enter: 'cd "$PBS_O_WORKDIR" || exit 1',
  redirect: 'exec >> "logs/part-$part.log" 2>&1',
  redirectMerge: 'exec >> logs/merge.log 2>&1',
  submit: `case $tasks in
  *-*) id=$(qsub -J "$tasks" -v "WASMETRICS_OFFSET=$offset" parts.pbs) ;;
  *) id=$(qsub -v "WASMETRICS_OFFSET=$((offset + tasks))" parts.pbs) ;;
  esac`,
  join: ':',
  submitMerge: `id=$(qsub -W "depend=afterany:$ids" merge.pbs)`,
};
