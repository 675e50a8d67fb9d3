import type { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import { readFixedHeader } from './header-fixed.js';
import { readTaggedHeader, readTaggedRelease, releaseError } from './header-tagged.js';
import { type Layout, releases } from './layout.js';
import { readStrls, type Strls } from './texts/strls.js';
import { textReader, type TextReader } from './texts/text.js';
import type { DtaValueLabels } from './types.js';
import { readFixedValueLabels, readTaggedValueLabels } from './value-labels.js';
import { notStata } from '../../../words/errors/readers/dta.js';

/** What precedes the rows, and where they end. */
export interface Opening {
  readonly layout: Layout;
  readonly reader: TextReader;
  readonly tagged: boolean;
  readonly endOffset: number;
}

/** What follows the rows. */
export interface Closing {
  readonly strls: Strls;
  readonly valueLabels: DtaValueLabels;
}

/** True if bytes start as a Stata data file does: `<stata_dta>`, or a release and the two bytes after it. */
function isDta(bytes: Uint8Array): boolean {
  const tag = '<stata_dta>';
  if (String.fromCharCode(...bytes.subarray(0, tag.length)) === tag) return true;
  const [release = 0, order = 0, type = 0] = bytes;
  return release >= 102 && release <= 127 && (order === 1 || order === 2) && type === 1;
}

/** Reads what stands before the rows, and moves over them. `start` holds the first bytes of the file. */
export function readOpening(cursor: Cursor, start: Uint8Array, encoding?: string): Opening {
  if (!isDta(start)) {
    throw new DtaError(notStata());
  }
  const tagged = cursor.startsWith('<stata_dta>');
  const release = tagged ? readTaggedRelease(cursor) : start[0]!;
  if (!releases.includes(release)) throw releaseError(release);
  const reader = textReader(encoding ?? (release >= 118 ? 'utf-8' : 'windows-1252'));
  const layout = tagged
    ? readTaggedHeader(cursor, release, reader)
    : readFixedHeader(cursor, reader);
  const { nrows } = layout;
  cursor.skip(nrows * layout.rowBytes, { rows: nrows });
  return { layout, reader, tagged, endOffset: cursor.offset };
}

/** Reads what stands behind the rows. */
export function readClosing(
  cursor: Cursor,
  { layout: { release, littleEndian }, reader, tagged }: Opening,
): Closing {
  cursor.littleEndian = littleEndian;
  if (!tagged) {
    return { strls: new Map(), valueLabels: readFixedValueLabels(cursor, release, reader) };
  }
  cursor.expect('</data>');
  const strls = readStrls(cursor, release, reader);
  const valueLabels = readTaggedValueLabels(cursor, release, reader);
  cursor.expect('</stata_dta>');
  return { strls, valueLabels };
}
