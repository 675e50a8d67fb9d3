import { InputError } from '../../core/errors.js';
import type { Table } from '../table.js';
import { parseCsv } from './csv/index.js';
import { fileKind } from './file-kinds.js';
import { formatOf } from './format.js';
import { gunzip, isGzip } from './gzip.js';
import { checkReaderOptions, type FileFormat, type ReaderOptions } from './options.js';
import { type DataSource, readSource } from './source.js';

/** Options whose file has a name. */
type NamedOptions = ReaderOptions & { readonly name: string };

/** Reads bytes of one format. Formats that need a large package load it when they are first read. */
type Reader = (bytes: Uint8Array, options: NamedOptions) => Table | Promise<Table>;

const readers: Readonly<Record<FileFormat, Reader>> = {
  csv: parseCsv,
  dta: async (bytes, options) => (await import('./stata.js')).readStata(bytes, options),
  parquet: async (bytes, options) => {
    const { readParquet } = await import('./parquet.js');
    return readParquet(bufferOf(bytes), options);
  },
  arrow: async (bytes, options) => (await import('./arrow.js')).readArrow(bytes, options),
};

/** The bytes in a buffer of their own. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && byteLength === buffer.byteLength;
  return isWhole ? buffer : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

/**
 * Reads a table from a file, an address, bytes or a stream, in Node and in browsers. The content tells the format, which
 * `format` overrides; files may be compressed by gzip.
 *
 * @throws InputError for options and sources, and as the reader of the format
 */
export async function readTable(source: DataSource, options: ReaderOptions = {}): Promise<Table> {
  checkReaderOptions('readTable', options);
  const { name, bytes: stored } = await readSource(source, options.name);
  const bytes = isGzip(stored) ? gunzip(stored, name) : stored;
  const format = options.format ?? formatOf(bytes);
  if (format !== 'csv') checkKind(bytes, name, format);
  return readers[format](bytes, { ...options, name });
}

/** A file that is not of the format that was asked for gets a message that says what it is. */
function checkKind(bytes: Uint8Array, name: string, format: FileFormat): void {
  const kind = fileKind(bytes);
  if (kind === undefined || kind.format === format) return;
  const message = `${name}: format: expected ${format}, found ${kind.name}; leave out the format`;
  throw new InputError('wrong-format', message, { file: name, format });
}
