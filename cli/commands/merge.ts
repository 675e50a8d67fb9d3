import { stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { InputError, mergeShards, type ShardFile } from '../../bindings/index.js';
import { isInBucket, openJobFolder } from '../cluster/buckets/job-folder.js';
import type { RunCommand } from '../cluster/discover.js';
import { mergeFolder, type MergeFolderOptions } from '../cluster/merge-folder.js';
import { usage } from '../exit.js';
import { type Host, locate } from '../host.js';
import { readBytes } from '../io.js';
import { checkOutputs } from '../outputs.js';
import { replicatesPath } from '../bootstrap/replicates-path.js';
import { type ReportFlags, withReportOptions } from '../options/report-options.js';
import { report } from '../run.js';

interface MergeOptions extends ReportFlags {
  readonly json?: boolean;
  readonly replicates?: string;
  readonly allowPartial?: boolean;
  readonly out?: string;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics fit examples/employment.yaml --shard 1/2
  npx wasmetrics fit examples/employment.yaml --shard 2/2
  npx wasmetrics merge shard-1-of-2.wasmreps shard-2-of-2.wasmreps`;

/** `wasmetrics merge a b c` or `merge FOLDER`: the result of a bootstrap from its shards or from a job folder. */
export function addMerge(program: Command, host: Host, runCommand: RunCommand): void {
  const command = program
    .command('merge')
    .description('merge the shards of a bootstrap into the result of a single run')
    .argument(
      '<shards...>',
      'files written with --shard, or one folder of wasmetrics plan, or its s3://bucket/prefix',
    );
  withReportOptions(command)
    .option('--json', 'print the result and errors as JSON')
    .option(
      '--out <folder>',
      'job folder: where the command writes its files (default: outputs in the job folder)',
    )
    .option('--allow-partial', 'job folder: summarise what is there if parts are missing')
    .option('--replicates <file>', 'write all replicates to a .csv or .arrow file', replicatesPath)
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: MergeOptions) => {
      const [folder] = paths;
      if (paths.length === 1 && (await isFolder(host, folder!))) {
        checkFolderOptions(command);
        const { allowPartial = false, json = false } = options;
        const out = options.out === undefined ? undefined : locate(host, options.out);
        await mergeIn(host, runCommand, folder!, { allowPartial, json, out });
        return;
      }
      if (options.allowPartial === true) throw usage('--allow-partial needs a job folder');
      if (options.out !== undefined) throw usage('--out needs a job folder');
      const shards = paths.map((path) => ['a shard', path] as const);
      await checkOutputs(host, [['--replicates', options.replicates]], shards);
      const merged = await mergeShards(
        await Promise.all(paths.map((path) => shardFile(host, path))),
      );
      host.exitCode = await report(host, merged, options);
    });
}

/** Outputs of a folder in a bucket go below the present folder, as its copy is removed. */
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

async function isFolder(host: Host, path: string): Promise<boolean> {
  if (isInBucket(path)) return true;
  const stats = await stat(locate(host, path)).catch(() => undefined);
  return stats?.isDirectory() === true;
}

/** The planned command says how a folder is printed. */
function checkFolderOptions(command: Command): void {
  const given = command.options.find((option) => {
    const name = option.attributeName();
    return (
      !['allowPartial', 'json', 'out'].includes(name) &&
      command.getOptionValueSource(name) === 'cli'
    );
  });
  if (given === undefined) return;
  throw usage(`${given.long}: cannot be used with a job folder; plan the command with it`);
}

async function shardFile(host: Host, path: string): Promise<ShardFile> {
  const bytes = await readBytes(host, path);
  if (bytes !== undefined) return { name: path, bytes };
  throw new InputError('file-not-found', `${path}: file not found`, { file: path });
}
