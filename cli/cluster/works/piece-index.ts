/** Finds which pieces of planned work are in the files of a job folder, each once. */
import { basename } from 'node:path';
import { EconError, InputError } from '../../../bindings/index.js';
import * as said from '../../../bindings/words/errors/program/cluster.js';
import { inTurn } from './in-turn.js';
import { bad, readPieces, type StoredPiece } from './part-file.js';
import { pieceCount, type PlannedWork } from './pieces.js';

export interface PieceIndex {
  /** By number of the work and of the piece; undefined for a piece that is missing. */
  readonly works: readonly (readonly (StoredPiece | undefined)[])[];
  /** Files that are not used, with the reason. */
  readonly broken: ReadonlyMap<string, EconError>;
}

/**
 * Reads and checks all bytes of the files. With `collects`, broken files are left out and listed.
 *
 * @throws InputError `bad-checkpoint`, `other-run`, `unequal-parts`
 */
export async function indexPieces(
  paths: readonly string[],
  works: readonly PlannedWork[],
  collects: boolean,
): Promise<PieceIndex> {
  const numbers = new Map(works.map(({ digest }, number) => [digest, number]));
  const index = works.map((work) =>
    Array.from<StoredPiece | undefined>({ length: pieceCount(work) }),
  );
  const broken = new Map<string, EconError>();
  const readings = inTurn(paths, async (path) => ({ path, ...(await piecesOrError(path)) }));
  for await (const { path, pieces = [], error: unreadable } of readings) {
    try {
      if (unreadable !== undefined) throw unreadable;
      const places = pieces.map((stored) => {
        const number = numbers.get(stored.work);
        if (number === undefined) throw otherRun(stored);
        return [number, placeOf(stored, works[number]!), stored] as const;
      });
      for (const [number, place, stored] of places) {
        index[number]![place] = once(index[number]![place], stored);
      }
    } catch (error) {
      if (!collects || !(error instanceof EconError)) throw error;
      broken.set(path, error);
    }
  }
  return { works: index, broken };
}

async function piecesOrError(path: string) {
  try {
    return { pieces: await readPieces(path) };
  } catch (error) {
    if (error instanceof EconError) return { error };
    throw error;
  }
}

/** The number of a piece, which must be in the plan. */
function placeOf({ path, first, end }: StoredPiece, { jobs, piece }: PlannedWork): number {
  const isPiece = first % piece === 0 && first < jobs && end === Math.min(first + piece, jobs);
  if (isPiece) return first / piece;
  throw bad(basename(path), { kind: 'piece', piece, jobs, first, end });
}

/** Returns one of two stored copies of a piece, whose bytes must be equal. */
function once(before: StoredPiece | undefined, stored: StoredPiece): StoredPiece {
  if (before === undefined || before.sha256 === stored.sha256) return before ?? stored;
  const [a, b] = [basename(before.path), basename(stored.path)];
  const { first, end } = stored;
  throw new InputError(said.unequalParts({ files: [a, b], first, end }), 'merge');
}

function otherRun({ path, work }: StoredPiece): InputError {
  const name = basename(path);
  return new InputError(said.otherRun({ file: name, task: visibleDigest(work) }), name);
}

/** A digest from a file, if it has the form of one. */
function visibleDigest(work: string): string | undefined {
  return /^[0-9a-f]{64}$/.test(work) ? work.slice(0, 12) : undefined;
}
