/** What a cell prints: a number with stars, a number in brackets, an interval. */
import type { AuditField } from '../../results/audit/audit.js';
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
  /^([<>]?\s*[-+\u2212]?[\d.,\u2009 ]*\d[\d.,]*(?:e[-+]?\d+)?|[-+\u2212]?\.\d+)\s*([*+\u2020\u2021]*)\s*(.*)$/i;
const interval = /^[[(]\s*([^;,\s]+)\s*[,;]\s*([^;,\s]+)\s*[\])]\s*([*+]*)$/;
const enclosed = /^([([{])\s*([^()[\]{}]*?)\s*[)\]}]\s*([*+\u2020\u2021]*)$/;

export function readCell(text: string): ReadCell {
  const plain = text.trim();
  const none = { number: '', stars: '', rest: '' };
  if (plain === '' || /^[-\u2013\u2014.]$/.test(plain)) return { kind: 'empty', ...none };
  const ends = interval.exec(plain);
  if (ends !== null && isNumber(ends[1]!) && isNumber(ends[2]!)) {
    return { kind: 'interval', number: ends[1]!, high: ends[2]!, stars: ends[3]!, rest: '' };
  }
  const inside = enclosed.exec(plain);
  if (inside !== null && isNumber(inside[2]!)) {
    const kind = inside[1] === '(' ? 'parentheses' : 'brackets';
    return { kind, number: inside[2]!, stars: inside[3]!, rest: '' };
  }
  const match = starred.exec(plain);
  if (match === null || !isNumber(match[1]!)) return { kind: 'words', ...none };
  return { kind: 'number', number: match[1]!.trim(), stars: match[2]!, rest: match[3]! };
}

function isNumber(text: string): boolean {
  return readPrinted(text) !== undefined;
}

/** What stands in parentheses or brackets, by the notes; otherwise errors, or t where a number is negative. */
export function enclosedField(
  kind: 'parentheses' | 'brackets',
  numbers: readonly string[],
  notes: string,
): AuditField {
  const place = kind === 'parentheses' ? 'parenthes[ei]s|括号' : '(square )?brackets|方括号';
  const said = [
    [
      't',
      `\\bt[ -]?(stat(istic)?s?|values?|ratios?)?\\b[^.;]*(in|为|are) ?(the )?(${place})|(${place})[^.;]*t值`,
    ],
    ['z', `\\bz[ -]?(stat(istic)?s?|values?)\\b[^.;]*in (the )?(${place})`],
    ['p', `\\bp[ -]?values?\\b[^.;]*in (the )?(${place})|(${place})[^.;]*p值`],
    ['se', `(standard errors?|s\\.?e\\.?s?|标准误)[^.;]*(${place})|(${place})[^.;]*标准误`],
  ] as const;
  const match = said.find(([, pattern]) => new RegExp(pattern, 'i').test(notes));
  if (match !== undefined) return match[0];
  return numbers.some((text) => /^[-\u2212]/.test(text)) ? 't' : 'se';
}
