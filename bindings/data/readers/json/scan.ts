/** What JSON.parse does not tell of a text: numbers that it rounds, and keys that occur twice. */
import { lossOf } from '../../cells/number-text.js';
import { rowNumber } from '../../place.js';
import { fieldTooLong, MOST_CHARACTERS } from '../limits.js';

const string = String.raw`"[^"\\]*(?:\\.[^"\\]*)*"`;
const number = String.raw`-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?`;
/** Without such digits every number is what it says. */
const longNumber = /[\d.]{16}|\d[eE]/;

/** A text in which numbers that doubles do not hold are strings with a mark before the digits. */
export interface MarkedText {
  readonly text: string;
  readonly mark: string;
}

/** @throws InputError `field-too-long` for a number of too many digits in the file `name` */
export function markNumerals(text: string, name: string): MarkedText {
  // Longer than all such characters of the text together, also those that are escaped.
  const mark = '\uE000'.repeat(1 + (text.match(/\uE000|\\ue000/gi)?.length ?? 0));
  if (!longNumber.test(text)) return { text, mark };
  const tokens = new RegExp(`${string}|${number}`, 'gs');
  const marked = text.replace(tokens, (token: string, place: number) => {
    if (token.startsWith('"') || /^-?0\d/.test(token)) return token;
    if (token.length > MOST_CHARACTERS) {
      throw fieldTooLong(name, `the number at character ${place + 1}`, token.length);
    }
    const loss = lossOf(token);
    return loss === 'digits' || loss === 'range' ? JSON.stringify(mark + token) : token;
  });
  return { text: marked, mark };
}

/** The first key that occurs twice in one object, as a phrase; undefined if none does. */
export function doubledKey(text: string, value: unknown): string | undefined {
  const tokens = new RegExp(`${string}(\\s*:)?`, 'gs');
  let nkeys = 0;
  for (const match of text.matchAll(tokens)) if (match[1] !== undefined) nkeys++;
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

function firstDoubled(text: string): string | undefined {
  const tokens = new RegExp(`(${string})(\\s*:)?|[{}[\\]]`, 'gs');
  const open: (Set<string> | undefined)[] = [];
  let row = -1;
  for (const [token, quoted, colon] of text.matchAll(tokens)) {
    if (token === '{') {
      if (open.length <= 1) row++;
      open.push(new Set());
    } else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (quoted !== undefined && colon !== undefined) {
      const keys = open[open.length - 1];
      const key = JSON.parse(quoted) as string;
      if (keys?.has(key) === true) return `"${key}" twice in row ${rowNumber(row)}`;
      keys?.add(key);
    }
  }
  return undefined;
}

/** The first character that cannot begin a part of JSON, as a phrase with its line. */
export function firstFault(text: string): string | undefined {
  const part = new RegExp(`\\s+|${string}|${number}|true|false|null|[{}[\\]:,]`, 'gsy');
  while (part.lastIndex < text.length) {
    const { lastIndex } = part;
    if (part.test(text)) continue;
    const word = /^[\p{L}\p{N}_+.-]+|^./su.exec(text.slice(lastIndex, lastIndex + 20))![0];
    const line = text.slice(0, lastIndex).split('\n').length;
    return `line ${line} has ${word.startsWith('"') ? 'a quote that is not closed' : word}`;
  }
  return undefined;
}
