import type { Command } from 'commander';
import type { Shard } from '../../bindings/index.js';
import type { RunCommand } from '../cluster/commands.js';
import { readPlan } from '../cluster/plan-file.js';
import { type PartOutcome, runPart } from '../cluster/run-part.js';
import { durationOf } from '../cluster/stopping.js';
import { exitCodes } from '../exit.js';
import { type Host, locate, print } from '../host.js';
import { grouped } from '../progress/words.js';
import { shardOf } from '../run.js';

interface RunFolderOptions {
  readonly shard: Shard;
  readonly maxTime?: number;
  readonly progress?: boolean;
  readonly json?: boolean;
}

const notes = `
Exit codes: 0 the part is done; 75 it was stopped, by the time limit or a signal, and continues when it runs again.
After any other code it would fail again.

Examples:
  wasmetrics run job --shard $SLURM_ARRAY_TASK_ID/200 --max-time 55m
  wasmetrics run job --shard $((JOB_COMPLETION_INDEX + 1))/200`;

/** `wasmetrics run FOLDER --shard k/N`: computes a part of a job folder. */
export function addRun(program: Command, host: Host, runCommand: RunCommand): void {
  program
    .command('run')
    .description('compute a part of a job folder, or continue it')
    .argument('<folder>', 'folder that wasmetrics plan wrote')
    .requiredOption('--shard <k/N>', 'part k of N, from 1; N may differ from the plan', shardOf)
    .option(
      '--max-time <duration>',
      'write what is finished after this time, such as 55m',
      durationOf,
    )
    .option('--progress', 'always report progress')
    .option('--no-progress', 'never report progress')
    .option('--json', 'print the part and errors as JSON')
    .addHelpText('after', notes)
    .action(async (name: string, options: RunFolderOptions) => {
      const folder = locate(host, name);
      const plan = await readPlan(host, folder);
      const outcome = await runPart(host, runCommand, folder, plan, options);
      print(host, options.json === true ? json(outcome, options.shard) : words(outcome, options));
      const again = outcome === 'stopped' || (outcome !== 'done before' && outcome.partial);
      host.exitCode = again ? exitCodes.again : exitCodes.ok;
    });
}

function json(outcome: PartOutcome, { index, of }: Shard): string {
  if (outcome === 'stopped')
    return JSON.stringify({ part: { index, of, completed: 0, partial: true } });
  if (outcome === 'done before') return JSON.stringify({ part: { index, of, partial: false } });
  return JSON.stringify({ part: outcome });
}

function words(outcome: PartOutcome, { shard: { index, of } }: RunFolderOptions): string {
  const part = `part ${index}/${of}`;
  if (outcome === 'stopped') return `${part}: stopped before its first replicates; run it again`;
  if (outcome === 'done before') return `${part}: done before`;
  const { first, end, completed, partial } = outcome;
  const range = `replicates ${grouped(first)} to ${grouped(end - 1)}`;
  if (partial) return `${part}: PARTIAL: ${grouped(completed)} of the ${range}; run it again`;
  return `${part}: ${range}`;
}
