/** A file on disk, or its unpacked content, read in parts. */
import type * as files from 'node:fs';
import { nodeModule } from '../../../core/engine/instances/node-module.js';

export interface ByteFile {
  /** Names the file in messages. */
  readonly name: string;
  readonly path: string | URL;
  /** Size on disk. */
  readonly bytes: number;
  /** Bytes on disk before a position of the content. */
  storedBefore(place: number): number;
  /** Reads into a buffer from a position; returns the number of bytes, 0 at the end. */
  read(buffer: Uint8Array, place: number): Promise<number>;
  close(): void;
}

/** Bytes after which the process gets a chance to handle signals and timers. */
const TURN = 1 << 24;

/** Opens a regular file; undefined for other sources, for a missing file, and in browsers. */
export function openByteFile(path: string | URL, name: string): ByteFile | undefined {
  const fs = nodeModule('node:fs');
  if (fs === undefined || /^(https?|data|blob):/.test(String(path))) return undefined;
  const place = String(path).startsWith('file:') ? new URL(path) : path;
  const bytes = sizeOf(fs, place);
  const file = bytes === undefined ? undefined : opened(fs, place);
  return file === undefined ? undefined : fileOf(fs, file, { path, bytes: bytes!, name });
}

/** Size of a regular file; undefined for anything else, and for a path that the system refuses. */
function sizeOf(fs: typeof files, place: string | URL): number | undefined {
  try {
    const stat = fs.statSync(place);
    return stat.isFile() ? stat.size : undefined;
  } catch {
    return undefined;
  }
}

function opened(fs: typeof files, path: string | URL): number | undefined {
  try {
    return fs.openSync(path, 'r');
  } catch {
    return undefined;
  }
}

/** Reads synchronously: on a busy machine, waiting for another thread takes longer than reading. */
function fileOf(
  fs: typeof files,
  file: number,
  facts: Pick<ByteFile, 'name' | 'path' | 'bytes'>,
): ByteFile {
  let sinceTurn = 0;
  return {
    ...facts,
    storedBefore: (place) => place,
    read: async (buffer, place) => {
      const count = fs.readSync(file, buffer, 0, buffer.length, place);
      sinceTurn += count;
      if (sinceTurn >= TURN) {
        sinceTurn = 0;
        await new Promise((turn) => setImmediate(turn));
      }
      return count;
    },
    close: () => fs.closeSync(file),
  };
}
