/** Common to the arrays of Slurm, Grid Engine, PBS and LSF: parts in arrays of limited size, then a merge. */
import type { Plan } from '../plan-file.js';
import {
  becomeProgram,
  folderWord,
  lines,
  mergeLines,
  type Script,
  folderLine,
  type ScriptSettings,
} from './script.js';

/** How a scheduler handles arrays. All texts are parts of shell scripts. */
export interface ArrayScheduler {
  /** Directives at the start of the scripts of the array and of the merge. */
  readonly directives: (job: ArrayJob) => readonly (string | undefined)[];
  /** Extension of the scheduler's scripts. */
  readonly ending: string;
  /** A command that prints the maximum number of tasks per array, or nothing. */
  readonly most: string;
  /** The maximum if nothing was printed. */
  readonly usually: number;
  /** True if an array can have several ranges, such as 7,19-22. */
  readonly takesLists?: boolean;
  /** The variable with the number of a task in its array. */
  readonly task: string;
  /** The number to add to it: the parts in earlier arrays. */
  readonly offset: string;
  /** A line that changes to the job folder, if the scheduler does not. */
  readonly enter?: string;
  /** Lines that name the logs of `$part` and of the merge, if the scheduler's options do not. */
  readonly redirect?: string;
  readonly redirectMerge?: string;
  /** Submits `$tasks` with `$offset`; the parts log to `logs/part-$plus` followed by the task. Sets `id`. */
  readonly submit: string;
  /** Separator between the ids of arrays. */
  readonly join: string;
  /** Submits the merge after the arrays `$ids`; sets `id`. */
  readonly submitMerge: string;
}

interface ArrayJob {
  readonly name: string;
  readonly minutes: number;
  readonly megabytes: number;
  readonly cpus: number;
  /** Where the merge logs its output; for parts this is set on submission. */
  readonly log?: string;
  readonly settings: ScriptSettings;
}

/** Seconds before the time limit at which a part ends by itself, so that it has time to write its results. */
const MARGIN = 60;

export function arrayScripts(
  scheduler: ArrayScheduler,
  plan: Plan,
  settings: ScriptSettings,
): Script[] {
  const { workers, minutesLimit, estimate } = plan;
  const { directives, ending } = scheduler;
  const cpus = Math.max(1, workers);
  const array = directives({
    name: 'wasmetrics',
    minutes: minutesLimit,
    megabytes: estimate.megabytesEach,
    cpus,
    settings,
  });
  const merge = directives({
    name: 'wasmetrics-merge',
    minutes: Math.max(10, minutesLimit),
    cpus: 1,
    megabytes: estimate.megabytesToMerge,
    log: 'logs/merge.log',
    settings,
  });
  return [
    { name: `parts.${ending}`, text: partsText(scheduler, array, plan, settings) },
    { name: `merge.${ending}`, text: mergeText(scheduler, merge, plan, settings) },
    { name: 'submit.sh', text: submitText(scheduler, plan), start: 'sh submit.sh' },
  ];
}

function partsText(
  { task, offset, enter, redirect }: ArrayScheduler,
  directives: readonly (string | undefined)[],
  { parts, minutesLimit }: Plan,
  settings: ScriptSettings,
): string {
  // prettier-ignore
  return lines([
    '#!/bin/bash', ...directives, '# sh submit.sh submits it.', enter,
    `part=$((${offset} + ${task}))`,
    redirect,
    ...settings.prelude,
    '# Exit code 75 means "run the part again"; wasmetrics status says which.',
    `set -- run ${folderWord(settings)} --shard "$part/${parts}" --max-time ${60 * minutesLimit - MARGIN}s`,
    becomeProgram,
  ]);
}

function mergeText(
  { enter, redirectMerge }: ArrayScheduler,
  directives: readonly (string | undefined)[],
  plan: Plan,
  settings: ScriptSettings,
): string {
  const lead = ['#!/bin/bash', ...directives, '# Refuses while parts are missing.'];
  return lines([...lead, enter, redirectMerge, ...settings.prelude, mergeLines(plan, settings)]);
}

/** Joins the lines of `arrays` that have the same offset. */
const joining = ` |
    awk 'NR > 1 && $1 == offset { tasks = tasks "," $2; next } NR > 1 { print offset, tasks } { offset = $1; tasks = $2 } END { print offset, tasks }'`;

function submitText(scheduler: ArrayScheduler, { parts }: Plan): string {
  const { most, usually, takesLists, submit, join, submitMerge } = scheduler;
  return `#!/bin/sh
# sh submit.sh           submits all parts and the merge
# sh submit.sh 7,19-22   submits these parts again, and another merge
set -e
${folderLine}
most=$(${most})
[ "\${most:-0}" -gt 0 ] || most=${usually}

# Prints a line per array: its offset and its tasks, of which the scheduler takes at most $most. Part = offset + task.
arrays() {
  printf '%s\\n' "$1" | tr , '\\n' | awk -F - -v most="$most" '
    !/^[0-9]+(-[0-9]+)?$/ || $1 < 1 || $NF < $1 || $NF > ${parts} {
      print "submit.sh: expected parts from 1 to ${parts}, such as 7,19-22, found " $0 > "/dev/stderr"
      exit 2
    }
    {
      for (first = $1 + 0; first <= $NF + 0; first = last + 1) {
        offset = int((first - 1) / most) * most
        last = offset + most < $NF + 0 ? offset + most : $NF + 0
        print offset, (first - offset) (first < last ? "-" (last - offset) : "")
      }
    }'
}

all=$(arrays "\${1:-1-${parts}}")
ids=
while read -r offset tasks; do
  plus=
  [ "$offset" = 0 ] || plus="$offset+"
  ${submit}
  echo "parts: job $id, $plus$tasks"
  ids="\${ids:+$ids${join}}$id"
done << ARRAYS
$(printf '%s\\n' "$all"${takesLists === true ? joining : ''})
ARRAYS
${submitMerge}
echo "merge: job $id"
`;
}
