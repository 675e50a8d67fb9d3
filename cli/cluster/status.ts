/** The state of a job folder, from its parts. */
import { basename } from 'node:path';
import type { EconError } from '../../bindings/index.js';
import {
  isRunning,
  type PartFailure,
  partsWith,
  pieceFiles,
  prefixOf,
  readFailure,
} from './part-files.js';
import type { Plan } from './plan-file.js';
import { indexPieces, type PieceIndex } from './works/piece-index.js';
import { partsOfPieces, type Shard } from './works/pieces.js';

/** As `status --json` prints it. */
export interface FolderStatus {
  readonly parts: number;
  readonly done: number;
  readonly partial: number;
  readonly missing: number;
  readonly failed: readonly PartFailure[];
  /** Array expression of the parts to submit again: partial, missing and broken parts that are not running. */
  readonly resubmit: string;
  /** Number of finished jobs, such as replicates, of all work. */
  readonly replicatesDone: number;
  readonly replicates: number;
}

export interface FolderState {
  readonly status: FolderStatus;
  readonly running: number;
}

/** Errors that computing the part again mends: its files were broken. Other failures would occur again. */
const curable = new Set(['bad-checkpoint', 'other-run']);

interface Part {
  jobs: number;
  done: number;
}

/** Reads the state of a folder. `parts` divides it into that many parts instead. */
export async function folderState(
  folder: string,
  { works, jobs, parts: planned }: Plan,
  parts = planned,
): Promise<FolderState> {
  const index = await indexPieces(await pieceFiles(folder), works, true);
  const all = Array.from({ length: parts }, (): Part => ({ jobs: 0, done: 0 }));
  for (const [number, { work, first, end }] of partsOfPieces(works, parts)) {
    const part = all[number - 1]!;
    part.jobs += end - first;
    if (index.works[work]![first / works[work]!.piece] !== undefined) part.done += end - first;
  }
  const [hasFailed, isMarked] = [
    await partsWith(folder, 'failure'),
    await partsWith(folder, 'running'),
  ];
  const broken = firstBroken(index.broken);
  const failed: PartFailure[] = [];
  const again: number[] = [];
  const counts = { done: 0, partial: 0, missing: 0, running: 0 };
  for (const [i, part] of all.entries()) {
    const shard = { index: i + 1, of: parts };
    if (part.done === part.jobs) {
      counts.done += 1;
      continue;
    }
    const failure =
      failureFrom(shard, broken.get(prefixOf(shard))) ??
      (hasFailed(shard) ? await readFailure(folder, shard) : undefined);
    if (failure !== undefined) failed.push(failure);
    else counts[part.done > 0 ? 'partial' : 'missing'] += 1;
    const running = isMarked(shard) && (await isRunning(folder, shard));
    if (running) counts.running += 1;
    else if (failure === undefined || curable.has(failure.code)) again.push(shard.index);
  }
  const { done, partial, missing, running } = counts;
  const resubmit = arrayExpression(again);
  const replicatesDone = all.reduce((sum, part) => sum + part.done, 0);
  return {
    status: { parts, done, partial, missing, failed, resubmit, replicatesDone, replicates: jobs },
    running,
  };
}

/** The error of the first broken file of each part, by the prefix of its file names. */
function firstBroken(broken: PieceIndex['broken']): ReadonlyMap<string, EconError> {
  const errors = new Map<string, EconError>();
  for (const [path, error] of broken) {
    const [prefix] = /^\d+-of-\d+\./.exec(basename(path)) ?? [];
    if (prefix !== undefined && !errors.has(prefix)) errors.set(prefix, error);
  }
  return errors;
}

function failureFrom({ index }: Shard, error: EconError | undefined): PartFailure | undefined {
  return error && { part: index, code: error.code, message: error.message };
}

/** The numbers, ascending, as an array expression; empty without numbers. */
export function arrayExpression(numbers: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run !== undefined && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(',');
}
