import { brotliCompressSync } from 'node:zlib';

export interface Size {
  /** Bytes of JavaScript, including the core as text. */
  readonly bytes: number;
  readonly brotli: number;
}

export function sizeOf(files: readonly Uint8Array[]): Size {
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    bytes: sum(files.map(({ length }) => length)),
    brotli: sum(files.map((file) => brotliCompressSync(file).length)),
  };
}
