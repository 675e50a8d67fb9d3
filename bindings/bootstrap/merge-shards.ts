import { loadEngine } from '../core/engine.js';
import { InputError } from '../core/errors.js';
import type { FitResult } from '../results/fit.js';
import { withBootstrap } from './bootstrap.js';
import { type Checkpoint, decodeCheckpoint } from './storage/checkpoint.js';
import { checkSameRun } from './storage/identity.js';
import { statisticNames } from './summary/layout.js';
import { checkFits, collectReplicates, type Replicates } from './replicates.js';
import { firstEnough } from './summary/summarize.js';
import { shardRange } from '../jobs/range.js';
import { summarizeRun } from './summary/summary.js';

/** The bytes of a shard, and its name in messages, such as that of its file. */
export interface ShardFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

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
  const shards = await Promise.all(
    files.map(async ({ name, bytes }) => ({ name, ...(await decodeCheckpoint(name, bytes)) })),
  );
  const [first] = shards;
  if (first === undefined) {
    throw new InputError('missing-shards', 'merge: expected at least one shard, found none');
  }
  const engine = await loadEngine();
  const expected = comparable(first);
  checkSameRun(first.name, expected, { ...expected, build: engine.info.sha256 });
  for (const shard of shards) checkSameRun(shard.name, comparable(shard), expected);
  const { fit, width, summary, run } = first;
  checkComplete(shards, run.reps);
  checkFits(run.reps, width);
  const params = Object.keys(fit.params).length;
  const each = fit.estimator === 'dpd' ? 0 : width / params - 1;
  const statistics = statisticNames(fit, summary, each);
  const collected = collectReplicates({ first: 0, end: run.reps }, width, { statistics });
  for (const { chunks } of shards) chunks.forEach(collected.add);
  const all = collected.inOrder();
  const enough = firstEnough(fit, all, summary.precision);
  const replicates = enough === undefined ? all : collected.inOrder(enough);
  const bootstrapped = summarizeRun(engine, fit, replicates, summary);
  return { result: withBootstrap(fit, bootstrapped), replicates };
}

type Named = Checkpoint & { readonly name: string };

/** Extracts what all shards must have in common: the run and the options of its summary. */
function comparable({ run, shard, summary, fit }: Checkpoint) {
  const { ci, level, pValue, precision, tests, expressions, jackknife } = summary;
  const { version } = fit.engine;
  return {
    ...run,
    version,
    shards: shard.of,
    ci,
    level,
    pValue,
    precision,
    tests,
    expressions,
    jackknife,
  };
}

/** Throws InputError unless each shard is there once and finished. */
function checkComplete(shards: readonly Named[], reps: number): void {
  const of = shards[0]!.shard.of;
  const indices = Array.from({ length: of }, (_, i) => i + 1);
  const filesOf = (index: number) =>
    shards.filter(({ shard }) => shard.index === index).map(({ name }) => name);
  const twice = indices.filter((index) => filesOf(index).length > 1);
  if (twice.length > 0) {
    const words = twice.map((index) => `shard ${index}/${of} in ${filesOf(index).join(' and ')}`);
    const message = `merge: expected each shard once, found ${words.join('; ')}`;
    throw new InputError('duplicate-shards', message, { shards: twice });
  }
  const missing = indices.filter((index) => filesOf(index).length === 0);
  if (missing.length > 0) {
    const message = `merge: expected ${of} shards, found ${shards.length}: missing ${missing.map((index) => `${index}/${of}`).join(', ')}`;
    throw new InputError('missing-shards', message, { shards: missing });
  }
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
