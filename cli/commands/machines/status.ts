import { setTimeout as wait } from 'node:timers/promises';
import type { Command } from 'commander';
import { shellWord } from '../../../bindings/entries/report.js';
import { type JobFolder, openJobFolder } from '../../cluster/buckets/job-folder.js';
import { readPlan } from '../../cluster/plan-file.js';
import { type FolderState, folderState } from '../../cluster/status.js';
import { notices } from '../../../bindings/words/errors/program/notices.js';
import type { Told } from '../../../bindings/words/told.js';
import { type Host, inLanguage, print } from '../../host.js';
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
    print(host, json ? JSON.stringify(status) : told(state, name).map(inLanguage(host)).join('\n'));
    if (!watch || status.done + status.failed.length === status.parts) return;
    await wait(EVERY_MS);
  }
}

/** Maximum number of failures that are named. */
const NAMED = 5;

function told({ status, running }: FolderState, name: string): Told[] {
  const { parts, done, partial, missing, failed, resubmit, replicatesDone, replicates } = status;
  const counts = { parts, done, partial, missing, failed: failed.length, running };
  const share = bar(replicatesDone / replicates);
  return [
    notices['state-replicates']({
      bar: share,
      done: grouped(replicatesDone),
      all: grouped(replicates),
    }),
    notices['state-parts'](counts),
    ...failed
      .slice(0, NAMED)
      .map(({ part, code, message }) => notices['part-failed']({ part, code, message })),
    ...(failed.length > NAMED ? [notices['more-failed']({ count: failed.length - NAMED })] : []),
    ...(resubmit === '' ? [] : [notices.again({ parts: resubmit })]),
    ...(done === parts ? [notices['all-done']({ place: shellWord(name) })] : []),
  ];
}

const WIDTH = 30;

function bar(share: number): string {
  const full = Math.floor(WIDTH * share);
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}
