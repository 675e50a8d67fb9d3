import { type ErrorDetail, InputError } from '../core/errors.js';

/** The character of a formula or filter at which an error points. */
export interface Place {
  readonly text: string;
  /** Position of the character in `text`, in UTF-16 units from 0. */
  readonly offset: number;
}

/** Row number of a table's row in messages: the header is row 1, the first data row is row 2. */
export function rowNumber(row: number): number {
  return row + 2;
}

/** The use of a name: a key such as `panel.time`, or a place in a formula or filter. */
export type Use = string | Place;

/**
 * An `InputError` with its place. A key precedes the message. A place follows it: the text on one line, and a caret
 * under the character.
 */
export function inputError(
  use: Use,
  code: string,
  message: string,
  detail: ErrorDetail = {},
): InputError {
  if (typeof use === 'string') return new InputError(code, `${use}: ${message}`, detail);
  const { line, offset } = clipped(use.text.replace(/\s/g, ' '), use.offset);
  const indent = ' '.repeat([...line.slice(0, offset)].length);
  const place = { ...detail, text: use.text, offset: use.offset };
  return new InputError(code, message, place, 0, `  ${line}\n  ${indent}^`);
}

/** Most characters of a text that a message shows on each side of the place. */
const maxShown = 50;

/** The part of a long line around a place. */
function clipped(line: string, offset: number): { readonly line: string; readonly offset: number } {
  const start = Math.max(0, offset - maxShown);
  const end = Math.min(line.length, offset + maxShown);
  const before = start > 0 ? '...' : '';
  const after = end < line.length ? '...' : '';
  const shown = `${before}${line.slice(start, end)}${after}`;
  return { line: shown, offset: offset - start + before.length };
}
