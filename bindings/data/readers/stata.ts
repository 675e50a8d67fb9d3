import { InputError } from '../../core/errors/errors.js';
import type { Frequency } from '../panel/periods.js';
import type { Column, ColumnFacts } from '../column.js';
import { type Table, tableOf } from '../table.js';
import {
  DtaError,
  type DtaFile,
  type DtaNumbers,
  type DtaReadOptions,
  type DtaTexts,
  type DtaVariable,
  missingName,
  periodOf,
  readDta,
  readDtaSource,
  withoutLeapSeconds,
} from './dta/index.js';
import type { ByteFile } from './bytes/byte-file.js';
import { doubtfulEncoding } from './bytes/decode.js';
import type { ReadOptions } from './options.js';
import { type Selection, wantedBy, withNames } from './selection.js';
import { notReadable } from './source.js';
import { hexOf } from './typed-column.js';
import { shortenedFile } from '../../words/errors/readers/files.js';
import { unreadableDta } from '../../words/errors/readers/dta.js';

const missingNames = Array.from({ length: 27 }, (_, i) => missingName(i + 1));

export interface StataOptions
  extends Pick<Selection, 'columns' | 'usedBy'>, Pick<ReadOptions, 'onProgress'> {
  /** Names the file in messages. */
  readonly name: string;
  /** Encoding of text. Default: UTF-8 from release 118 on, Windows-1252 before. */
  readonly encoding?: string | undefined;
}

/**
 * The table of a Stata data file. Numbers with a date format are dates, times in
 * milliseconds. A missing value keeps its letter.
 *
 * @throws InputError `unreadable-dta`
 */
export function readStata(bytes: Uint8Array, options: StataOptions): Table {
  try {
    return fileTable(readDta(bytes, dtaOptions(options, bytes.length)), options);
  } catch (error) {
    throw unreadable(options.name, error);
  }
}

/** `readStata` for a file on disk, which is read part by part. */
export async function readStataFile(file: ByteFile, options: StataOptions): Promise<Table> {
  const read = async (part: Uint8Array, byteOffset: number): Promise<void> => {
    const count = await file.read(part, byteOffset).catch((error: unknown) => {
      throw notReadable(file.name, error);
    });
    if (count < part.length) throw shorter(file, byteOffset + count);
  };
  try {
    const source = { size: file.bytes, read };
    return fileTable(await readDtaSource(source, dtaOptions(options, file.bytes)), options);
  } catch (error) {
    throw unreadable(options.name, error);
  }
}

/** The error if another program shortens the file while it is read. */
function shorter({ name, bytes }: ByteFile, present: number): InputError {
  return new InputError(shortenedFile({ file: name, bytes, present }), name);
}

function fileTable(file: DtaFile, { name, encoding }: StataOptions): Table {
  const columns = new Map<string, Column>();
  for (const variable of file.variables) {
    columns.set(variable.name, columnOf(variable, file));
  }
  const table = withNames({ nrows: file.nrows, columns }, file.names);
  if (!file.isDoubtful) return table;
  return tableOf(table, [doubtfulEncoding(name, file.encoding, encoding === undefined)]);
}

function dtaOptions(options: StataOptions, bytes: number): DtaReadOptions {
  const { encoding, onProgress } = options;
  return {
    variables: wantedBy(options),
    onRows: (rows, nrows) => {
      onProgress?.({ bytesRead: Math.round((bytes * rows) / nrows), bytes, rows });
    },
    ...(encoding !== undefined && { encoding }),
  };
}

function unreadable(name: string, error: unknown): unknown {
  if (!(error instanceof DtaError)) return error;
  const { code, told, byteOffset } = error;
  const place = byteOffset !== undefined && { byteOffset };
  return new InputError(unreadableDta({ reason: code, ...place, fault: told }), name);
}

function columnOf(variable: DtaVariable, file: DtaFile): Column {
  const valueLabels = file.valueLabels.get(variable.valueLabelName);
  const facts: ColumnFacts = {
    ...(variable.label !== '' && { label: variable.label }),
    ...(valueLabels && { valueLabels }),
  };
  return variable.kind === 'number'
    ? { ...facts, ...numbers(variable, variable.format) }
    : { ...facts, ...texts(variable) };
}

function numbers({ values, missing }: DtaNumbers, format: string): Column {
  const period = periodOf(format);
  return {
    kind: 'number',
    values: period === 'time-utc' ? values.map(withoutLeapSeconds) : values,
    ...(period && { frequency: frequencyOf(period) }),
    ...(missing && { missing: { names: missingNames, codes: missing } }),
  };
}

function frequencyOf(period: NonNullable<ReturnType<typeof periodOf>>): Frequency {
  return period === 'time-utc' ? 'time' : period;
}

function texts({ values, storage }: DtaVariable & DtaTexts): Column {
  // Stata has no missing text other than the empty one.
  const nulls = new Uint8Array(values.length);
  const bytes = new Set<number>();
  if (storage === 'strL') {
    for (const [row, value] of values.entries()) if (typeof value !== 'string') bytes.add(row);
  }
  if (bytes.size === 0) return { kind: 'text', values: values as readonly string[], nulls };
  const written = values.map((value) => (typeof value === 'string' ? value : hexOf(value)));
  return { kind: 'text', values: written, nulls, bytes };
}
