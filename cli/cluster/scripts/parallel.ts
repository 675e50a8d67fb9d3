/** GNU parallel on one machine, or on several with `--sshlogin` and a shared folder. */
import type { Plan } from '../plan-file.js';
import { mergeArguments, type Script } from './script.js';

/** Times that a part is started, as exit code 75 asks for another. */
const TRIES = 3;

export function parallelScripts(
  { parts, workers, minutesLimit, command }: Plan,
  out?: string,
): Script[] {
  const result = command.includes('--json') ? 'result.json' : 'result.txt';
  const jobs =
    workers > 1 ? `--jobs $(( $(nproc) / ${workers} > 0 ? $(nproc) / ${workers} : 1 )) ` : '';
  const text = `#!/bin/sh
# sh run.sh runs all parts, as many at a time as there are processors, and merges them. Parts that are done take no time.
# Arguments go to GNU parallel: sh run.sh --jobs 4, sh run.sh --sshlogin a,b --workdir "$PWD"
cd "$(dirname "$0")" || exit 1
seq 1 ${parts} | parallel ${jobs}--retries ${TRIES} --termseq TERM,30000,KILL --joblog logs/parallel.tsv "$@" \\
  \${WASMETRICS:-wasmetrics} run . --shard {}/${parts} --max-time ${minutesLimit}m '>>' logs/part-{}.log '2>&1'
\${WASMETRICS:-wasmetrics} merge ${mergeArguments('.', out)} > ${result}.tmp && mv ${result}.tmp ${result}
`;
  return [{ name: 'run.sh', text, start: 'sh run.sh' }];
}
