/** Gives the analyses of a command the results in a job folder, as if they were computed now. */
import { notices } from '../../../bindings/words/errors/program/notices.js';
import type { Told } from '../../../bindings/words/told.js';
import { basename } from 'node:path';
import { EconError, InputError } from '../../../bindings/index.js';
import {
  computeJobs,
  decodePlain,
  type FindChunks,
  type JobRunner,
  type RepeatedWork,
  type SharedWork,
  type StoredChunks,
} from '../../../bindings/entries/jobs.js';
import { missingParts } from '../../../bindings/words/errors/program/cluster.js';
import { pieceFiles } from '../part-files.js';
import { inTurn } from './in-turn.js';
import { bad, readResults, readTogether, type StoredPiece } from './part-file.js';
import { indexPieces } from './piece-index.js';
import { pieceSize, piecesOf, type PlannedWork } from './pieces.js';
import { encodeTask } from './task-files.js';

export interface Merging {
  readonly runner: JobRunner;
  readonly find: FindChunks;
  /** Number of jobs in the files. */
  readonly completed: number;
}

type Range = RepeatedWork['ranges'][number];

interface MergeOptions {
  readonly allowPartial: boolean;
  readonly onNotice: (told: Told) => void;
}

/** @throws as `indexPieces` */
export async function openMerge(
  folder: string,
  works: readonly PlannedWork[],
  { allowPartial, onNotice }: MergeOptions,
): Promise<Merging> {
  const index = await indexPieces(await pieceFiles(folder), works, false);
  const stored = index.works.map((pieces) => pieces.filter((piece) => piece !== undefined));
  const chunksOf = (work: RepeatedWork): StoredChunks | undefined => {
    const { digest } = encodeTask(work);
    const number = works.findIndex((planned) => planned.digest === digest);
    if (number < 0) return undefined;
    const pieces = index.works[number]!;
    const missing = joined([...piecesOf(works, number)].filter((_, i) => pieces[i] === undefined));
    checkWhole(work, missing, allowPartial);
    let path = '';
    const read = () => chunksIn(stored[number]!, (piece) => (path = piece.path));
    return { missing, read, place: () => basename(path) };
  };
  return {
    runner: {
      partial: allowPartial,
      async run(work) {
        const chunks = chunksOf(work);
        if (chunks === undefined) return computeHere(work, onNotice);
        for await (const chunk of chunks.read()) {
          if (work.signal?.aborted === true || work.enough()) return;
          takeFrom(work, chunk, chunks.place!());
        }
      },
    },
    find: (work) => Promise.resolve(chunksOf(work)),
    completed: stored.flat().reduce((sum, { first, end }) => sum + end - first, 0),
  };
}

async function* chunksIn(
  pieces: readonly StoredPiece[],
  onPiece: (piece: StoredPiece) => void,
): AsyncGenerator<unknown> {
  const readings = inTurn(readTogether(pieces), async (group) => ({
    group,
    results: await readResults(group),
  }));
  for await (const { group, results } of readings) {
    for (const [i, piece] of group.entries()) {
      onPiece(piece);
      yield decoded(basename(piece.path), results[i]!);
    }
  }
}

function decoded(name: string, results: Uint8Array): unknown {
  try {
    return decodePlain(results);
  } catch (error) {
    const reason = String((error as EconError).detail['reason']).slice(0, 100);
    throw bad(name, { kind: 'unreadable', reason });
  }
}

/** Passes on a stored result; the analysis checks it. */
function takeFrom(work: SharedWork, chunk: unknown, name: string): void {
  try {
    work.take(chunk);
  } catch (error) {
    if (!(error instanceof EconError) || error.code !== 'runner-failed') throw error;
    throw bad(name, { kind: 'subject', subject: work.subject });
  }
}

/** Computes work here that the plan did not find, so that the result is right in any case. */
async function computeHere(
  { subject, task, ranges, smallest, signal, take }: SharedWork,
  onNotice: (told: Told) => void,
): Promise<void> {
  const jobs = ranges.reduce((sum, { first, end }) => sum + end - first, 0);
  onNotice(notices['computed-here']({ subject, jobs }));
  const piece = pieceSize({ jobs, smallest, secondsPerJob: 0, bytesPerJob: 1 }, 1);
  const pieces = ranges.flatMap(({ first, end }) =>
    Array.from({ length: Math.ceil((end - first) / piece) }, (_, i) => {
      const from = first + i * piece;
      return { first: from, end: Math.min(from + piece, end) };
    }),
  );
  await computeJobs(task, { ranges: pieces, signal, take });
}

function checkWhole(
  { subject, ranges, partly }: RepeatedWork,
  missing: readonly Range[],
  allowPartial: boolean,
): void {
  const reps = countIn(ranges);
  const completed = reps - countIn(missing);
  if (missing.length === 0 || (allowPartial && partly && completed > 0)) return;
  throw new InputError(missingParts({ completed, reps, missing, subject, partly }), 'merge');
}

function countIn(ranges: readonly Range[]): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}

/** Ranges in ascending order, with adjacent ranges joined. */
function joined(ranges: readonly Range[]): Range[] {
  const all: { first: number; end: number }[] = [];
  for (const { first, end } of ranges) {
    const last = all.at(-1);
    if (last?.end === first) last.end = end;
    else all.push({ first, end });
  }
  return all;
}
