/**
 * Stand-ins for the programs of Slurm, Grid Engine, PBS and LSF, after their manuals: what they accept, print, and give to tasks.
 * They run tasks at once, take arrays of at most three tasks, and note their arguments in `calls`. For PBS and LSF, which Debian
 * does not have, nothing else was run; tests/cluster has the real Slurm and Grid Engine.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Workplace } from '../run.js';

/** The most tasks of an array. */
const MOST = 3;

/** What all begin with. `run_task INDEX LOG NAME=VALUE… -- SCRIPT ARGUMENTS` runs a task. */
const head = `#!/bin/bash
set -e
echo "$(basename "$0") $*" >> "$CALLS"
count=$(( $(cat "$CALLS.count" 2> /dev/null || echo 0) + 1 ))
echo $count > "$CALLS.count"
bad() { echo "$*" >&2; exit 1; }
run_task() {
  local log=$1 variables=()
  shift
  while [ "$1" != -- ]; do variables+=("$1"); shift; done
  shift
  env "\${variables[@]}" bash "$@" >> "$log" 2>&1 || true
}
numbers() { for range in \${1//,/ }; do seq "\${range%-*}" "\${range#*-}"; done; }
`;

/** Slurm: lists of ranges below MaxArraySize, %a in names of logs, arguments after the script. */
const sbatch = `${head}
array= output=logs/merge.log
while [[ $1 == --* ]]; do
  case $1 in
    --array=*) array=\${1#*=} ;;
    --output=*) output=\${1#*=} ;;
    --parsable | --dependency=afterany:*) ;;
    *) bad "sbatch: unrecognized option $1" ;;
  esac
  shift
done
if [ -z "$array" ]; then run_task "$output" -- "$@"; fi
for i in $(numbers "$array"); do
  [ "$i" -le ${MOST} ] || bad "sbatch: error: Batch job submission failed: Invalid job array specification"
  run_task "\${output//%a/$i}" "SLURM_ARRAY_TASK_ID=$i" -- "$@"
done
echo "$count;cluster"
`;

/** Grid Engine: one range, arguments after the script, the home folder as the present one, ids such as 7.1-3:1. */
const gridEngine = `${head}
array=
while [[ $1 == -* ]]; do
  case $1 in
    -t) array=$2; shift ;;
    -hold_jid) shift ;;
    -terse) ;;
    *) bad "qsub: Unknown option $1" ;;
  esac
  shift
done
workdir=("SGE_O_WORKDIR=$PWD")
set -- "$PWD/$@"
cd /
if [ -z "$array" ]; then
  run_task /dev/null "\${workdir[@]}" SGE_TASK_ID=undefined -- "$@"
  echo "$count"
  exit
fi
[[ $array != *,* ]] || bad "qsub: Numerical value invalid! The initial portion of string \\"$array\\" contains no decimal number"
for i in $(numbers "$array"); do run_task /dev/null "\${workdir[@]}" "SGE_TASK_ID=$i" -- "$@"; done
[ $(( \${array#*-} - \${array%-*} )) -lt ${MOST} ] || bad "qsub: job rejected: Only ${MOST} tasks are allowed per job"
echo "$count.\${array%-*}-\${array#*-}:1"
`;

/** PBS: one range of two tasks or more, no arguments, the home folder as the present one, ids such as 7[].server. */
const pbs = `${head}
array= variables=()
while [[ $1 == -* ]]; do
  case $1 in
    -J) array=$2 ;;
    -v) variables+=("$2") ;;
    -W) ;;
    *) bad "qsub: invalid option $1" ;;
  esac
  shift 2
done
[ $# = 1 ] || bad "usage: qsub [options] script"
script=$PWD/$1
variables+=("PBS_O_WORKDIR=$PWD")
cd /
if [ -z "$array" ]; then
  run_task /dev/null "\${variables[@]}" -- "$script"
  echo "$count.server"
  exit
fi
[[ $array =~ ^[0-9]+-[0-9]+$ ]] && [ "\${array%-*}" -lt "\${array#*-}" ] || bad "qsub: illegal -J value"
[ $(( \${array#*-} - \${array%-*} )) -lt ${MOST} ] || bad "qsub: Array job exceeds server or queue size limit"
for i in $(numbers "$array"); do run_task /dev/null "\${variables[@]}" "PBS_ARRAY_INDEX=$i" -- "$script"; done
echo "$count[].server"
`;

/** LSF: the script on standard input, the range in the name of the job, %I in names of logs. */
const bsub = `${head}
array= output=logs/merge.log
while [[ $1 == -* ]]; do
  case $1 in
    -J) [[ $2 =~ ^[A-Za-z0-9._-]+\\[(.*)\\]$ ]] && [ \${#2} -lt 256 ] || bad "$2: Bad job name. Job not submitted."
      array=\${BASH_REMATCH[1]} ;;
    -o) output=$2 ;;
    -w) ;;
    *) bad "Illegal option -- $1" ;;
  esac
  shift 2
done
[ $# = 0 ] || bad "expected the script on standard input"
cat > "$CALLS.script"
if [ -z "$array" ]; then run_task "$output" LSB_JOBINDEX=0 -- "$CALLS.script"; fi
for i in $(numbers "$array"); do
  [ "$i" -le ${MOST} ] || bad "Job array index too large. Job not submitted."
  run_task "\${output//%I/$i}" "LSB_JOBINDEX=$i" -- "$CALLS.script"
done
echo "Job <$count> is submitted to default queue <normal>."
`;

const says = (text: string) => `#!/bin/sh\necho '${text}'\n`;

const programs = {
  slurm: { sbatch, scontrol: says(`MaxArraySize            = ${MOST + 1}`) },
  sge: { qsub: gridEngine, qconf: says(`max_aj_tasks                 ${MOST}`) },
  pbs: { qsub: pbs, qstat: says(`    max_array_size = ${MOST}`) },
  lsf: { bsub, bparams: says(`    MAX_JOB_ARRAY_SIZE = ${MOST}`) },
};

/** Writes the programs of a scheduler, and returns the folder for PATH. */
export function standIns(place: Workplace, scheduler: keyof typeof programs): string {
  const bin = `bin-${scheduler}`;
  mkdirSync(join(place.folder, bin));
  for (const [name, text] of Object.entries(programs[scheduler])) {
    chmodSync(join(place.folder, place.file(join(bin, name), text)), 0o755);
  }
  return join(place.folder, bin);
}
