/** An array job of LSF, and a job that merges its parts when all of them have ended. */
import type { ArrayScheduler } from './arrays.js';

const idOf = `sed -n 's/^Job <\\([0-9]*\\)>.*/\\1/p'`;

export const lsf: ArrayScheduler = {
  ending: 'lsf',
  // prettier-ignore
  directives: ({ name, minutes, megabytes, cpus, log, settings: { account, partition } }) => [
    log === undefined ? undefined : `#BSUB -J ${name}`,
    log === undefined ? undefined : `#BSUB -o ${log}`,
    `#BSUB -W ${minutes}`, `#BSUB -n ${cpus}`,
    `#BSUB -R "span[hosts=1] rusage[mem=${megabytes}MB]"`,
    account === undefined ? undefined : `#BSUB -P ${account}`,
    partition === undefined ? undefined : `#BSUB -q ${partition}`,
  ],
  most: `bparams -a 2> /dev/null | sed -n 's/^ *MAX_JOB_ARRAY_SIZE *= *\\([0-9]*\\).*/\\1/p'`,
  usually: 1000,
  task: 'LSB_JOBINDEX',
  offset: '${WASMETRICS_OFFSET:-0}',
  submit: `id=$(WASMETRICS_OFFSET=$offset bsub -J "wasmetrics[$tasks]" -o "logs/part-$plus%I.log" < parts.lsf | ${idOf})
  [ -n "$id" ]`,
  join: ') && ended(',
  submitMerge: `id=$(bsub -w "ended($ids)" < merge.lsf | ${idOf})
[ -n "$id" ]`,
};
