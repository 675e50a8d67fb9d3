/** GNU parallel on one machine, or on several with `--sshlogin` and a shared folder. */
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

/** How often a part is started: exit code 75 asks for a retry. */
const TRIES = 3;

export function parallelScripts(plan: Plan, settings: ScriptSettings): Script[] {
  const { parts, workers, minutesLimit } = plan;
  const jobs =
    workers > 1 ? `--jobs $(( $(nproc) / ${workers} > 0 ? $(nproc) / ${workers} : 1 )) ` : '';
  const part = lines([
    '#!/bin/sh',
    '# sh part.sh K computes part K. run.sh calls it.',
    folderLine,
    'part=$1',
    'exec >> "logs/part-$part.log" 2>&1',
    ...settings.prelude,
    `set -- run ${folderWord(settings)} --shard "$part/${parts}" --max-time ${minutesLimit}m`,
    becomeProgram,
  ]);
  const text = lines([
    '#!/bin/sh',
    '# sh run.sh runs all parts, as many at a time as there are processors, and merges them. Parts that are done take no time.',
    '# Arguments go to GNU parallel: sh run.sh --jobs 4, sh run.sh --sshlogin a,b --workdir "$PWD"',
    folderLine,
    'export WASMETRICS="${WASMETRICS:-wasmetrics}"',
    `seq 1 ${parts} | parallel --env WASMETRICS ${jobs}--retries ${TRIES} --termseq TERM,30000,KILL --joblog logs/parallel.tsv "$@" \\`,
    '  sh part.sh {}',
    ...settings.prelude,
    mergeLines(plan, settings),
  ]);
  return [
    { name: 'run.sh', text, start: 'sh run.sh' },
    { name: 'part.sh', text: part },
  ];
}
