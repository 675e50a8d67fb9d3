import { omit } from '../../core/values/omit.js';
import { InputError } from '../../core/errors/errors.js';
import { suggestionOf } from '../nearest.js';
import { unknownColumn } from '../../words/errors/columns.js';
import type { TableWarning } from '../table-warning.js';
import { type Table, tableOf } from '../table.js';
import { alikeCells, alikeNames } from '../warnings/look-alikes.js';
import { csvKeys } from './csv/keys.js';
import { type ByteFile, openByteFile } from './bytes/byte-file.js';
import { fileKind } from './bytes/file-kinds.js';
import { formatOf } from './format.js';
import { isGzip } from './bytes/is-gzip.js';
import {
  checkReaderOptions,
  fileEndings,
  type FileFormat,
  type ReadOptions,
  type ReadProgress,
} from './options.js';
import { checkLimits } from './limits.js';
import { selected } from './selection.js';
import { type DataSource, readSource } from './source.js';
import { otherFormat } from '../../words/errors/readers/encodings.js';
import { optionOfOtherFormat, textNamedBinary } from '../../words/errors/readers/files.js';

/** Options whose file has a name. */
type NamedOptions = ReadOptions & { readonly name: string };

/** Options that all formats have, next to the keys of the format. */
const commonKeys: readonly string[] = [
  'name',
  'columns',
  'usedBy',
  'onProgress',
] satisfies (keyof ReadOptions)[];

/** Options of formats that have cells of text. */
const textOptions = [
  'decimal',
  'thousands',
  'percent',
  'marks',
  'missing',
  'types',
  'unitsRow',
] as const satisfies readonly (keyof ReadOptions)[];

/** Reads bytes of one format. Formats that need a large package load it when they are first read. */
interface Reader {
  /** The options of the format, without those that all formats have. */
  readonly keys: readonly (keyof ReadOptions)[];
  read(bytes: Uint8Array, options: NamedOptions): Table | Promise<Table>;
  /** Reads a file on disk part by part, for formats that gain by it. */
  readFile?(file: ByteFile, options: NamedOptions): Promise<Table>;
}

/** The formats that are text. */
const texts: readonly string[] = ['csv', 'json', 'ndjson'] satisfies FileFormat[];

const json: Reader = {
  keys: textOptions,
  read: async (bytes, options) => {
    const { readJson } = await import('./json/index.js');
    return readJson(bytes, withCodes(options));
  },
};

const workbook: Reader = {
  keys: ['sheet', 'range', 'header', 'fillMerged', 'lastRow', ...textOptions],
  read: async (bytes, options) => {
    const { readXlsx } = await import('./xlsx/index.js');
    return readXlsx(bytes, withCodes(options));
  },
};

const readers: Readonly<Record<FileFormat, Reader>> = {
  csv: {
    keys: csvKeys,
    read: async (bytes, options) =>
      hinted(await (await import('./csv/read.js')).readCsv(bytes, options)),
  },
  xlsx: workbook,
  ods: workbook,
  dta: {
    keys: ['encoding', ...textOptions],
    read: async (bytes, options) => (await import('./stata.js')).readStata(bytes, options),
    readFile: async (file, options) => (await import('./stata.js')).readStataFile(file, options),
  },
  parquet: {
    keys: textOptions,
    read: async (bytes, options) => {
      const { readParquet } = await import('./columnar/parquet/parquet.js');
      return readParquet(bufferOf(bytes), options);
    },
  },
  arrow: {
    keys: textOptions,
    read: async (bytes, options) =>
      (await import('./columnar/arrow/arrow.js')).readArrow(bytes, options),
  },
  json,
  ndjson: json,
};

/** Missing codes as a list. */
function withCodes({ missing, ...options }: NamedOptions) {
  return { ...options, ...(missing !== undefined && { missing: [missing].flat() }) };
}

/** The bytes in a separate buffer. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = bytes;
  const isWhole = buffer instanceof ArrayBuffer && byteLength === buffer.byteLength;
  return isWhole ? buffer : (buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer);
}

/**
 * Reads a table from a file, an address, bytes or a stream, in Node and in browsers. The content tells the format, which
 * `format` overrides; files may be compressed by gzip. Options that the format does not have are refused.
 *
 * @throws InputError for options and sources, and as the reader of the format; the reason of `signal`
 */
export async function readTable(source: DataSource, options: ReadOptions = {}): Promise<Table> {
  const known = checkReaderOptions('readTable', options);
  const { signal } = known;
  const given = omit(known, 'signal', 'engine', 'workers', 'workerUrl');
  if (signal === undefined) return tableFrom(source, given);
  signal.throwIfAborted();
  const onProgress = (progress: ReadProgress) => {
    signal.throwIfAborted();
    given.onProgress?.(progress);
  };
  return tableFrom(source, { ...given, onProgress });
}

