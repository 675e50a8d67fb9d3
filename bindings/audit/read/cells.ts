/** What a cell prints: a number with stars, a number in brackets, an interval. */
import { readPrinted } from '../printed.js';

export type CellKind = 'number' | 'parentheses' | 'brackets' | 'interval' | 'empty' | 'words';

export interface ReadCell {
  readonly kind: CellKind;
  readonly number: string;
  readonly stars: string;
  /** The upper end of an interval. */
  readonly high?: string;
  /** What follows in the same cell, such as `(0.003)` or `(df = 1; 148)`. */
  readonly rest: string;
}

const starred =
  /^([<>]?\s*[-+\u2212\u2013]?[\d.,\u2009 ]*\d[\d.,]*(?:e[-+\u2212]?\d+)?\s*%?|[-+\u2212\u2013]?\.\d+%?)\s*([*+\u2020\u2021]*)\s*(.*)$/i;
const interval = /^[[(]\s*([^;,\s]+)\s*[,;]\s*([^;,\s]+)\s*[\])]\s*([*+]*)$/;
const enclosed = /^([([{])\s*([^()[\]{}]*?)\s*[)\]}]\s*([*+\u2020\u2021]*)$/;

export function readCell(text: string): ReadCell {
  const plain = text.trim();
  const none = { number: '', stars: '', rest: '' };
  if (plain === '' || /^[-\u2013\u2014.]$/.test(plain)) return { kind: 'empty', ...none };
  const ends = interval.exec(plain);
  if (ends !== null && isNumber(ends[1]!) && isNumber(ends[2]!) && !isOneNumber(plain)) {
    return { kind: 'interval', number: ends[1]!, high: ends[2]!, stars: ends[3]!, rest: '' };
  }
  const inside = enclosed.exec(plain);
  if (inside !== null && isNumber(inside[2]!)) {
    const kind = inside[1] === '(' ? 'parentheses' : 'brackets';
    return { kind, number: inside[2]!, stars: inside[3]!, rest: '' };
  }
  const match = starred.exec(plain);
  const isName = /^\p{L}{2}/u.test(match?.[3] ?? ''); // such as 2SLS
  if (match === null || isName || !isNumber(match[1]!)) return { kind: 'words', ...none };
  return { kind: 'number', number: match[1]!.trim(), stars: match[2]!, rest: match[3]! };
}

/** `(0,123)` and `(1,234)` are numbers, `(0, 123)` and `(0.1,0.2)` intervals. */
function isOneNumber(text: string): boolean {
  return /^[[(]\s*[-+\u2212]?\d+,\d+\s*[\])]/.test(text);
}

function isNumber(text: string): boolean {
  return readPrinted(text) !== undefined;
}
