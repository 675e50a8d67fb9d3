/** A bootstrap whose replicates are stored already, in memory that does not grow with their number. */
import { checkArgument } from '../../core/arguments.js';
import { engineInfo, loadEngine } from '../../core/engine.js';
import { EngineError } from '../../core/errors.js';
import type { RepeatedWork, StoredChunks } from '../../jobs/job-runner.js';
import { requireContext } from '../../models/fit.js';
import type { FitResult } from '../../results/fit.js';
import { withBootstrap } from '../bootstrap.js';
import type { Chunk } from '../chunk.js';
import { type BootstrapOptions, checkOptions } from '../options.js';
import { replicateStudy } from '../prepared.js';
import { checkWidth, planOf, readyTask, sizesOf, withJackknife } from '../run.js';
import { observe } from '../summary/running-errors.js';
import type { Pass } from './columns.js';
import { canStream, type StoredReplicates, summarizeStored } from './summarize-stored.js';
import * as v from 'valibot';

/** Finds the chunks of the replicates of a bootstrap; undefined if they are not stored. */
export type FindChunks = (work: RepeatedWork) => Promise<StoredChunks | undefined>;

const finder = v.custom<FindChunks>((value) => typeof value === 'function', 'a function');

/**
 * Summarises the stored replicates of a bootstrap, with the bits of `bootstrap`. It reads them several times, in order.
 * Returns undefined if they are not stored, or if the summary needs all of them in memory: for intervals `bca` and
 * `inverted`, wild schemes and tests of instruments.
 *
 * @throws InputError as `bootstrap`; EngineError `runner-failed` for chunks of something else; ConvergenceError when more
 *   than half of the replicates failed
 */
export async function bootstrapStored(
  fit: FitResult,
  options: BootstrapOptions,
  find: FindChunks,
): Promise<{ readonly result: FitResult; readonly replicates: StoredReplicates } | undefined> {
  checkOptions(options);
  checkArgument('bootstrapStored', 'find', finder, find);
  const plan = planOf(fit, requireContext('bootstrap', fit), options);
  if (!canStream(plan.summary)) return undefined;
  const engine = options.engine ?? (await loadEngine());
  const summary = await withJackknife(engine, plan);
  const task = readyTask(engine, plan);
  const { range, width, statistics } = plan;
  const { smallest } = sizesOf(task);
  const shared = { subject: 'bootstrap', build: engineInfo, ranges: [range], partly: true };
  const chunks = await find({ ...shared, task, smallest });
  if (chunks === undefined) return undefined;
  const reps = range.end - range.first;
  const missing = chunks.missing.reduce((sum, { first, end }) => sum + end - first, 0);
  const all = passOver(chunks, width);
  const enough = missing > 0 ? undefined : await enoughOf(fit, all, width, summary.precision);
  const replicates: StoredReplicates = {
    ...{ reps, width, statistics },
    completed: enough ?? reps - missing,
    enough: enough !== undefined,
    pass: enough === undefined ? all : firstOf(all, enough, width),
  };
  const bootstrapped = await summarizeStored(engine, fit, replicates, summary);
  return { result: withBootstrap(fit, bootstrapped), replicates };
}

function passOver(chunks: StoredChunks, width: number): Pass {
  return async (visit) => {
    let next = 0;
    for await (const chunk of chunks.read()) {
      const range = replicateStudy.rangeOf!(chunk);
      if (range === undefined || range.first < next) {
        const message =
          'bootstrap: expected stored replicates in their order, found something else; compute them again';
        throw new EngineError('runner-failed', message);
      }
      checkWidth(chunk as Chunk, width);
      next = range.end;
      visit(chunk as Chunk);
    }
  };
}

/** The number of replicates at which the precision was first reached. */
async function enoughOf(
  { params }: FitResult,
  pass: Pass,
  width: number,
  precision: number | undefined,
): Promise<number | undefined> {
  if (precision === undefined) return undefined;
  const errors = observe(Object.values(params), width, precision);
  await pass(errors.take);
  return errors.enough;
}

/** The pass over the replicates with a number below `end`. */
function firstOf(pass: Pass, end: number, width: number): Pass {
  return (visit) =>
    pass((chunk) => {
      const count = Math.min(chunk.count, end - chunk.first);
      if (count === chunk.count) visit(chunk);
      else if (count > 0) {
        const values = chunk.values.subarray(0, count * width);
        visit({ ...chunk, count, values, statuses: chunk.statuses.subarray(0, count) });
      }
    });
}
