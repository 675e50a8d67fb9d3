/** Finds what JSON.parse does not report: numbers that it rounds, and duplicate keys. */
import { lossOf } from '../../cells/number-text.js';
import { rowNumber } from '../../place.js';
import { fieldTooLong, MOST_CHARACTERS } from '../limits.js';
import { badWord, openString } from '../../../words/errors/readers/json.js';
import type { Told } from '../../../words/told.js';

/**
 * Positions of strings, numbers and signs in a JSON text. A regular expression would overflow the stack on long ones.
 */
interface Token {
  readonly kind: 'string' | 'number' | 'bracket';
  readonly start: number;
  /** The place after the last character. */
  readonly end: number;
}

const starts = /["\-\d[\]{}]/g;

/** The next string, number or bracket of a text; of a string that is not closed, all that follows. */
function nextToken(text: string, from: number): Token | undefined {
  starts.lastIndex = from;
  const start = starts.exec(text)?.index;
  if (start === undefined) return undefined;
  const sign = text[start]!;
  if (sign === '"') return { kind: 'string', start, end: endOfString(text, start) ?? text.length };
  if ('[]{}'.includes(sign)) return { kind: 'bracket', start, end: start + 1 };
  return { kind: 'number', start, end: endOfNumber(text, start) };
}

/** The place after the quote that closes a string; undefined if none does. */
function endOfString(text: string, start: number): number | undefined {
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return undefined;
    if (!isEscaped(text, quote, start)) return quote + 1;
    from = quote + 1;
  }
}

function isEscaped(text: string, place: number, start: number): boolean {
  let first = place;
  while (first - 1 > start && text[first - 1] === '\\') first--;
  return (place - first) % 2 === 1;
}

const numeral = new Set('+-.0123456789Ee');

function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && numeral.has(text[end]!)) end++;
  return end;
}

/** True for what JSON takes as a number. */
function isNumeral(token: string): boolean {
  return !/^-?(?:0\d|\.)|\.(?!\d)/.test(token) && !Number.isNaN(Number(token));
}

/** Without this many digits no number is rounded. */
const longNumber = /[\d.]{16}|\d[eE]/;

/** A text in which numbers that doubles cannot represent are strings, with a mark before the digits. */
export interface MarkedText {
  readonly text: string;
  readonly mark: string;
}

/** @throws InputError `field-too-long` for a number of too many digits in the file `name` */
export function markNumerals(text: string, name: string): MarkedText {
  // Longer than all such characters in the text together, including escaped ones.
  const mark = '\uE000'.repeat(1 + (text.match(/\uE000|\\ue000/gi)?.length ?? 0));
  if (!longNumber.test(text)) return { text, mark };
  const parts: string[] = [];
  let copied = 0;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    const { kind, start, end } = token;
    if (kind !== 'number') continue;
    if (end - start > MOST_CHARACTERS) {
      throw fieldTooLong(name, { character: start + 1 }, end - start);
    }
    const digits = text.slice(start, end);
    if (!longNumber.test(digits) || !isNumeral(digits)) continue;
    const loss = lossOf(digits);
    if (loss !== 'digits' && loss !== 'range') continue;
    parts.push(text.slice(copied, start), JSON.stringify(mark + digits));
    copied = end;
  }
  return { text: parts.join('') + text.slice(copied), mark };
}

/** The first key that occurs twice in one object, and its row; undefined if none does. */
export function doubledKey(text: string, value: unknown): DoubledKey | undefined {
  let nkeys = 0;
  for (let start = text.indexOf('"'), end = 0; start >= 0; start = text.indexOf('"', end)) {
    end = endOfString(text, start) ?? text.length;
    if (isKey(text, end)) nkeys++;
  }
  return nkeys === keysIn(value) ? undefined : firstDoubled(text);
}

/** Keys of all objects in a value. */
function keysIn(value: unknown): number {
  let count = 0;
  const stack: unknown[] = [value];
  while (stack.length > 0) {
    const next = stack.pop();
    if (typeof next !== 'object' || next === null) continue;
    const parts: unknown[] = Object.values(next);
    if (!Array.isArray(next)) count += parts.length;
    for (const part of parts) if (typeof part === 'object') stack.push(part);
  }
  return count;
}

/** Whether a colon follows. */
function isKey(text: string, end: number): boolean {
  let place = end;
  while (/^\s/.test(text[place] ?? '')) place++;
  return text[place] === ':';
}

interface DoubledKey {
  readonly key: string;
  readonly row: number;
}

function firstDoubled(text: string): DoubledKey | undefined {
  const open: (Set<string> | undefined)[] = [];
  let row = -1;
  for (let token = nextToken(text, 0); token; token = nextToken(text, token.end)) {
    const part = text.slice(token.start, token.end);
    if (part === '{') {
      if (open.length <= 1) row++;
      open.push(new Set());
    } else if (part === '[') open.push(undefined);
    else if (part === '}' || part === ']') open.pop();
    else if (token.kind === 'string' && isKey(text, token.end)) {
      const keys = open[open.length - 1];
      const key = JSON.parse(part) as string;
      if (keys?.has(key) === true) return { key, row: rowNumber(row) };
      keys?.add(key);
    }
  }
  return undefined;
}

/** The first character that cannot begin a part of JSON, with its line. */
export function firstFault(text: string): Told | undefined {
  let place = 0;
  while (place < text.length) {
    const end = endOfPart(text, place);
    if (end !== undefined) {
      place = end;
      continue;
    }
    const word = /^[\p{L}\p{N}_+.-]+|^./su.exec(text.slice(place, place + 20))![0];
    const line = text.slice(0, place).split('\n').length;
    return word.startsWith('"') ? openString({ line }) : badWord({ line, word });
  }
  return undefined;
}

const part = /\s|true|false|null|[{}[\]:,]/y;

function endOfPart(text: string, place: number): number | undefined {
  if (text[place] === '"') return endOfString(text, place);
  if (/[-\d]/.test(text[place]!)) {
    const { end } = nextToken(text, place)!;
    return isNumeral(text.slice(place, end)) ? end : undefined;
  }
  part.lastIndex = place;
  return part.test(text) ? part.lastIndex : undefined;
}
