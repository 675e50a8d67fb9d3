/** Opens a file as a table whose rows come in blocks. */
import { formatOf } from '../readers/format.js';
import { isGzip } from '../readers/bytes/gzip.js';
import type { ReaderOptions } from '../readers/options.js';
import type { ByteFile } from './byte-file.js';
import { streamCsv } from './csv.js';
import type { StreamedTable, StreamSettings } from './streamed-table.js';

/** Bytes that tell the format. */
const HEAD = 1 << 16;

/** The table of a file; a text says why its format cannot be streamed. */
export async function openStream(
  file: ByteFile,
  options: ReaderOptions & { readonly name: string },
  settings: StreamSettings,
): Promise<StreamedTable | string> {
  const buffer = new Uint8Array(HEAD);
  const head = buffer.subarray(0, await file.read(buffer, 0));
  if (isGzip(head)) return 'the file is compressed by gzip';
  const format = options.format ?? formatOf(head);
  if (format !== 'csv') return `files of the format ${format} are read as a whole`;
  if (options.lastRow !== undefined) return 'lastRow is set';
  return streamCsv(file, options, settings);
}
