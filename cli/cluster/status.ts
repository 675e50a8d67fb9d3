/** The state of a job folder, from its parts. */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  EconError,
  type PartContents,
  readPart,
  type Shard,
  shardRange,
} from '../../bindings/index.js';
import { arrayExpression } from './array.js';
import {
  isRunning,
  type PartFailure,
  partPath,
  readFailure,
  replicateFiles,
} from './part-files.js';
import type { Plan } from './plan-file.js';

/** As `status --json` prints it. */
export interface FolderStatus {
  readonly parts: number;
  readonly done: number;
  readonly partial: number;
  readonly missing: number;
  readonly failed: readonly PartFailure[];
  /** Array expression of the parts to run again: partial, missing and broken ones that do not run. */
  readonly resubmit: string;
  readonly replicatesDone: number;
  readonly replicates: number;
}

export interface FolderState {
  readonly status: FolderStatus;
  readonly running: number;
}

interface Files {
  readonly valid: readonly PartContents[];
  readonly broken: ReadonlyMap<string, EconError>;
}

/** Parts whose files are broken are computed again; other failures would happen again. */
const curable = new Set(['bad-checkpoint']);

/** Reads a folder. `parts` numbers its parts anew. */
export async function folderState(
  folder: string,
  plan: Plan,
  parts = plan.parts,
): Promise<FolderState> {
  const { replicates } = plan.work;
  const files = await readFiles(folder, plan);
  const covered = coverage(files.valid);
  const failed: PartFailure[] = [];
  const again: number[] = [];
  const counts = { done: 0, partial: 0, missing: 0, running: 0 };
  for (let index = 1; index <= parts; ++index) {
    const shard = { index, of: parts };
    const { first, end } = shardRange(shard, replicates);
    const there = countIn(covered, first, end);
    if (there === end - first) {
      counts.done += 1;
      continue;
    }
    const failure = await failureOf(folder, shard, files.broken);
    if (failure !== undefined) failed.push(failure);
    else counts[there > 0 ? 'partial' : 'missing'] += 1;
    const running = await isRunning(folder, shard);
    if (running) counts.running += 1;
    else if (failure === undefined || curable.has(failure.code)) again.push(index);
  }
  const { done, partial, missing, running } = counts;
  const resubmit = arrayExpression(again);
  const replicatesDone = countIn(covered, 0, replicates);
  return {
    status: { parts, done, partial, missing, failed, resubmit, replicatesDone, replicates },
    running,
  };
}

async function readFiles(folder: string, { work }: Plan): Promise<Files> {
  const valid: PartContents[] = [];
  const broken = new Map<string, EconError>();
  for (const path of await replicateFiles(folder)) {
    const name = basename(path);
    try {
      valid.push(await readPart({ name, bytes: await readFile(path) }, work.run));
    } catch (error) {
      if (!(error instanceof EconError)) throw error;
      broken.set(path, error);
    }
  }
  return { valid, broken };
}

async function failureOf(
  folder: string,
  shard: Shard,
  broken: Files['broken'],
): Promise<PartFailure | undefined> {
  const error = broken.get(partPath(folder, shard, 'replicates'));
  if (error === undefined) return readFailure(folder, shard);
  return { part: shard.index, code: error.code, message: error.message };
}

type Interval = readonly [first: number, end: number];

/** The replicates of all files as intervals that neither touch nor overlap. */
function coverage(files: readonly PartContents[]): Interval[] {
  const all = files.flatMap(({ ranges }) => ranges).sort((a, b) => a.first - b.first);
  const joined: [number, number][] = [];
  for (const { first, end } of all) {
    const last = joined.at(-1);
    if (last !== undefined && first <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([first, end]);
  }
  return joined;
}

function countIn(covered: readonly Interval[], first: number, end: number): number {
  return covered.reduce(
    (sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, first)),
    0,
  );
}
