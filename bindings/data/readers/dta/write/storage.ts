import { DtaError } from '../error.js';
import type { DtaStorage } from '../types.js';
import type { DtaColumn } from './types.js';

const widestText = 2045;
const firstMissingDouble = 2 ** 1023;

const integers = [
  { storage: 'byte', from: -127, to: 100 },
  { storage: 'int', from: -32767, to: 32740 },
  { storage: 'long', from: -2147483647, to: 2147483620 },
] as const;

/**
 * The smallest type that holds every value of a column exactly.
 *
 * @throws DtaError `dta-not-writable` if a number is infinite or beyond 2^1023, or if a text contains NUL
 */
export function storageFor(column: DtaColumn): DtaStorage {
  return column.values instanceof Float64Array
    ? numberStorage(column.name, column.values)
    : textStorage(column.name, column.values);
}

function numberStorage(name: string, values: Float64Array): DtaStorage {
  let [low, high, whole] = [0, 0, true];
  values.forEach((value, row) => {
    if (Number.isNaN(value)) return;
    if (!(value < firstMissingDouble) || value === -Infinity) {
      const message = `column "${name}", row ${row + 1}: Stata does not store ${value}`;
      throw new DtaError('dta-not-writable', message);
    }
    whole &&= Number.isInteger(value) && !Object.is(value, -0);
    low = Math.min(low, value);
    high = Math.max(high, value);
  });
  const integer = integers.find(({ from, to }) => whole && low >= from && high <= to);
  return integer?.storage ?? 'double';
}

function textStorage(name: string, values: readonly string[]): DtaStorage {
  const encoder = new TextEncoder();
  let widest = 1;
  values.forEach((value, row) => {
    if (value.includes('\0')) {
      const message = `column "${name}", row ${row + 1}: Stata does not store a text with a NUL`;
      throw new DtaError('dta-not-writable', message);
    }
    // A character takes at most 3 bytes for each unit of its UTF-16.
    if (3 * value.length > widest) widest = Math.max(widest, encoder.encode(value).length);
  });
  return widest <= widestText ? `str${widest}` : 'strL';
}
