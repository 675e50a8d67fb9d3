/** The pieces of planned work: ranges of jobs that are computed and stored together, and divided among the parts. */

/** Repeated work of a command. */
export interface PlannedWork {
  /** Name of the analysis, such as `bootstrap`. */
  readonly subject: string;
  /** SHA-256 of the build and the task: equal digests mean equal results. */
  readonly digest: string;
  /** Bytes of the task. */
  readonly bytes: number;
  readonly jobs: number;
  /** Number of jobs per piece; the last piece may have fewer. */
  readonly piece: number;
  /** Seconds and bytes per job, as measured. */
  readonly secondsPerJob: number;
  readonly bytesPerJob: number;
  /** True if the merge reads its results in passes and never holds all of them. */
  readonly streams: boolean;
}

/** A piece of the work with this number in the plan. */
export interface Piece {
  readonly work: number;
  readonly first: number;
  readonly end: number;
}

export function pieceCount({ jobs, piece }: PlannedWork): number {
  return Math.ceil(jobs / piece);
}

export function totalPieces(works: readonly PlannedWork[]): number {
  return works.reduce((sum, work) => sum + pieceCount(work), 0);
}

export function totalJobs(works: readonly PlannedWork[]): number {
  return works.reduce((sum, { jobs }) => sum + jobs, 0);
}

/** The pieces of a work in their order. */
export function* piecesOf(works: readonly PlannedWork[], work: number): Generator<Piece> {
  const { jobs, piece } = works[work]!;
  for (let first = 0; first < jobs; first += piece) {
    yield { work, first, end: Math.min(first + piece, jobs) };
  }
}

/** All pieces in order, with the number of their part. Each of the `of` parts takes about the same time. */
export function* partsOfPieces(
  works: readonly PlannedWork[],
  of: number,
): Generator<readonly [part: number, piece: Piece]> {
  const weights = works.map(({ secondsPerJob }) => Math.max(secondsPerJob, Number.EPSILON));
  const total = works.reduce((sum, { jobs }, work) => sum + jobs * weights[work]!, 0);
  let start = 0;
  for (const work of works.keys()) {
    for (const piece of piecesOf(works, work)) {
      yield [Math.min(of, 1 + Math.floor((start / total) * of)), piece];
      start += (piece.end - piece.first) * weights[work]!;
    }
  }
}

/** Part `index`, from 1, of a job folder that is divided into `of` parts. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** The pieces of a part. */
export function piecesOfPart(works: readonly PlannedWork[], { index, of }: Shard): Piece[] {
  const pieces: Piece[] = [];
  for (const [part, piece] of partsOfPieces(works, of)) if (part === index) pieces.push(piece);
  return pieces;
}

/** Seconds per piece: short, so that little is lost on a stop and results fit into memory. */
const SECONDS = 1;
const BYTES = 2 ** 20;
/** Minimum pieces per part, if there are enough jobs, so that the work can be divided into more parts later. */
const PIECES_PER_PART = 8;

export interface Measured {
  readonly jobs: number;
  readonly smallest: number;
  readonly secondsPerJob: number;
  readonly bytesPerJob: number;
}

/** Number of jobs per piece, a multiple of the smallest number computed together. */
export function pieceSize(
  { jobs, smallest, secondsPerJob, bytesPerJob }: Measured,
  parts: number,
): number {
  const byTime = SECONDS / Math.max(secondsPerJob, 1e-12);
  const byParts = jobs / (parts * PIECES_PER_PART);
  const size = Math.min(byTime, BYTES / Math.max(bytesPerJob, 1), byParts);
  return smallest * Math.max(1, Math.floor(size / smallest));
}
