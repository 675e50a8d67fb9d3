/** A file on disk, read in parts. */
import type { FileHandle } from 'node:fs/promises';
import { nodeModule } from '../../core/node-module.js';

export interface ByteFile {
  /** Names the file in messages. */
  readonly name: string;
  readonly path: string | URL;
  readonly bytes: number;
  /** Reads into a buffer from a place in the file on; returns the number of bytes, 0 at the end. */
  read(buffer: Uint8Array, place: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a regular file; undefined for any other source, and in browsers. */
export async function openByteFile(
  path: string | URL,
  name: string,
): Promise<ByteFile | undefined> {
  const files = nodeModule('node:fs/promises');
  if (files === undefined || /^(https?|data|blob):/.test(String(path))) return undefined;
  const place = String(path).startsWith('file:') ? new URL(path) : path;
  const handle = await files.open(place, 'r').catch(() => undefined);
  if (handle === undefined) return undefined;
  const stat = await handle.stat();
  if (stat.isFile()) return fileOf(handle, { path, bytes: stat.size, name });
  await handle.close();
  return undefined;
}

function fileOf(handle: FileHandle, facts: Pick<ByteFile, 'name' | 'path' | 'bytes'>): ByteFile {
  return {
    ...facts,
    read: async (buffer, place) => {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, place);
      return bytesRead;
    },
    close: () => handle.close(),
  };
}
