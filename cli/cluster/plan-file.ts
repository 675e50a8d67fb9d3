/** `plan.json` of a job folder: what is computed, from which files, by which build, and in how many parts. */
import { join } from 'node:path';
import * as v from 'valibot';
import { type EngineInfo, InputError, loadEngine } from '../../bindings/index.js';
import { expectationOf, expects } from '../../bindings/words/expects.js';
import * as said from '../../bindings/words/errors/program/cluster.js';
import { useBuild } from '../options/engine-build.js';
import { writeWhole } from '../files/files.js';
import type { Host } from '../host.js';
import { readBytes } from '../io.js';
import { commandShape } from './commands.js';
import { type PlannedWork, totalJobs, totalPieces } from './works/pieces.js';

export const arraySchedulers = ['slurm', 'sge', 'pbs', 'lsf'] as const;
export const schedulers = [...arraySchedulers, 'kubernetes', 'parallel', 'bullmq'] as const;
export type Scheduler = (typeof schedulers)[number];

/** A file that the command reads. */
export interface PlannedInput {
  /** Its absolute path when the folder was planned. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Its copy in the folder; null if only the hash is kept. */
  readonly copy: string | null;
}

/** Measurements of a sample of the work, and estimates for the parts. */
export interface Estimate {
  /** Jobs in the sample, and seconds per job on one processor. */
  readonly sampled: number;
  readonly secondsPerReplicate: number;
  /** Seconds before the first job, for the start and for reading the task. */
  readonly secondsToStart: number;
  readonly minutesEach: number;
  readonly minutesTotal: number;
  readonly megabytesEach: number;
  readonly megabytesToMerge: number;
  readonly megabytesOfParts: number;
}

/** The command of a plan. */
interface Command {
  /** Arguments of the command, and the folder for its relative paths. */
  readonly command: readonly string[];
  readonly cwd: string;
  /** The build that computes all parts; `run` and `merge` choose it by themselves. */
  readonly engine: EngineInfo;
  readonly inputs: readonly PlannedInput[];
}

export interface Plan extends Command {
  readonly kind: 'plan';
  readonly format: 2;
  readonly for: Scheduler;
  /** The repeated work of the command, in the order in which it runs. */
  readonly works: readonly PlannedWork[];
  /** Number of jobs, such as replicates, of all work. */
  readonly jobs: number;
  readonly parts: number;
  /** Number of threads per part. */
  readonly workers: number;
  /** Minutes after which a scheduler may end a part. */
  readonly minutesLimit: number;
  readonly estimate: Estimate;
}

/** Limits of a plan: characters of a path, and numbers of inputs, works, pieces and threads. */
const MOST_PATH = 2 ** 15;
const MOST_INPUTS = 10_000;
const MOST_WORKS = 100_000;
const MOST_PIECES = 1e7;
const MOST_THREADS = 4096;
const MOST_BYTES = 2 ** 27;

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(2 ** 31));
/** The product of two such numbers is finite. */
const positive = v.pipe(v.number(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const path = v.pipe(v.string(), v.maxLength(MOST_PATH), v.regex(/^[^\0]+$/));
const text = v.pipe(v.string(), v.maxLength(1000));
const input = v.object({
  path,
  sha256: hash,
  bytes: positive,
  copy: v.nullable(v.pipe(v.string(), v.maxLength(255), v.regex(/^inputs\/\d+-[^/\\\0]+$/))),
});
const command = {
  kind: v.literal('plan'),
  command: commandShape,
  cwd: path,
  engine: v.object({ version: text, wasm: v.picklist(['simd', 'relaxed']), sha256: hash }),
  inputs: v.pipe(v.array(input), v.maxLength(MOST_INPUTS)),
};
/** The message of a check. */
const fault = (kind: said.PlanFault) => expects(said.planFault({ kind }));

const work = v.pipe(
  v.object({
    subject: text,
    digest: hash,
    bytes: positive,
    jobs: count,
    piece: count,
    secondsPerJob: positive,
    bytesPerJob: positive,
    streams: v.boolean(),
  }),
  v.check(({ jobs, piece }) => piece <= jobs, fault('pieces')),
);
const shape = v.pipe(
  v.object({
    ...command,
    format: v.literal(2),
    for: v.picklist(schedulers),
    works: v.pipe(v.array(work), v.minLength(1), v.maxLength(MOST_WORKS)),
    jobs: count,
    parts: count,
    workers: v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MOST_THREADS)),
    minutesLimit: count,
    estimate: v.looseObject({}),
  }),
  v.check(({ works, jobs }) => jobs === totalJobs(works), fault('jobs')),
  v.check(({ works }) => totalPieces(works) <= MOST_PIECES, fault('folder')),
  v.check(({ works, parts }) => parts <= totalPieces(works), fault('parts')),
  v.check(({ works }) => areDistinct(works), fault('twice')),
);

function areDistinct(works: readonly { readonly digest: string }[]): boolean {
  return new Set(works.map(({ digest }) => digest)).size === works.length;
}

const fileName = 'plan.json';

/**
 * Reads the plan of a job folder.
 *
 * @throws InputError `not-a-plan`; `other-engine` if another build must run it
 */
export async function readPlan(host: Host, folder: string): Promise<Plan> {
  const path = join(folder, fileName);
  const bytes = await readBytes(host, path);
  if (bytes === undefined) throw new InputError(said.noPlan({ file: folder, name: fileName }));
  if (bytes.length > MOST_BYTES) {
    throw new InputError(said.largePlan({ file: path, most: MOST_BYTES, bytes: bytes.length }));
  }
  const plan = parsePlan(path, new TextDecoder().decode(bytes));
  await useBuild(plan.engine.wasm);
  const { info } = await loadEngine();
  const { sha256, version } = plan.engine;
  if (info.sha256 === sha256 && info.version === version) return plan;
  throw new InputError(said.otherEngine({ expected: plan.engine, found: info }), path);
}

function parsePlan(path: string, json: string): Plan {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new InputError(said.planNoJson({ file: path }));
  }
  const parsed = v.safeParse(shape, value);
  if (parsed.success) return value as Plan;
  const [{ path: keys = [], message }] = parsed.issues;
  const key = keys.map((issuePathItem) => String(issuePathItem.key)).join('.');
  const fault = expectationOf(message);
  throw new InputError(said.wrongPlan({ file: path, key, fault }));
}

export async function writePlan(host: Host, folder: string, plan: Plan): Promise<void> {
  await writeWhole(host, join(folder, fileName), [JSON.stringify(plan, null, 2), '\n']);
}
