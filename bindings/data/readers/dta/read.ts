import { Cursor, PartEnds } from './cursor.js';
import { RowReader } from './rows.js';
import { type Closing, type Opening, readClosing, readOpening } from './sections.js';
import type { DtaFile, DtaReadOptions, DtaSource } from './types.js';

/** Bytes read at first: in few files the rows start later. */
const HEAD = 1 << 16;
/** Bytes of rows read at a time: they stay in the processor's cache while they are decoded. */
const PART = 1 << 19;

/**
 * Reads a Stata data file of release 110 to 119 (`help dta` of Stata describes the format). Sizes are compared with the
 * file's length before memory is allocated.
 *
 * @throws DtaError `dta-not-stata`, `dta-release`, `dta-truncated`, `dta-damaged`, `dta-text` or `dta-unknown-variable`
 */
export function readDta(bytes: Uint8Array, options: DtaReadOptions = {}): DtaFile {
  const cursor = new Cursor(bytes);
  const opening = readOpening(cursor, bytes, options.encoding);
  const closing = readClosing(cursor, opening);
  const rows = new RowReader(opening, closing, options);
  const { dataOffset, nrows } = opening.layout;
  rows.read(bytes, dataOffset, 0, nrows);
  return fileOf(opening, closing, rows);
}

/**
 * `readDta` for a file that is not in memory: its rows are read part by part into the same buffer.
 *
 * @throws as `readDta`
 */
export async function readDtaSource(
  source: DtaSource,
  options: DtaReadOptions = {},
): Promise<DtaFile> {
  const opening = await openingOf(source, options.encoding);
  const { dataOffset, rowBytes, nrows } = opening.layout;
  const closing = await closingOf(source, opening);
  const rows = new RowReader(opening, closing, options);
  const rowsAtOnce = Math.max(1, Math.floor(PART / rowBytes));
  const buffer = new Uint8Array(Math.min(rowsAtOnce, nrows) * rowBytes);
  for (let from = 0; from < nrows; from += rowsAtOnce) {
    const to = Math.min(from + rowsAtOnce, nrows);
    const part = buffer.subarray(0, (to - from) * rowBytes);
    await source.read(part, dataOffset + from * rowBytes);
    rows.read(part, 0, from, to);
  }
  return fileOf(opening, closing, rows);
}

async function openingOf(source: DtaSource, encoding: string | undefined): Promise<Opening> {
  const { size } = source;
  for (let length = HEAD; ; length *= 4) {
    const head = new Uint8Array(Math.min(length, size));
    await source.read(head, 0);
    try {
      return readOpening(new Cursor(head, { byteOffset: 0, size }), head, encoding);
    } catch (error) {
      if (!(error instanceof PartEnds)) throw error;
    }
  }
}

async function closingOf(source: DtaSource, opening: Opening): Promise<Closing> {
  const byteOffset = opening.endOffset;
  const tail = new Uint8Array(source.size - byteOffset);
  await source.read(tail, byteOffset);
  return readClosing(new Cursor(tail, { byteOffset, size: source.size }), opening);
}

function fileOf({ layout, reader }: Opening, { valueLabels }: Closing, rows: RowReader): DtaFile {
  const { release, littleEndian, label, timestamp, nrows, sortedBy, names } = layout;
  return {
    release,
    byteOrder: littleEndian ? 'little' : 'big',
    label,
    timestamp,
    nrows,
    sortedBy,
    names,
    variables: rows.variables(),
    valueLabels,
    encoding: reader.encoding,
    isDoubtful: reader.isDoubtful,
  };
}
