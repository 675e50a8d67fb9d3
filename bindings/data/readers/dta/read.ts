import { counted } from '../../../core/messages.js';
import type { CellReader, Cells } from './cells.js';
import { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import { readFixedHeader } from './header-fixed.js';
import { readTaggedHeader, readTaggedRelease, releaseError } from './header-tagged.js';
import { type Layout, releases, widthOf } from './layout.js';
import { numberReader } from './numbers.js';
import { readStrls, strlReader, type Strls } from './strls.js';
import { textReader, type TextReader } from './text.js';
import { cellTexts } from './texts.js';
import type {
  DtaDescription,
  DtaFile,
  DtaNumbers,
  DtaReadOptions,
  DtaTexts,
  DtaValueLabels,
  DtaVariable,
} from './types.js';
import { readFixedValueLabels, readTaggedValueLabels } from './value-labels.js';

const rowsAtOnce = 2048;

/** True if bytes start as a Stata data file does: `<stata_dta>`, or a release and the two bytes after it. */
export function isDta(bytes: Uint8Array): boolean {
  if (new Cursor(bytes).startsWith('<stata_dta>')) return true;
  const [release = 0, order = 0, type = 0] = bytes;
  return release >= 102 && release <= 127 && (order === 1 || order === 2) && type === 1;
}

/**
 * Reads a Stata data file of release 110 to 119 (`help dta` of Stata describes the format). Nothing is believed that
 * the file's length contradicts: sizes are checked before memory is asked for.
 *
 * @throws DtaError `dta-not-stata`, `dta-release`, `dta-truncated`, `dta-damaged`, `dta-text` or
 *   `dta-unknown-variable`
 */
export function readDta(bytes: Uint8Array, options: DtaReadOptions = {}): DtaFile {
  if (!isDta(bytes)) {
    throw new DtaError(
      'dta-not-stata',
      'expected a Stata data file, found other bytes at its start',
    );
  }
  const cursor = new Cursor(bytes);
  const tagged = cursor.startsWith('<stata_dta>');
  const release = tagged ? readTaggedRelease(cursor) : bytes[0]!;
  if (!releases.includes(release)) throw releaseError(release);
  const reader = textReader(options.encoding ?? (release >= 118 ? 'utf-8' : 'windows-1252'));
  const layout = tagged
    ? readTaggedHeader(cursor, release, reader)
    : readFixedHeader(cursor, reader);
  cursor.take(layout.nrows * layout.offsets.at(-1)!, counted(layout.nrows, 'row'));
  const { strls, valueLabels } = readAfterData(cursor, layout, reader, tagged);
  return {
    release,
    byteOrder: layout.littleEndian ? 'little' : 'big',
    label: layout.label,
    timestamp: layout.timestamp,
    nrows: layout.nrows,
    sortedBy: layout.sortedBy,
    variables: readVariables(bytes, layout, chosen(layout, options.variables), reader, strls),
    valueLabels,
  };
}

function readAfterData(
  cursor: Cursor,
  { release }: Layout,
  reader: TextReader,
  tagged: boolean,
): { strls: Strls; valueLabels: DtaValueLabels } {
  if (!tagged) {
    return { strls: new Map(), valueLabels: readFixedValueLabels(cursor, release, reader) };
  }
  cursor.expect('</data>');
  const strls = readStrls(cursor, release, reader);
  const valueLabels = readTaggedValueLabels(cursor, release, reader);
  cursor.expect('</stata_dta>');
  return { strls, valueLabels };
}

/** Positions of the variables to read. */
function chosen({ names }: Layout, wanted?: readonly string[]): number[] {
  const unknown = wanted?.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new DtaError('dta-unknown-variable', `the file has no variable "${unknown}"`);
  }
  return names.flatMap((name, i) => (wanted === undefined || wanted.includes(name) ? [i] : []));
}

/** Decodes the variables a few thousand rows at a time, so that a row is in the cache for all of them. */
function readVariables(
  bytes: Uint8Array,
  layout: Layout,
  positions: readonly number[],
  reader: TextReader,
  strls: Strls,
): DtaVariable[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const readers = positions.map((i) => {
    const cells: Cells = {
      bytes,
      view,
      littleEndian: layout.littleEndian,
      start: layout.dataOffset + layout.offsets[i]!,
      stride: layout.offsets.at(-1)!,
      count: layout.nrows,
    };
    return cellReader(cells, layout, i, reader, strls);
  });
  for (let from = 0; from < layout.nrows; from += rowsAtOnce) {
    const to = Math.min(from + rowsAtOnce, layout.nrows);
    for (const { read } of readers) read(from, to);
  }
  return positions.map((i, j) => ({ ...description(layout, i), ...readers[j]!.result() }));
}

function cellReader(
  cells: Cells,
  layout: Layout,
  i: number,
  reader: TextReader,
  strls: Strls,
): CellReader<DtaNumbers | DtaTexts> {
  const storage = layout.storages[i]!;
  switch (storage) {
    case 'byte':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return numberReader(storage, cells, layout.release);
    case 'strL':
      return strlReader(cells, layout, i, strls);
    default:
      return cellTexts(cells, widthOf(storage), reader);
  }
}

function description(layout: Layout, i: number): DtaDescription {
  return {
    name: layout.names[i]!,
    storage: layout.storages[i]!,
    format: layout.formats[i]!,
    label: layout.labels[i]!,
    valueLabelName: layout.valueLabelNames[i]!,
  };
}
