import { notices, type Repeated } from '../../../bindings/words/errors/program/notices.js';
import { type Command } from 'commander';
import type { JobRunner } from '../../../bindings/entries/jobs.js';
import { usageValue } from '../../../bindings/words/errors/program/usage.js';
import { misuse } from '../../../bindings/words/errors/program/commands.js';
import { type JobFolder, openJobFolder } from '../../cluster/buckets/job-folder.js';
import { jobNames } from '../../cluster/merge-folder.js';
import { prefixOf } from '../../cluster/part-files.js';
import { type Plan, readPlan } from '../../cluster/plan-file.js';
import { loadQueue, typedError, queueTrust } from '../../cluster/queue.js';
import { type PartOutcome, runPart } from '../../cluster/run-part.js';
import { durationOf } from '../../cluster/stopping.js';
import type { Shard } from '../../cluster/works/pieces.js';
import { exitCodes, invalid, usage } from '../../exit.js';
import { type Host, inLanguage, notice, print } from '../../host.js';
import type { Told } from '../../../bindings/words/told.js';
import { refitReporter } from '../../refits.js';

interface RunFolderOptions {
  readonly shard?: Shard;
  readonly redis?: string | true;
  readonly store?: string;
  readonly queue?: string;
  readonly trustQueue?: boolean;
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

/** `wasmetrics run FOLDER --shard k/N`: computes one part of a job folder. */
export function addRun(program: Command, host: Host): void {
  program
    .command('run')
    .description('compute a part of a job folder, or continue it')
    .argument('<folder>', 'folder that wasmetrics plan wrote, or s3://bucket/prefix')
    .option('--shard <k/N>', 'part k of N, from 1; N may differ from the plan', shardOf)
    .option(
      '--redis [url]',
      'compute over a queue of wasmetrics worker, without --shard all parts (default: REDIS_URL of the environment)',
    )
    .option(
      '--store <address>',
      'queue: where the data go: redis, folder:/path or s3://bucket/prefix (default: redis)',
    )
    .option('--queue <name>', 'name of the queue (default: wasmetrics)')
    .option(
      '--trust-queue',
      'queue: trust everybody who reaches the server, without WASMETRICS_QUEUE_KEY',
    )
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
      const folder = await openJobFolder(host, name);
      const { plan, outcome } = await runIn(host, folder, options).finally(() => folder.close());
      const { json } = options;
      const what = jobNames(plan.works.map(({ subject }) => subject));
      print(
        host,
        json === true ? JSON.stringify({ part: outcome }) : inLanguage(host)(toldOf(outcome, what)),
      );
      host.exitCode = outcome.partial ? exitCodes.again : exitCodes.ok;
    });
}

async function runIn(host: Host, folder: JobFolder, options: RunFolderOptions) {
  await folder.fetch('plan.json');
  const plan = await readPlan(host, folder.path);
  const shard = options.shard ?? wholeOf(options);
  const runner = await runnerOf(host, plan, options);
  const part = `parts/${prefixOf(shard)}`;
  for (const start of ['works/', part]) await folder.fetch(start);
  const onProgress = refitReporter(host, options, 'jobs');
  const all = { shard, maxTime: options.maxTime, onProgress, runner };
  const outcome = await folder.sending(part, () => runPart(host, folder.path, plan, all));
  return { plan, outcome };
}

/** One part with everything, because a queue divides the work itself. */
function wholeOf({ redis }: RunFolderOptions): Shard {
  if (redis !== undefined) return { index: 1, of: 1 };
  throw usage(misuse['no-shard']());
}

async function runnerOf(
  host: Host,
  plan: Plan,
  { redis, queue, store, trustQueue }: RunFolderOptions,
): Promise<JobRunner | undefined> {
  if (redis === undefined) return undefined;
  const connection = redis === true ? process.env['REDIS_URL'] : redis;
  if (connection === undefined) {
    throw usage(misuse['no-address']());
  }
  const { bullmq } = await loadQueue();
  const onNotice = (_: string, told: Told) => notice(host, told, 'wasmetrics: ');
  const given = { connection, queue, store, parts: plan.parts, onNotice };
  try {
    const runner = bullmq({ ...given, ...queueTrust(trustQueue) });
    return {
      run: (work) => runner.run(work).catch((error: unknown) => Promise.reject(typedError(error))),
    };
  } catch (error) {
    throw typedError(error);
  }
}

function toldOf(
  { index, of, jobs, completed, before, partial }: PartOutcome,
  what: Repeated,
): Told {
  const isDone = before === jobs;
  return notices.part({ part: `${index}/${of}`, jobs, completed, before: isDone, partial, what });
}

function shardOf(text: string): Shard {
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index !== undefined && of !== undefined && index >= 1 && index <= of) return { index, of };
  throw invalid(usageValue.shard());
}
