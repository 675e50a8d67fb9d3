/** `plan.json` of a job folder: what is computed, from what, by which build, in how many parts. */
import { join } from 'node:path';
import * as v from 'valibot';
import { InputError, loadEngine, type RunIdentity } from '../../bindings/index.js';
import { writeWhole } from '../files.js';
import type { Host } from '../host.js';
import { readBytes } from '../io.js';

export const schedulers = ['slurm', 'kubernetes', 'parallel', 'bullmq'] as const;
export type Scheduler = (typeof schedulers)[number];

/** A file that the command reads. */
export interface PlannedInput {
  /** Its absolute path when the folder was planned. */
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Its copy in the folder; null where only the hash is kept. */
  readonly copy: string | null;
}

/** What a sample of the work took, and what follows for the parts. */
export interface Estimate {
  /** Replicates of the sample, and seconds per replicate on one processor. */
  readonly sampled: number;
  readonly secondsPerReplicate: number;
  /** Seconds before the first replicate: start, data and estimate. */
  readonly secondsToStart: number;
  readonly minutesEach: number;
  readonly minutesTotal: number;
  readonly megabytesEach: number;
  readonly megabytesToMerge: number;
  readonly megabytesOfParts: number;
}

export interface Plan {
  readonly kind: 'plan';
  readonly format: 1;
  readonly for: Scheduler;
  /** Arguments of the command, and the folder that its relative paths refer to. */
  readonly command: readonly string[];
  readonly cwd: string;
  readonly engine: { readonly version: string; readonly sha256: string };
  readonly inputs: readonly PlannedInput[];
  readonly work: {
    readonly kind: 'bootstrap';
    readonly replicates: number;
    /** Numbers per replicate. */
    readonly width: number;
    /** What the bits of a replicate depend on. */
    readonly run: RunIdentity;
  };
  readonly parts: number;
  /** Threads per part. */
  readonly workers: number;
  /** Minutes after which a scheduler may end a part. */
  readonly minutesLimit: number;
  readonly estimate: Estimate;
}

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const positive = v.pipe(v.number(), v.finite(), v.minValue(0));
const shape = v.object({
  kind: v.literal('plan'),
  format: v.literal(1),
  for: v.picklist(schedulers),
  command: v.pipe(v.array(v.string()), v.minLength(1)),
  cwd: v.string(),
  engine: v.object({ version: v.string(), sha256: hash }),
  inputs: v.array(
    v.object({
      path: v.string(),
      sha256: hash,
      bytes: positive,
      copy: v.nullable(v.pipe(v.string(), v.regex(/^inputs\/[^/\\]+$/))),
    }),
  ),
  work: v.object({
    kind: v.literal('bootstrap'),
    replicates: count,
    width: count,
    run: v.looseObject({ data: hash, build: hash, reps: count, seed: positive }),
  }),
  parts: count,
  workers: positive,
  minutesLimit: count,
  estimate: v.looseObject({}),
});

const fileName = 'plan.json';

/** Reads the plan of a job folder. Throws InputError `not-a-plan`, or `other-engine` if this build may not run it. */
export async function readPlan(host: Host, folder: string): Promise<Plan> {
  const path = join(folder, fileName);
  const bytes = await readBytes(host, path);
  if (bytes === undefined) {
    throw notPlan(folder, `${folder}: expected a job folder with ${fileName}, found none`);
  }
  const plan = parsePlan(path, new TextDecoder().decode(bytes));
  const { info } = await loadEngine();
  const { sha256, version } = plan.engine;
  if (info.sha256 === sha256 && info.version === version) return plan;
  const message = `${path}: expected wasmetrics ${version} with core ${sha256}, found ${info.version} with core ${info.sha256}; run the build that planned the folder, or plan it again`;
  throw new InputError('other-engine', message, { expected: plan.engine, found: info });
}

function parsePlan(path: string, json: string): Plan {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw notPlan(path, `${path}: expected JSON that wasmetrics plan wrote, found something else`);
  }
  const parsed = v.safeParse(shape, value);
  if (parsed.success) return value as Plan;
  const [{ path: keys = [], message }] = parsed.issues;
  const key = keys.map((one) => String(one.key)).join('.');
  throw notPlan(path, `${path}: ${key}: expected what wasmetrics plan writes: ${message}`);
}

function notPlan(file: string, words: string): InputError {
  return new InputError('not-a-plan', `${words}; make the folder with wasmetrics plan`, { file });
}

export async function writePlan(host: Host, folder: string, plan: Plan): Promise<void> {
  await writeWhole(host, join(folder, fileName), [JSON.stringify(plan, null, 2), '\n']);
}
