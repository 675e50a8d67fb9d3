import type { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import { type Layout, releases, rowOf, sortNames, widthsOf } from './layout.js';
import type { TextReader } from './texts/text.js';
import type { DtaStorage } from './types.js';
import * as said from '../../../words/errors/readers/dta.js';

const numeric: Readonly<Record<number, DtaStorage>> = {
  65530: 'byte',
  65529: 'int',
  65528: 'long',
  65527: 'float',
  65526: 'double',
  32768: 'strL',
};

const widestText = 2045;

/** Moves over the start of a file with tags and returns its release. */
export function readTaggedRelease(cursor: Cursor): number {
  cursor.expect('<stata_dta><header><release>');
  const digits = digitsOf(cursor);
  const release = Number(digits);
  if (!releases.includes(release) || release < 117) throw releaseError(digits);
  cursor.expect('</release>');
  return release;
}

/** The error of a file of a release that is not read. */
export function releaseError(release: string | number): DtaError {
  const [first, last] = [releases[0]!, releases.at(-1)!];
  return new DtaError(said.unreadRelease({ release: String(release), first, last }));
}

/** Reads the rest of the header of releases 117 to 119: elements in a fixed order, each between its tags. */
export function readTaggedHeader(cursor: Cursor, release: number, reader: TextReader): Layout {
  cursor.expect('<byteorder>');
  cursor.littleEndian = readByteOrder(cursor);
  cursor.expect('</byteorder><K>');
  const nvars = release === 119 ? cursor.uint32('K') : cursor.uint16('K');
  cursor.expect('</K><N>');
  const nrows = release === 117 ? cursor.uint32('N') : cursor.uint64('N');
  cursor.expect('</N><label>');
  const label = readCounted(cursor, reader, release === 117 ? 1 : 2);
  cursor.expect('</label><timestamp>');
  const timestamp = readCounted(cursor, reader, 1);
  cursor.expect('</timestamp></header><map>');
  // The sections follow one another, so their offsets are not needed.
  cursor.skip(14 * 8, 'map');
  cursor.expect('</map>');
  const described = readDescriptions(cursor, release, nvars, reader);
  skipCharacteristics(cursor);
  cursor.expect('<data>');
  return {
    release,
    littleEndian: cursor.littleEndian,
    nrows,
    label,
    timestamp,
    ...described,
    ...rowOf(described.storages),
    dataOffset: cursor.offset,
  };
}

function digitsOf(cursor: Cursor): string {
  return String.fromCharCode(...cursor.bytes(3, 'release'));
}

function readByteOrder(cursor: Cursor): boolean {
  if (cursor.startsWith('LSF') || cursor.startsWith('MSF')) {
    return cursor.bytes(3, 'byte-order')[0] === 'L'.charCodeAt(0);
  }
  throw new DtaError(said.noByteOrder({ byte: cursor.offset }), cursor.offset);
}

/** A text after its length, a number of one or two bytes. */
function readCounted(cursor: Cursor, reader: TextReader, lengthBytes: 1 | 2): string {
  const length = lengthBytes === 1 ? cursor.uint8('length') : cursor.uint16('length');
  const { offset } = cursor;
  return reader.whole(cursor.bytes(length, 'label'), offset);
}

type Descriptions = Pick<
  Layout,
  'storages' | 'names' | 'sortedBy' | 'formats' | 'valueLabelNames' | 'labels'
>;

function readDescriptions(
  cursor: Cursor,
  release: number,
  nvars: number,
  reader: TextReader,
): Descriptions {
  const widths = widthsOf(release);
  const element = <T>(tag: said.DtaTag, read: () => T): T => {
    cursor.expect(`<${tag}>`);
    const content = read();
    cursor.expect(`</${tag}>`);
    return content;
  };
  const texts = (tag: said.DtaTag, width: number): string[] =>
    element(tag, () => cursor.texts(nvars, width, reader, tag));
  const storages = element('variable_types', () => readStorages(cursor, nvars));
  const names = texts('varnames', widths.name);
  const positions = element('sortlist', () =>
    Array.from({ length: nvars + 1 }, () =>
      release === 119 ? cursor.uint32('sortlist') : cursor.uint16('sortlist'),
    ),
  );
  return {
    storages,
    names,
    sortedBy: sortNames(positions, names),
    formats: texts('formats', widths.format),
    valueLabelNames: texts('value_label_names', widths.name),
    labels: texts('variable_labels', widths.label),
  };
}

function readStorages(cursor: Cursor, nvars: number): DtaStorage[] {
  const start = cursor.offset;
  cursor.skip(2 * nvars, 'variable_types');
  cursor.offset = start;
  return Array.from({ length: nvars }, (_, i) => {
    const code = cursor.uint16('variable_types');
    const storage = numeric[code];
    if (storage !== undefined) return storage;
    if (code >= 1 && code <= widestText) return `str${code}` as const;
    const place = cursor.offset - 2;
    throw new DtaError(said.badType({ variable: i + 1, byte: place, found: code }), place);
  });
}

function skipCharacteristics(cursor: Cursor): void {
  cursor.expect('<characteristics>');
  while (cursor.startsWith('<ch>')) {
    cursor.expect('<ch>');
    cursor.skip(cursor.uint32('characteristics'), 'characteristics');
    cursor.expect('</ch>');
  }
  cursor.expect('</characteristics>');
}
