/** An array job of Slurm, and a job that merges its parts when all of them have ended. */
import type { Plan } from '../plan-file.js';
import { mergeArguments, type Script } from './script.js';

/** Seconds before the limit at which Slurm sends SIGTERM. */
const NOTICE = 30;

export function slurmScripts(
  { parts, workers, minutesLimit, estimate, command }: Plan,
  out?: string,
): Script[] {
  const memory = `#SBATCH --mem=${estimate.megabytesEach}M`;
  const cpus = `#SBATCH --cpus-per-task=${Math.max(1, workers)}`;
  const result = command.includes('--json') ? 'result.json' : 'result.txt';
  const array = `#!/bin/bash
#SBATCH --job-name=wasmetrics
#SBATCH --array=1-${parts}
#SBATCH --time=${minutesLimit}
${memory}
${cpus}
#SBATCH --signal=B:TERM@${NOTICE}
#SBATCH --output=logs/part-%a.log
#SBATCH --open-mode=append
# Exit code 75 means "run the part again"; wasmetrics status . says which.
exec \${WASMETRICS:-wasmetrics} run . --shard "$SLURM_ARRAY_TASK_ID/${parts}" --max-time ${60 * minutesLimit - 2 * NOTICE}s
`;
  const merge = `#!/bin/bash
#SBATCH --job-name=wasmetrics-merge
#SBATCH --time=${Math.max(10, minutesLimit)}
#SBATCH --mem=${estimate.megabytesToMerge}M
#SBATCH --output=logs/merge.log
#SBATCH --open-mode=append
# Refuses while parts are missing.
set -e
\${WASMETRICS:-wasmetrics} merge ${mergeArguments('.', out)} > ${result}.tmp
mv ${result}.tmp ${result}
`;
  const submit = `#!/bin/sh
# sh submit.sh           submits all parts and the merge
# sh submit.sh 7,19-22   submits these parts again, and another merge
set -e
cd "$(dirname "$0")"
job=$(sbatch --parsable --array="\${1:-1-${parts}}" parts.sbatch)
merge=$(sbatch --parsable --dependency="afterany:\${job%%;*}" merge.sbatch)
echo "parts: job $job, merge: job $merge"
`;
  return [
    { name: 'parts.sbatch', text: array },
    { name: 'merge.sbatch', text: merge },
    { name: 'submit.sh', text: submit, start: 'sh submit.sh' },
  ];
}