async function tableFrom(source: DataSource, options: ReadOptions): Promise<Table> {
  const inParts = await readInParts(source, options);
  if (inParts !== undefined) return inParts;
  const { name, bytes: stored } = await readSource(source, options.name, options.onProgress);
  const bytes = isGzip(stored) ? await unpacked(stored, name) : stored;
  const format = options.format ?? formatOf(bytes);
  if (format !== 'csv') checkKind(bytes, name, format);
  const given = optionsOf(format, name, options);
  const read = await readers[format].read(bytes, given);
  const table = format === 'csv' ? read : await typedTable(read, format, given);
  if (options.format === undefined && format === 'csv') checkName(name, table);
  return checked(table, { name, bytes: bytes.length }, options);
}

async function unpacked(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const { gunzip } = await import('./bytes/gzip.js');
  return gunzip(bytes, name);
}

/** The table of a format with typed cells, whose texts are read as the options say. */
async function typedTable(read: Table, format: FileFormat, options: NamedOptions): Promise<Table> {
  const { readTyped } = await import('./texts/read-typed.js');
  return withAlike(readTyped(read, format, options));
}

/** Number of first bytes that determine the format. */
const HEAD = 4096;

/** The table of a file on disk that need not be in memory as a whole; undefined for other sources. */
async function readInParts(source: DataSource, options: ReadOptions): Promise<Table | undefined> {
  if (typeof source !== 'string' && !(source instanceof URL)) return undefined;
  const file = openByteFile(source, options.name ?? String(source));
  if (file === undefined) return undefined;
  try {
    const head = new Uint8Array(HEAD);
    const format = formatOf(head.subarray(0, await file.read(head, 0)));
    const { readFile } = readers[format];
    if (readFile === undefined || (options.format ?? format) !== format) return undefined;
    const given = optionsOf(format, file.name, options);
    const table = await typedTable(await readFile(file, given), format, given);
    return checked(table, file, options);
  } finally {
    file.close();
  }
}

/** The options that are set, all of which the format must have. */
function optionsOf(format: FileFormat, name: string, options: ReadOptions): NamedOptions {
  const { keys } = readers[format];
  const set = Object.entries({ ...options, format: undefined }).filter(
    ([, value]) => value !== undefined,
  );
  const known = [...keys, ...commonKeys];
  const extra = set.find(([key]) => !known.includes(key));
  if (extra !== undefined) throw notOfFormat(name, format, extra[0], keys);
  return { ...(Object.fromEntries(set) as ReadOptions), name };
}

/** The columns of the table that are asked for, after a check of names and cells. */
function checked(
  table: Table,
  { name, bytes }: { readonly name: string; readonly bytes: number },
  options: ReadOptions,
): Table {
  checkLimits(name, table);
  checkColumns(name, table, options.columns);
  options.onProgress?.({ bytesRead: bytes, bytes, rows: table.nrows });
  return selected(table, options);
}

/** The table with warnings about similar names, cells and labels; the reader of text tables adds them itself. */
function withAlike(table: Table): Table {
  const { columns, names = [...columns.keys()], warnings = [] } = table;
  const alike = [...alikeNames(names), ...Array.from(columns, (one) => alikeCells(...one)).flat()];
  const keyOf = ({ code, column }: TableWarning) => JSON.stringify([code, column]);
  const known = new Set(warnings.map(keyOf));
  const added = alike.filter((tableWarning) => !known.has(keyOf(tableWarning)));
  return added.length === 0 ? table : tableOf(table, [...warnings, ...added]);
}

/** Checks that the requested columns are in the file, even if some are left out with a warning. */
function checkColumns(file: string, table: Table, columns: readonly string[] = []): void {
  const names = table.names ?? [...table.columns.keys()];
  const known = new Set([...names, ...(table.warnings ?? []).map(({ column }) => column)]);
  const unknown = columns.find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new InputError(
    unknownColumn({ column: unknown, meant: suggestionOf(unknown, names) }),
    file,
  );
}

/** The endings of formats that are not text. */
function binaryEndings(): readonly string[] {
  const binary = Object.entries(fileEndings).filter(([format]) => !texts.includes(format));
  return binary.flatMap(([, endings]) => endings);
}

/** The table with all options that would make numbers of texts, which few files need. */
async function hinted(table: Table): Promise<Table> {
  if (table.warnings?.some(({ code }) => code === 'not-a-number') !== true) return table;
  return (await import('./texts/number-hints.js')).withNumberHints(table);
}

/** Refuses a line of text in a file named like a binary format, which would be a table without rows. */
function checkName(name: string, { nrows }: Table): void {
  const ending = binaryEndings().find((one) => name.toLowerCase().endsWith(`.${one}`));
  if (ending === undefined || nrows > 0) return;
  throw new InputError(
    textNamedBinary({ file: name, ending: name.slice(-ending.length - 1) }),
    name,
  );
}

/** Says what a file is if it does not have the requested format. */
function checkKind(bytes: Uint8Array, name: string, format: FileFormat): void {
  const kind = fileKind(bytes);
  if (kind === undefined || kind.format === format) return;
  const told = otherFormat({ file: name, format, is: kind.id });
  throw new InputError(told, { of: name, key: 'format' });
}

function notOfFormat(
  name: string,
  format: FileFormat,
  key: string,
  keys: readonly string[],
): InputError {
  const known = [...new Set([...keys.filter((one) => one !== 'name'), 'columns'])];
  const detail = { file: name, format, key, known, path: `readTable.${key}` };
  return new InputError(optionOfOtherFormat(detail), name);
}
