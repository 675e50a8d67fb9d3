/** Runs one part of a job folder. */
import { quoted } from '../../bindings/core/errors/quoted.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import { basename } from 'node:path';
import { type EconError, loadEngine, type Progress } from '../../bindings/index.js';
import { computeJobs, encodePlain, type JobRunner } from '../../bindings/entries/jobs.js';
import { type Host, notice } from '../host.js';
import { hideSecrets } from '../options/secrets.js';
import {
  clearFailure,
  markRunning,
  newPieceFile,
  pieceFiles,
  setAside,
  writeFailure,
} from './part-files.js';
import type { Plan } from './plan-file.js';
import { stoppable } from './stopping.js';
import type { PartFile } from './works/part-file.js';
import { indexPieces } from './works/piece-index.js';
import { type Piece, piecesOfPart, type Shard } from './works/pieces.js';
import { readTask } from './works/task-files.js';

export interface PartOptions {
  readonly shard: Shard;
  /** Seconds after which the part ends. */
  readonly maxTime?: number | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Runs the jobs elsewhere. */
  readonly runner?: JobRunner | undefined;
}

/** The result of running a part. */
export interface PartOutcome extends Shard {
  /** Number of jobs of the part; of those done; and of those done before this run. */
  readonly jobs: number;
  readonly completed: number;
  readonly before: number;
  readonly partial: boolean;
}

/** Computes the missing jobs of a part. A failure is recorded in the folder and thrown. */
export async function runPart(
  host: Host,
  folder: string,
  plan: Plan,
  options: PartOptions,
): Promise<PartOutcome> {
  const { shard } = options;
  const pieces = piecesOfPart(plan.works, shard);
  const missing = await missingOf(host, folder, plan, { shard, pieces });
  const jobs = jobsIn(pieces);
  const before = jobs - jobsIn(missing);
  if (missing.length === 0) return { ...shard, jobs, before, completed: jobs, partial: false };
  const unmark = await markRunning(folder, shard);
  try {
    await clearFailure(folder, shard);
    const added = await stoppable(host, options.maxTime, (_, stopped) =>
      compute(stopped, { folder, plan, missing }, options),
    );
    const completed = before + added;
    return { ...shard, jobs, before, completed, partial: completed < jobs };
  } catch (error) {
    await writeFailure(folder, shard, failureOf(error));
    throw error;
  } finally {
    await unmark();
  }
}

function jobsIn(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, { first, end }) => sum + end - first, 0);
}

/** The pieces missing in the files of the part. Broken files are set aside and reported. */
async function missingOf(
  host: Host,
  folder: string,
  { works }: Plan,
  { shard, pieces }: { readonly shard: Shard; readonly pieces: readonly Piece[] },
): Promise<Piece[]> {
  const index = await indexPieces(await pieceFiles(folder, shard), works, true);
  for (const [path, error] of index.broken) {
    await setAside(path);
    const told = notices['set-aside']({ cause: quoted(error), file: `${basename(path)}.bad` });
    notice(host, told, 'wasmetrics: ');
  }
  const isStored = ({ work, first }: Piece) =>
    index.works[work]![first / works[work]!.piece] !== undefined;
  return pieces.filter((piece) => !isStored(piece));
}

interface Missing {
  readonly folder: string;
  readonly plan: Plan;
  readonly missing: readonly Piece[];
}

/** Computes pieces into a new file until it is stopped. Returns the number of jobs computed. */
async function compute(
  signal: AbortSignal,
  { folder, plan, missing }: Missing,
  { shard, runner, onProgress }: PartOptions,
): Promise<number> {
  if (signal.aborted) return 0;
  const total = jobsIn(missing);
  const start = performance.now();
  let done = 0;
  const tell = (piece: Piece) => {
    done += piece.end - piece.first;
    const secondsElapsed = (performance.now() - start) / 1000;
    const secondsLeft = (secondsElapsed * (total - done)) / done;
    onProgress?.({ done, total, failed: 0, secondsElapsed, secondsLeft });
  };
  const file = await newPieceFile(folder, shard);
  const stop = new AbortController();
  const writer = pieceWriter(plan, file, tell, () => stop.abort());
  try {
    for (const work of plan.works.keys()) {
      const pieces = missing.filter((piece) => piece.work === work);
      const stopped = AbortSignal.any([signal, stop.signal]);
      if (pieces.length === 0 || stopped.aborted) continue;
      const { digest } = plan.works[work]!;
      const task = await readTask(folder, plan.engine.sha256, digest);
      const take = writer.takes(pieces);
      await (runner === undefined
        ? computeJobs(task, { ranges: pieces, workers: plan.workers, signal: stopped, take })
        : runElsewhere(runner, { plan, work, task, pieces, signal: stopped, take }));
    }
  } finally {
    await writer.finished();
    await file.close();
  }
  return done;
}

interface Elsewhere {
  readonly plan: Plan;
  readonly work: number;
  readonly task: { readonly kind: string };
  readonly pieces: readonly Piece[];
  readonly signal: AbortSignal;
  readonly take: (chunk: unknown) => void;
}

async function runElsewhere(
  runner: JobRunner,
  { plan, work, task, pieces, signal, take }: Elsewhere,
): Promise<void> {
  const { subject, piece: smallest } = plan.works[work]!;
  const build = (await loadEngine()).info;
  const shared = { subject, task, build, ranges: pieces, smallest, partly: true };
  await runner.run({ ...shared, signal, enough: () => false, take });
}

/** Writes chunks in the order of their arrival. After a failure it stops the computation, and `finished` throws. */
function pieceWriter(
  { works }: Plan,
  file: PartFile,
  onPiece: (piece: Piece) => void,
  stop: () => void,
) {
  let writing = Promise.resolve();
  let failure: unknown;
  return {
    takes(pieces: readonly Piece[]) {
      const waiting = new Map(pieces.map((piece) => [piece.first, piece]));
      return (chunk: unknown) => {
        const piece = waiting.get((chunk as { readonly first: number }).first);
        if (piece === undefined) return; // delivered twice
        waiting.delete(piece.first);
        writing = writing
          .then(() => file.add(works[piece.work]!.digest, piece, encodePlain(chunk)))
          .then(() => onPiece(piece))
          .catch((error: unknown) => {
            failure ??= error;
            stop();
          });
      };
    },
    async finished() {
      await writing;
      if (failure !== undefined) throw failure;
    },
  };
}

function failureOf(error: unknown): { code: string; message: string } {
  const { code = 'unexpected', message = String(error) } = error as Partial<EconError>;
  return { code, message: hideSecrets(message) }; // the folder keeps the message
}
