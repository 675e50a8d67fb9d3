import { DtaError } from '../error.js';
import { widthsOf } from '../layout.js';
import type { Bytes } from './bytes.js';
import type { DtaColumn } from './types.js';
import { labelOfFraction } from '../../../../words/errors/readers/dta.js';

const firstMissing = 2147483621;

/** Writes the labels of a column as a set of its name. Texts end with NUL and are found by their offsets. */
export function writeValueLabels(bytes: Bytes, { name, valueLabels }: DtaColumn): void {
  if (!valueLabels?.size) return;
  const encoder = new TextEncoder();
  const texts = [...valueLabels.values()].map((text) => encoder.encode(`${text}\0`));
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  bytes.text('<lbl>');
  bytes.int32(8 + 8 * texts.length + length);
  bytes.field(name, widthsOf(118).name);
  bytes.skip(3);
  bytes.int32(texts.length);
  bytes.int32(length);
  let offset = 0;
  for (const text of texts) {
    bytes.int32(offset);
    offset += text.length;
  }
  for (const key of valueLabels.keys()) bytes.int32(codeOf(key, name));
  texts.forEach((text) => bytes.raw(text));
  bytes.text('</lbl>');
}

function codeOf(key: string, name: string): number {
  if (/^\.[a-z]?$/.test(key)) return firstMissing + (key === '.' ? 0 : key.charCodeAt(1) - 96);
  const value = Number(key);
  if (Number.isInteger(value) && Math.abs(value) < firstMissing) return value;
  throw new DtaError(labelOfFraction({ column: name, key }));
}
