import * as v from 'valibot';
import { checkArgument, listOf } from '../../../core/arguments/arguments.js';
import { sharedEngine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import type { FitResult } from '../../../results/fit.js';
import { withBootstrap } from '../bootstrap.js';
import { decodeCheckpoint } from '../storage/checkpoint.js';
import { checkSameRun } from '../storage/identity.js';
import { checkFits, collectReplicates, type Replicates } from '../replicates.js';
import { firstEnough } from '../summary/summarize.js';
import { shardRange } from '../shard-range.js';
import { functionsOf } from '../summary/functions.js';
import { ofRegressions } from '../summary/regressions.js';
import { summarizeRun } from '../summary/summary.js';
import { checkSameFit, comparable, type Named } from './same-run.js';

/** The bytes of a shard, and its name in messages, such as that of its file. */
export interface ShardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const fileSchema = v.looseObject(
  { name: v.string('a name'), bytes: v.instance(Uint8Array, 'bytes in a Uint8Array') },
  'a file {name, bytes}',
);
export const filesSchema = listOf(fileSchema, 'a list of {name, bytes}');

/**
 * Joins the shards of a bootstrap. The result has the bits of one run.
 *
 * @throws InputError `other-run` for shards of different runs or of another build of the core, naming
 *   what differs; `bad-checkpoint`; `duplicate-shards`, `missing-shards`, `unfinished-shards` naming them;
 *   ConvergenceError when more than half of the replicates failed
 */
export async function mergeShards(
  files: readonly ShardFile[],
): Promise<{ readonly result: FitResult; readonly replicates: Replicates }> {
  checkArgument('merge', 'files', filesSchema, files);
  const shards = await Promise.all(
    files.map(async ({ name, bytes }) => ({ name, ...(await decodeCheckpoint(name, bytes)) })),
  );
  const first: Named | undefined = shards[0];
  if (first === undefined) {
    throw new InputError('missing-shards', 'merge: expected at least one shard, found none');
  }
  const engine = await sharedEngine();
  const expected = inShards(first);
  checkSameRun(first.name, expected, { ...expected, build: engine.info.sha256 });
  for (const shard of shards) {
    checkSameRun(shard.name, inShards(shard), expected);
    checkSameFit(shard, first);
  }
  const { fit, width, summary, run } = first;
  checkComplete(shards, run.reps);
  checkFits(run.reps, width);
  const { statistics } = run;
  const collected = collectReplicates({ first: 0, end: run.reps }, width, { statistics });
  for (const { chunks } of shards) chunks.forEach(collected.add);
  const all = collected.inOrder();
  const enough = firstEnough(fit, all, summary.precision);
  const replicates = enough === undefined ? all : collected.inOrder(enough);
  const functions = await functionsOf(engine, fit, summary.expressions);
  const bootstrapped = summarizeRun(engine, fit, replicates, summary, {
    functions,
    regressions: ofRegressions,
  });
  return { result: withBootstrap(fit, bootstrapped), replicates };
}

/** What all shards of a bootstrap share, with their number. */
function inShards(shard: Named) {
  return { ...comparable(shard), shards: shard.shard.of };
}

/** Throws InputError unless each shard is there once and finished. */
function checkComplete(shards: readonly Named[], reps: number): void {
  const of = shards[0]!.shard.of;
  const filesOf = (index: number) =>
    shards.filter(({ shard }) => shard.index === index).map(({ name }) => name);
  const present = [...new Set(shards.map(({ shard }) => shard.index))].sort((a, b) => a - b);
  const twice = present.filter((index) => filesOf(index).length > 1);
  if (twice.length > 0) {
    const words = twice.map((index) => `shard ${index}/${of} in ${filesOf(index).join(' and ')}`);
    const message = `merge: expected each shard once, found ${words.join('; ')}`;
    throw new InputError('duplicate-shards', message, { shards: twice });
  }
  if (present.length < of) throw missingShards(present, of);
  const short = shards.flatMap(({ name, shard, chunks }) => {
    const { first, end } = shardRange(shard, reps);
    const done = chunks.reduce((sum, { count }) => sum + count, 0);
    if (done === end - first) return [];
    return [`${name} (shard ${shard.index}/${of}) has ${done} of its ${end - first} replicates`];
  });
  if (short.length > 0) {
    const message = `merge: expected finished shards; resume them: ${short.join('; ')}`;
    throw new InputError('unfinished-shards', message, { shards: short });
  }
}

/** Missing shards that a message names. */
const NAMED = 20;

function missingShards(present: readonly number[], of: number): InputError {
  const missing: number[] = [];
  for (let index = 1; index <= of && missing.length < NAMED; index++) {
    if (!present.includes(index)) missing.push(index);
  }
  const more = of - present.length - missing.length;
  const names = missing.map((index) => `${index}/${of}`).join(', ');
  const rest = more > 0 ? ` and ${more} more` : '';
  const message = `merge: expected ${of} shards, found ${present.length}: missing ${names}${rest}`;
  return new InputError('missing-shards', message, { shards: missing });
}
