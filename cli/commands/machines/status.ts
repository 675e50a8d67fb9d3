import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { shellWord } from '../../../bindings/entries/report.js';
import { type JobFolder, openJobFolder } from '../../cluster/buckets/job-folder.js';
import { readPlan } from '../../cluster/plan-file.js';
import { type FolderState, folderState } from '../../cluster/status.js';
import { type Host, print } from '../../host.js';
import { number } from '../../options/numbers.js';
import { grouped } from '../../progress/words.js';

interface StatusOptions {
  readonly watch?: boolean;
  readonly parts?: number;
  readonly json?: boolean;
}

/** Milliseconds between checks of the parts. */
const EVERY_MS = 5000;

/** `wasmetrics status FOLDER`: which parts are done, and which to submit again. */
export function addStatus(program: Command, host: Host): void {
  program
    .command('status')
    .description('say which parts of a job folder are done, and which to submit again')
    .argument('<folder>', 'folder that wasmetrics plan wrote, or s3://bucket/prefix')
    .option('--watch', 'repeat until all parts are done or failed')
    .option('--parts <n>', 'number the parts anew, as in run --shard k/n', number)
    .option('--json', 'print the state and errors as JSON')
    .action(async (name: string, options: StatusOptions) => {
      const folder = await openJobFolder(host, name);
      await tellStatus(host, name, folder, options).finally(() => folder.close());
    });
}

async function tellStatus(
  host: Host,
  name: string,
  folder: JobFolder,
  { watch = false, parts, json = false }: StatusOptions,
): Promise<void> {
  await folder.fetch('plan.json');
  const plan = await readPlan(host, folder.path);
  for (;;) {
    await folder.fetch('parts/');
    const state = await folderState(folder.path, plan, parts);
    const { status } = state;
    print(host, json ? JSON.stringify(status) : words(state, name));
    if (!watch || status.done + status.failed.length === status.parts) return;
    await wait(EVERY_MS);
  }
}

/** Maximum number of failures that are named. */
const NAMED = 5;

function words({ status, running }: FolderState, name: string): string {
  const { parts, done, partial, missing, failed, resubmit, replicatesDone, replicates } = status;
  const failures = failed.slice(0, NAMED).map(({ part, code, message }) => {
    return `part ${part} failed: ${message} [${code}]`;
  });
  const more = failed.length > NAMED ? [`and ${failed.length - NAMED} more failed`] : [];
  const counts = [
    `${done} done`,
    `${partial} partial`,
    `${missing} missing`,
    `${failed.length} failed`,
  ];
  return [
    `${bar(replicatesDone / replicates)} ${grouped(replicatesDone)}/${grouped(replicates)} replicates`,
    `${parts} parts: ${counts.join(', ')}; ${running} running`,
    ...failures,
    ...more,
    ...(resubmit === '' ? [] : [`run again: ${resubmit}`]),
    ...(done === parts ? [`all parts are done: wasmetrics merge ${shellWord(name)}`] : []),
  ].join('\n');
}

const WIDTH = 30;

function bar(share: number): string {
  const full = Math.floor(WIDTH * share);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}
