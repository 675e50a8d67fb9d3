/**
 * Parts of a bootstrap, computed on several machines. Unlike shards, parts of different numbers may be mixed, they may
 * overlap, and they are checked against the data.
 */
import {
  badArgument,
  checkArgument,
  checkKeys,
  flag,
  isKeyed,
} from '../../../core/arguments/arguments.js';
import { sharedEngine } from '../../../core/engine/engine.js';
import { InputError } from '../../../core/errors/errors.js';
import type { Range } from '../../../core/jobs/queue.js';
import type { FitResult } from '../../../results/fit.js';
import { withBootstrap } from '../bootstrap.js';
import { type BootstrapOptions, checkOptions } from '../options.js';
import { checkFits, collectReplicates, type Collection, type Replicates } from '../replicates.js';
import { planRun } from '../methods/every.js';
import type { RunPlan } from '../methods/method.js';
import type { Shard } from '../shard-range.js';
import { decodeCheckpoint } from '../storage/checkpoint.js';
import { checkSameRun, identify, type RunIdentity } from '../storage/identity.js';
import type { SummaryOptions } from '../summary/options.js';
import { firstEnough } from '../summary/summarize.js';
import { functionsOf } from '../summary/functions.js';
import { ofRegressions } from '../summary/regressions.js';
import { summarizeRun } from '../summary/summary.js';
import { fileSchema, filesSchema, type ShardFile } from './merge-shards.js';
import { withoutOverlaps } from './overlaps.js';
import { checkSameFit, comparable, type Named } from './same-run.js';

/** What a bootstrap computes: the run that its parts belong to, and the numbers per replicate. */
export interface BootstrapWork {
  readonly run: RunIdentity;
  readonly width: number;
}

/** What a file holds of a bootstrap. */
export interface PartContents {
  readonly name: string;
  readonly run: RunIdentity;
  readonly shard: Shard;
  /** Finished replicates, numbered from 0, in ascending order. */
  readonly ranges: readonly Range[];
  readonly completed: number;
}

export interface MergeOptions {
  /** Summarise the replicates that are there if some are missing; the result is marked `partial`. Default false. */
  readonly allowPartial?: boolean | undefined;
}

/**
 * The work of a bootstrap, which identifies its parts before any replicate is computed.
 *
 * @throws as `bootstrap` for wrong options
 */
export async function bootstrapWork(
  fit: FitResult,
  options: BootstrapOptions,
): Promise<BootstrapWork> {
  checkOptions(options);
  return workOf(planRun(fit, options));
}

async function workOf(plan: RunPlan): Promise<BootstrapWork> {
  const { context, task, options, statistics, fit, width } = plan;
  return { run: await identify(context.model, task, options.reps, statistics, fit.engine), width };
}

/**
 * Reads and validates a part: its lengths, digest, header and ranges.
 *
 * @throws InputError `bad-checkpoint`; `other-run` naming what differs if it is not a part of `run`
 */
export async function readPart(file: ShardFile, run?: RunIdentity): Promise<PartContents> {
  checkArgument('readPart', 'file', fileSchema, file);
  const { name, bytes } = file;
  const part = await decodeCheckpoint(name, bytes);
  if (run !== undefined) checkSameRun(name, part.run, plainRun(run));
  const { shard, chunks } = part;
  const ranges = chunks.map(({ first, count }) => ({ first, end: first + count }));
  const completed = chunks.reduce((sum, { count }) => sum + count, 0);
  return { name, run: part.run, shard, ranges, completed };
}

/** The run as a part has it. A caller's own object may hold what no part can. */
function plainRun(run: RunIdentity): RunIdentity {
  const refused = () => badArgument('readPart', 'run', 'the run of a part', run);
  if (!isKeyed(run)) throw refused();
  try {
    return JSON.parse(JSON.stringify(run)) as RunIdentity;
  } catch {
    throw refused();
  }
}

/**
 * Joins parts of the bootstrap of a fit. All of them together have the bits of one run.
 *
 * @throws InputError `other-run` for parts of another study, data, options or build of the core, naming what differs;
 *   `bad-checkpoint`; `unequal-parts` where two parts differ; `missing-replicates` naming them; ConvergenceError when
 *   more than half of the replicates failed
 */
export async function mergeParts(
  fit: FitResult,
  options: BootstrapOptions,
  files: readonly ShardFile[],
  mergeOptions: MergeOptions = {},
): Promise<{ readonly result: FitResult; readonly replicates: Replicates }> {
  checkOptions(options);
  checkArgument('mergeParts', 'files', filesSchema, files);
  checkKeys('mergeParts', { allowPartial: flag }, mergeOptions);
  const plan = planRun(fit, options);
  const { run, width } = await workOf(plan);
  checkFits(run.reps, width, options.memory);
  const parts: Named[] = [];
  for (const { name, bytes } of files) {
    const part = { name, ...(await decodeCheckpoint(name, bytes)) };
    const summary = { ...part.summary, jackknife: undefined, inverted: undefined };
    const planned = comparable({ run, summary: plan.summary, fit });
    checkSameRun(name, comparable({ ...part, summary }), planned);
    checkSameFit(part, { name: 'the data', fit });
    if (parts.length > 0) checkSameRun(name, comparable(part), comparable(parts[0]!));
    parts.push(part);
  }
  const collected = collectReplicates({ first: 0, end: run.reps }, width, {
    statistics: plan.statistics,
  });
  const named = parts.flatMap(({ name, chunks }) => chunks.map((chunk) => ({ name, chunk })));
  withoutOverlaps(named, width).forEach(collected.add);
  checkWhole(collected, run.reps, mergeOptions.allowPartial === true);
  return summarized(plan, collected, parts[0]!.summary);
}

async function summarized({ fit }: RunPlan, collected: Collection, summary: SummaryOptions) {
  const all = collected.inOrder();
  const enough = firstEnough(fit, all, summary.precision);
  const replicates = enough === undefined ? all : collected.inOrder(enough);
  const engine = await sharedEngine();
  const functions = await functionsOf(engine, fit, summary.expressions);
  const bootstrapped = summarizeRun(engine, fit, replicates, summary, {
    functions,
    regressions: ofRegressions,
  });
  return { result: withBootstrap(fit, bootstrapped), replicates };
}

/** Missing ranges that a message names. */
const NAMED = 8;

function checkWhole(collected: Collection, reps: number, allowPartial: boolean): void {
  const { completed } = collected;
  if (completed === reps || (allowPartial && completed > 0)) return;
  const gaps = collected.gaps();
  const names = gaps.slice(0, NAMED).map(({ first, end }) => `${first} to ${end - 1}`);
  const more = gaps.length > NAMED ? ` and ${gaps.length - NAMED} more ranges` : '';
  const wayOut = completed > 0 ? 'compute them or allow a partial result' : 'compute them';
  const message = `merge: expected ${reps} replicates, found ${completed}: missing ${names.join(', ')}${more}; ${wayOut}`;
  throw new InputError('missing-replicates', message, { completed, reps, missing: gaps });
}
