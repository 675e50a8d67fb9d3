/** Runs one part of a job folder. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  EconError,
  type JobRunner,
  readPart,
  type Shard,
  shardRange,
  type ShardResult,
} from '../../bindings/index.js';
import { runShard } from '../bootstrap/bootstrap.js';
import { Interrupted } from '../exit.js';
import { type Host, printError } from '../host.js';
import { type RunCommand, untilBootstrap } from './commands.js';
import { frozenInputs } from './inputs.js';
import { clearFailure, markRunning, partPath, setAside, writeFailure } from './part-files.js';
import type { Plan } from './plan-file.js';
import { stoppable } from './stopping.js';

export interface PartOptions {
  readonly shard: Shard;
  /** Seconds after which the part is written and ends. */
  readonly maxTime?: number | undefined;
  readonly progress?: boolean | undefined;
  readonly json?: boolean | undefined;
  /** Runs the replicates elsewhere. */
  readonly runner?: JobRunner | undefined;
}

/** What became of a part; `stopped` before its first replicate has no result. */
export type PartOutcome = ShardResult | 'stopped' | 'done before';

/** Computes what is missing of a part. A failure is noted in the folder and thrown. */
export async function runPart(
  host: Host,
  runCommand: RunCommand,
  folder: string,
  plan: Plan,
  options: PartOptions,
): Promise<PartOutcome> {
  const { shard } = options;
  if (await isDone(host, folder, plan, shard)) return 'done before';
  const unmark = await markRunning(folder, shard);
  try {
    await clearFailure(folder, shard);
    return await stoppable(host, options.maxTime, (stopping) =>
      compute(stopping, runCommand, { folder, plan }, options),
    );
  } catch (error) {
    if (error instanceof Interrupted) return 'stopped';
    await writeFailure(folder, shard, failureOf(error));
    throw error;
  } finally {
    await unmark();
  }
}

async function compute(
  host: Host,
  runCommand: RunCommand,
  { folder, plan }: { readonly folder: string; readonly plan: Plan },
  { shard, progress, json, runner }: PartOptions,
): Promise<ShardResult> {
  const input = await frozenInputs(folder, plan.cwd, plan.inputs);
  const checkpoint = partPath(folder, shard, 'replicates');
  const { workers } = plan;
  const running = { shard, checkpoint, resume: true, workers, progress, json, runner };
  const result = await untilBootstrap(runCommand, plan.command, { host, input }, (fit, spec) =>
    runShard(host, fit, spec, running),
  );
  if (result === undefined) throw new Error('the command of the plan has no bootstrap');
  return result;
}

/** True if the file of the part is whole. A broken file is set aside, and said. */
async function isDone(host: Host, folder: string, plan: Plan, shard: Shard): Promise<boolean> {
  const path = partPath(folder, shard, 'replicates');
  const bytes = await readFile(path).catch(() => undefined);
  if (bytes === undefined) return false;
  try {
    const { ranges } = await readPart({ name: basename(path), bytes }, plan.work.run);
    const { first, end } = shardRange(shard, plan.work.replicates);
    return ranges.length === 1 && ranges[0]!.first === first && ranges[0]!.end === end;
  } catch (error) {
    if (!(error instanceof EconError) || error.code !== 'bad-checkpoint') throw error;
    await setAside(path);
    printError(host, `wasmetrics: ${error.message}; it is set aside as ${basename(path)}.bad`);
    return false;
  }
}

function failureOf(error: unknown): { code: string; message: string } {
  const { code = 'unexpected', message = String(error) } = error as Partial<EconError>;
  return { code, message };
}
