/** A bootstrap whose replicates are already stored, summarised in memory that does not grow with their number. */
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { otherReplicates } from '../../../words/errors/bootstrap/checkpoints.js';
import { asyncRead } from '../../../words/expectations/bootstrap.js';
import * as wanted from '../../../words/expectations/checkpoints.js';
import { listOfRanges } from '../../../words/expectations/core/jobs.js';
import { aFunction } from '../../../words/expectations/values.js';
import { expects } from '../../../words/expects.js';
import { badArgument, checkArgument, checkKeys } from '../../../core/arguments/arguments.js';
import { engineFor } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import type { RepeatedWork, StoredChunks } from '../../../core/jobs/job-runner.js';
import { requireContext } from '../../../models/context.js';
import type { FitResult } from '../../../results/fit.js';
import { withBootstrap } from '../bootstrap.js';
import { type BootstrapOptions, checkOptions } from '../options.js';
import { replicateStudy } from '../prepared.js';
import { planOf } from '../plan/any.js';
import { anyMethod, isSlow } from '../running/any.js';
import { completeSummary } from '../running/method.js';
import { sizesOf } from '../running/run.js';
import { checkFits, type Chunk, collectReplicates, type Replicates } from '../replicates.js';
import { expressionsOf } from '../summary/functions.js';
import { observe } from '../summary/running-errors.js';
import { canStream, type StoredReplicates, summarizeStored } from './summarize-stored.js';
import * as v from 'valibot';

/** Finds the stored chunks of the replicates of a bootstrap; undefined if they are not stored. */
export type FindChunks = (work: RepeatedWork) => Promise<StoredChunks | undefined>;

const isFunction = (value: unknown) => typeof value === 'function';
const reads = v.custom<() => AsyncIterable<Chunk>>(isFunction, expects(aFunction()));
const range = v.looseObject({ first: v.number(), end: v.number() });
const chunksSchema = v.looseObject(
  { missing: v.array(range, expects(listOfRanges())), read: reads },
  expects(wanted.chunksToRead()),
);
const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** The form of stored replicates that are read in passes. */
export const storedSchema = v.looseObject(
  { reps: whole, completed: whole, width: whole, statistics: v.array(v.string()), read: reads },
  expects(wanted.storedReplicates()),
);

const finder = v.custom<FindChunks>(isFunction, expects(aFunction()));

/**
 * Summarises the stored replicates of a bootstrap, with the bits of `bootstrap`. It reads them several times, in order.
 * Returns undefined if they are not stored, or if the summary needs all of them in memory: for intervals `bca` and
 * `inverted`, wild schemes and tests of instruments.
 *
 * @throws InputError as `bootstrap`, and `bad-checkpoint` for chunks of something else; ConvergenceError when more
 *   than half of the replicates failed
 */
export async function bootstrapStored(
  fit: FitResult,
  options: BootstrapOptions,
  find: FindChunks,
): Promise<{ readonly result: FitResult; readonly replicates: StoredReplicates } | undefined> {
  options = checkOptions(options);
  checkArgument('bootstrapStored', 'find', finder, find);
  options.signal?.throwIfAborted();
  const plan = planOf(fit, requireContext('bootstrap', fit), options);
  if (!canStream(plan.summary)) return undefined;
  const engine = await engineFor(options.engine ?? plan.context.engine);
  const expressions = await expressionsOf(engine, fit, plan.summary.expressions);
  const summary = await completeSummary(engine, plan, expressions, anyMethod);
  const task = await anyMethod.readyTask(engine, plan);
  const { range, width, statistics } = plan;
  const { smallest } = sizesOf(isSlow(task));
  const shared = { subject: 'bootstrap', build: engine.info, ranges: [range], partly: true };
  const chunks = await find({ ...shared, task, smallest });
  options.signal?.throwIfAborted();
  if (chunks === undefined) return undefined;
  checkArgument('bootstrapStored', 'chunks', chunksSchema, chunks);
  const reps = range.end - range.first;
  const missing = chunks.missing.reduce((sum, { first, end }) => sum + end - first, 0);
  const read = () => readChecked(chunks, width);
  const enough = missing > 0 ? undefined : await enoughOf(fit, read(), width, summary.precision);
  const replicates: StoredReplicates = {
    reps,
    width,
    statistics,
    completed: enough ?? reps - missing,
    enough: enough !== undefined,
    read: enough === undefined ? read : () => firstOf(read(), enough, width),
  };
  const bootstrapped = await summarizeStored(engine, fit, replicates, summary, expressions);
  return { result: withBootstrap(fit, bootstrapped), replicates };
}

/**
 * Reads stored replicates into memory.
 *
 * @throws InputError `too-many-replicates`, `bad-value`, and `bad-checkpoint` for chunks of something else
 */
export async function collectStored(
  stored: StoredReplicates,
  options: LocalOptions = {},
): Promise<Replicates> {
  checkKeys('collectStored', localSchemas, options);
  checkArgument('collectStored', 'stored', storedSchema, stored);
  return inOnePiece(options, async () => {
    const { reps, completed, width, statistics } = stored;
    checkFits(completed, width);
    const collected = collectReplicates({ first: 0, end: reps }, width, { statistics });
    for await (const chunk of readChecked(stored, width)) collected.add(chunk);
    return collected.inOrder();
  });
}

type Reading = Pick<StoredChunks, 'read' | 'place'>;

async function* readChecked({ read, place }: Reading, width: number): AsyncGenerator<Chunk> {
  const chunks = read();
  if (typeof chunks?.[Symbol.asyncIterator] !== 'function') {
    throw badArgument('bootstrap', 'read', asyncRead(), chunks);
  }
  let next = 0;
  for await (const chunk of chunks) {
    const range = replicateStudy.rangeOf!(chunk);
    if (range === undefined || range.first < next || widthOf(chunk as Chunk) !== width) {
      const subject = place?.() ?? 'bootstrap';
      throw new InputError(otherReplicates({ place: subject, width }), subject);
    }
    next = range.end;
    yield chunk as Chunk;
  }
}

function widthOf({ values, count }: Chunk): number {
  return values.length / count;
}

/** The number of replicates at which the required precision was first reached. */
async function enoughOf(
  { params }: FitResult,
  chunks: AsyncIterable<Chunk>,
  width: number,
  precision: number | undefined,
): Promise<number | undefined> {
  if (precision === undefined) return undefined;
  const errors = observe(Object.values(params), width, precision);
  for await (const chunk of chunks) {
    errors.take(chunk);
    if (errors.enough !== undefined) break;
  }
  return errors.enough;
}

/** The replicates with a number below `end`. */
async function* firstOf(
  chunks: AsyncIterable<Chunk>,
  end: number,
  width: number,
): AsyncGenerator<Chunk> {
  for await (const chunk of chunks) {
    const count = Math.min(chunk.count, end - chunk.first);
    if (count <= 0) return;
    const values = chunk.values.subarray(0, count * width);
    yield { ...chunk, count, values, statuses: chunk.statuses.subarray(0, count) };
  }
}
