import type { Cursor } from './cursor.js';
import { DtaError } from './error.js';
import { widthsOf } from './layout.js';
import type { TextReader } from './texts/text.js';
import { type DtaValueLabels, missingName } from './types.js';
import { badLabelOffset, badLabels } from '../../../words/errors/readers/dta.js';

const firstMissing = 2147483621;

/** Reads the value labels of releases 110 to 115, which end with the file. */
export function readFixedValueLabels(
  cursor: Cursor,
  release: number,
  reader: TextReader,
): DtaValueLabels {
  const sets = new Map<string, ReadonlyMap<string, string>>();
  while (cursor.left > 0) readSet(cursor, release, reader, sets);
  return sets;
}

/** Reads the value labels of releases 117 to 119. */
export function readTaggedValueLabels(
  cursor: Cursor,
  release: number,
  reader: TextReader,
): DtaValueLabels {
  const sets = new Map<string, ReadonlyMap<string, string>>();
  cursor.expect('<value_labels>');
  while (cursor.startsWith('<lbl>')) {
    cursor.expect('<lbl>');
    readSet(cursor, release, reader, sets);
    cursor.expect('</lbl>');
  }
  cursor.expect('</value_labels>');
  return sets;
}

function readSet(
  cursor: Cursor,
  release: number,
  reader: TextReader,
  sets: Map<string, ReadonlyMap<string, string>>,
): void {
  const length = cursor.int32('value-labels');
  const [name] = cursor.texts(1, widthsOf(release).name, reader, 'value-labels');
  cursor.skip(3, 'value-labels');
  const end = cursor.offset + length;
  sets.set(name!, readTable(cursor, reader, end));
  cursor.offset = end;
}

/** The table of a set: n, the length of the texts, n offsets of texts, n values, and the texts. */
function readTable(cursor: Cursor, reader: TextReader, end: number): Map<string, string> {
  const start = cursor.offset;
  const count = cursor.int32('value-labels');
  const length = cursor.int32('value-labels');
  if (count < 0 || length < 0 || start + 8 + 8 * count + length > end || end > cursor.size) {
    const sizes = { bytes: end - start, byte: start, labels: count, text: length };
    throw new DtaError(badLabels(sizes), start);
  }
  const offsets = Array.from({ length: count }, () => cursor.int32('value-labels'));
  const values = Array.from({ length: count }, () => cursor.int32('value-labels'));
  const place = cursor.offset;
  const texts = cursor.bytes(length, 'value-labels');
  return new Map(
    values.map((value, i) => {
      const offset = offsets[i]!;
      if (offset < 0 || offset >= length) {
        throw new DtaError(badLabelOffset({ bytes: length, found: offset }), start);
      }
      return [keyOf(value), reader.cell(texts.subarray(offset), place + offset)];
    }),
  );
}

function keyOf(value: number): string {
  return value >= firstMissing ? missingName(value - firstMissing + 1) : String(value);
}
