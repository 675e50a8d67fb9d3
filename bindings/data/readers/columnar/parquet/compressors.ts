/** Unpacks pages of Parquet files within the size that their headers say. */
import { compressors as packaged } from 'hyparquet-compressors';
import { nodeModule } from '../../../../core/engine/instances/node-module.js';
import { decompressZstd } from '../../bytes/zstd-frame.js';

/**
 * Those of the package, but for two formats of which a few bytes unpack to very many, as the package unpacks all before it
 * looks at the size. Brotli outside Node is left to it.
 */
export const compressors: typeof packaged = {
  ...packaged,
  ZSTD: decompressZstd,
  BROTLI(bytes, size) {
    const zlib = nodeModule('node:zlib');
    if (zlib === undefined) return packaged.BROTLI!(bytes, size);
    const content = zlib.brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, size) });
    return new Uint8Array(content.buffer, content.byteOffset, content.length);
  },
};
