/** An array job of Slurm, and a job that merges its parts when all of them have ended. */
import type { ArrayScheduler } from './arrays.js';

/** Seconds before the limit at which Slurm sends SIGTERM. */
const NOTICE = 30;

const option = (name: string, value: string | number | undefined) =>
  value === undefined ? undefined : `#SBATCH --${name}=${value}`;

export const slurm: ArrayScheduler = {
  ending: 'sbatch',
  // prettier-ignore
  directives: ({ name, minutes, megabytes, cpus, log, settings }) => [
    option('job-name', name), option('time', minutes), option('mem', `${megabytes}M`),
    option('cpus-per-task', cpus),
    option('account', settings.account), option('partition', settings.partition),
    log === undefined ? option('signal', `B:TERM@${NOTICE}`) : undefined,
    option('output', log), option('open-mode', 'append'),
  ],
  most: `scontrol show config 2> /dev/null | sed -n 's/^MaxArraySize *= *\\([0-9]*\\).*/\\1/p' | awk '{ print $1 - 1 }'`,
  usually: 1000,
  takesLists: true,
  task: 'SLURM_ARRAY_TASK_ID',
  offset: '${1:-0}',
  submit: `id=$(sbatch --parsable --array="$tasks" --output="logs/part-$plus%a.log" parts.sbatch "$offset")
  id=\${id%%;*}`,
  join: ':',
  submitMerge: `id=$(sbatch --parsable --dependency="afterany:$ids" merge.sbatch)
id=\${id%%;*}`,
};
