/** Opens a file as a table whose rows come in blocks. */
import { formatOf } from '../readers/format.js';
import { isGzip } from '../readers/bytes/is-gzip.js';
import type { FileFormat, ReaderOptions } from '../readers/options.js';
import type { WholeRows } from '../../words/errors/models/streamed.js';
import type { ByteFile } from '../readers/bytes/byte-file.js';
import { streamCsv } from './csv.js';
import { unpackedFile } from './gzip-file.js';
import type { StreamedTable, StreamSettings } from './streamed-table.js';

/** The options of Parquet; others are refused by the reader of whole files. */
const parquetKeys = ['name', 'format', 'columns'];

type NamedOptions = ReaderOptions & { readonly name: string };

/** Bytes that tell the format. */
const HEAD = 1 << 16;

/** The table of a file; or why its rows are read as a whole. */
export async function openStream(
  file: ByteFile,
  options: NamedOptions,
  settings: StreamSettings,
): Promise<StreamedTable | WholeRows> {
  const head = await headOf(file);
  if (isGzip(head)) return openPacked(file, options, settings);
  const format = options.format ?? formatOf(head);
  if (format === 'parquet' && Object.keys(options).every((key) => parquetKeys.includes(key))) {
    const { streamParquet } = await import('./parquet.js');
    return streamParquet(file, options, settings);
  }
  return openText(file, format, options, settings);
}

async function openText(
  file: ByteFile,
  format: FileFormat,
  options: NamedOptions,
  settings: StreamSettings,
): Promise<StreamedTable | WholeRows> {
  if (format !== 'csv') return { why: 'format', name: format };
  if (options.lastRow !== undefined) return { why: 'last-row' };
  if (options.delimiter === 'whitespace') return { why: 'blanks' };
  return streamCsv(file, options, settings);
}

/** The table of a text file in gzip. */
async function openPacked(
  file: ByteFile,
  options: NamedOptions,
  settings: StreamSettings,
): Promise<StreamedTable | WholeRows> {
  const content = unpackedFile(file);
  try {
    const format = options.format ?? formatOf(await headOf(content));
    return await openText(content, format, options, settings);
  } finally {
    content.close();
  }
}

async function headOf(file: ByteFile): Promise<Uint8Array> {
  const buffer = new Uint8Array(HEAD);
  return buffer.subarray(0, await file.read(buffer, 0));
}

/**
 * True if a file is read as one string, whose length V8 limits; false for a compressed file, whose content is not
 * known.
 */
export async function isTextFile(file: ByteFile, given: FileFormat | undefined): Promise<boolean> {
  const head = await headOf(file);
  return !isGzip(head) && ['csv', 'json', 'ndjson'].includes(given ?? formatOf(head));
}
