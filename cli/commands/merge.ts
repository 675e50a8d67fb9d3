import type { Command } from 'commander';
import { InputError, mergeShards, type ShardFile } from '../../bindings/index.js';
import type { Host } from '../host.js';
import { readBytes } from '../io.js';
import { checkOutputs } from '../outputs.js';
import { replicatesPath } from '../bootstrap/replicates.js';
import { type ReportFlags, withReportOptions } from '../report-options.js';
import { report } from '../run.js';

interface MergeOptions extends ReportFlags {
  readonly json?: boolean;
  readonly replicates?: string;
}

const examples = `
Examples, from a checkout:
  npx wasmetrics fit examples/employment.yaml --shard 1/2
  npx wasmetrics fit examples/employment.yaml --shard 2/2
  npx wasmetrics merge shard-1-of-2.wasmreps shard-2-of-2.wasmreps`;

/** `wasmetrics merge a b c`: the result of a bootstrap from its shards. */
export function addMerge(program: Command, host: Host): void {
  const command = program
    .command('merge')
    .description('merge the shards of a bootstrap into the result of a single run')
    .argument('<shards...>', 'files written with --shard, on any machines');
  withReportOptions(command)
    .option('--json', 'print the result and errors as JSON')
    .option('--replicates <file>', 'write all replicates to a .csv or .arrow file', replicatesPath)
    .addHelpText('after', examples)
    .action(async (paths: readonly string[], options: MergeOptions) => {
      const shards = paths.map((path) => ['a shard', path] as const);
      await checkOutputs(host, [['--replicates', options.replicates]], shards);
      const merged = await mergeShards(
        await Promise.all(paths.map((path) => shardFile(host, path))),
      );
      host.exitCode = await report(host, merged, options);
    });
}

async function shardFile(host: Host, path: string): Promise<ShardFile> {
  const bytes = await readBytes(host, path);
  if (bytes !== undefined) return { name: path, bytes };
  throw new InputError('file-not-found', `${path}: file not found`, { file: path });
}
