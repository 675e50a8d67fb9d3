import type { Command } from 'commander';
import { openJobFolder } from '../../cluster/buckets/job-folder.js';
import type { RunCommand } from '../../cluster/discover.js';
import { mergeFolder, type MergeFolderOptions } from '../../cluster/merge-folder.js';
import { type Host, locate } from '../../host.js';

interface MergeOptions {
  readonly json?: boolean;
  readonly allowPartial?: boolean;
  readonly out?: string;
}

const examples = `
Example:
  wasmetrics merge job`;

/** `wasmetrics merge FOLDER`: what the planned command prints and writes, from the parts of a job folder. */
export function addMerge(program: Command, host: Host, runCommand: RunCommand): void {
  program
    .command('merge')
    .description('print and write what the command of a job folder would on one machine')
    .argument('<folder>', 'folder that wasmetrics plan wrote, or s3://bucket/prefix')
    .option('--json', 'print the result and errors as JSON')
    .option(
      '--out <folder>',
      'where the command writes its files (default: outputs in the job folder)',
    )
    .option('--allow-partial', 'summarise what is there if parts are missing')
    .addHelpText('after', examples)
    .action(async (folder: string, options: MergeOptions) => {
      const { allowPartial = false, json = false } = options;
      const out = options.out === undefined ? undefined : locate(host, options.out);
      await mergeIn(host, runCommand, folder, { allowPartial, json, out });
    });
}

/** Outputs of a folder in a bucket go below the current folder, because the copy of the folder is removed. */
async function mergeIn(
  host: Host,
  runCommand: RunCommand,
  name: string,
  { out, ...options }: MergeFolderOptions,
): Promise<void> {
  const folder = await openJobFolder(host, name);
  try {
    for (const start of ['plan.json', 'inputs/', 'parts/']) await folder.fetch(start);
    const place = out ?? (folder.isCopy ? locate(host, 'outputs') : undefined);
    host.exitCode = await mergeFolder(host, runCommand, folder.path, { ...options, out: place });
  } finally {
    await folder.close();
  }
}
