import { InputError } from '../core/errors/errors.js';
import { type Told, toldAgain } from '../words/told.js';

/** The character of a formula or filter at which an error points. */
export interface Place {
  readonly text: string;
  /** Position of the character in `text`, in UTF-16 units from 0. */
  readonly offset: number;
}

/**
 * Maps the rows of a table to those of its file: a row from `starts[i]` on is `offsets[i]` after its position in the
 * table, counted from 0. `starts` ascends from 0.
 */
export interface FileRows {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/** The number of the first row of data that have no lines. */
export const FIRST_ROW = 1;

/** The number of a table's row in messages: the line of a text file or the row of a sheet; elsewhere rows count from 1. */
export function rowNumber(row: number, fileRows?: FileRows): number {
  if (fileRows === undefined) return row + FIRST_ROW;
  const { starts, offsets } = fileRows;
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= row) low = middle + 1;
    else high = middle;
  }
  return row + (offsets[low - 1] ?? FIRST_ROW);
}

/** Where a name is used: a key such as `panel.time`, or a place in a formula or filter. */
export type Use = string | Place;

/**
 * An `InputError` with a place. A key comes before the message. A place comes after it: the text on one line, and a
 * caret under the character; `of` is the subject of the message.
 */
export function inputError(use: Use, told: Told, of?: string): InputError {
  if (typeof use === 'string') return new InputError(told, use);
  const { line, offset } = clipped(use.text, use.offset);
  const indent = ' '.repeat([...line.slice(0, offset)].length);
  const detail = { ...told.detail, text: use.text, offset: use.offset };
  return new InputError(toldAgain(told, detail), { excerpt: `  ${line}\n  ${indent}^`, of });
}

/** Maximum characters of a text that a message shows on each side of the place. */
const maxShown = 50;

/** The part of a long text around a place, on one line. */
function clipped(text: string, offset: number): { readonly line: string; readonly offset: number } {
  const start = Math.max(0, offset - maxShown);
  const end = Math.min(text.length, offset + maxShown);
  const before = start > 0 ? '...' : '';
  const after = end < text.length ? '...' : '';
  const shown = `${before}${text.slice(start, end).replace(/\s/g, ' ')}${after}`;
  return { line: shown, offset: offset - start + before.length };
}
