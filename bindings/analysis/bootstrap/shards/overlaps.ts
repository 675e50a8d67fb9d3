/** Chunks of several files as chunks that do not overlap. Where they overlap they must hold the same bytes. */
import { InputError } from '../../../core/errors/errors.js';
import type { Chunk } from '../chunk.js';

export interface NamedChunk {
  /** Name of the file. */
  readonly name: string;
  readonly chunk: Chunk;
}

/**
 * The chunks by number, each replicate once.
 *
 * @throws InputError `unequal-parts` if two files have other bytes for one replicate
 */
export function withoutOverlaps(named: readonly NamedChunk[], width: number): Chunk[] {
  const kept: NamedChunk[] = [];
  const sorted = [...named].sort((a, b) => a.chunk.first - b.chunk.first);
  for (const one of sorted) {
    const { name, chunk } = one;
    for (let k = kept.length - 1; k >= 0 && endOf(kept[k]!.chunk) > chunk.first; --k) {
      checkEqual(kept[k]!, one, width);
    }
    const last = kept.at(-1);
    const covered = last === undefined ? chunk.first : endOf(last.chunk);
    const rest = covered > chunk.first ? tailOf(chunk, covered, width) : chunk;
    if (rest.count > 0) kept.push({ name, chunk: rest });
  }
  return kept.map(({ chunk }) => chunk);
}

function endOf({ first, count }: Chunk): number {
  return first + count;
}

/** The replicates of a chunk from number `from`; empty if it ends before. */
function tailOf({ first, count, values, statuses }: Chunk, from: number, width: number): Chunk {
  const skipped = Math.min(from - first, count);
  return {
    first: first + skipped,
    count: count - skipped,
    values: values.slice(skipped * width),
    statuses: statuses.slice(skipped),
  };
}

function checkEqual(a: NamedChunk, b: NamedChunk, width: number): void {
  const first = Math.max(a.chunk.first, b.chunk.first);
  const end = Math.min(endOf(a.chunk), endOf(b.chunk));
  for (let number = first; number < end; ++number) {
    if (sameBytes(a.chunk, b.chunk, number, width)) continue;
    const message = `merge: expected equal bytes of replicate ${number} in ${a.name} and ${b.name}, found others; compute it again to see which file is wrong, and remove that file`;
    throw new InputError('unequal-parts', message, {
      files: [a.name, b.name],
      replicate: number,
    });
  }
}

function sameBytes(a: Chunk, b: Chunk, number: number, width: number): boolean {
  const [i, j] = [number - a.first, number - b.first];
  if (a.statuses[i] !== b.statuses[j]) return false;
  const [left, right] = [a, b].map(({ values, first }) => {
    const from = (number - first) * width;
    const { buffer, byteOffset } = values.subarray(from, from + width);
    return new Uint8Array(buffer, byteOffset, 8 * width);
  });
  return left!.every((byte, k) => byte === right![k]);
}
