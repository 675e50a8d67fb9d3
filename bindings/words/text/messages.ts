/** The texts in messages: values, lists and sentences, cut to a readable length. */
import { alignedLines, visibleLine } from './visible.js';

/** Maximum characters of a message, including the lines below it that show a place in a text. */
const MESSAGE = 500;
/** Characters kept at the end of a message that is cut, because the end says what to do. */
const END = 120;
/** Maximum characters of a value in a message. */
const VALUE = 60;
/** Maximum number of parts of a value that are read in order to show it. */
const PARTS = 100;
/** Maximum number of names in a list. */
const NAMES = 12;

/**
 * One line of at most 500 characters. Invisible characters are escaped. `excerpt`, below the line, shows a place in a
 * text and counts towards the length. Its lines are left out if they leave no room for the sentence.
 */
export function messageOf(sentence: string, excerpt: string): string {
  const line = visibleLine(sentence);
  if (excerpt === '') return cut(line, MESSAGE, END);
  const room = MESSAGE - excerpt.length - 1;
  if (room < 2 * END) return cut(line, MESSAGE, END);
  return `${cut(line, room, END)}\n${alignedLines(excerpt)}`;
}

/** The text; if it is too long, its start and its last `end` characters with dots between. */
function cut(text: string, most: number, end: number): string {
  if (text.length <= most) return text;
  const start = text.slice(0, most - end - 3).replace(/[\ud800-\udbff]$/, '');
  return `${start}...${end === 0 ? '' : text.slice(-end).replace(/^[\udc00-\udfff]/, '')}`;
}

/** Shows a value: at most 60 characters of its JSON. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'symbol' || typeof value === 'function') return `a ${typeof value}`;
  return cut(jsonOf(value), VALUE, 0);
}

/** Shows a word without quotes, and any other value as `show` does. */
export function showWord(value: unknown): string {
  return typeof value === 'string' && value !== '' ? cut(value, VALUE, 0) : show(value);
}

/** JSON of a value with few parts; otherwise the type of the value. */
function jsonOf(value: unknown): string {
  let parts = 0;
  try {
    return JSON.stringify(value, (_, part: unknown) => {
      if (++parts > PARTS) throw new RangeError('too many parts');
      if (typeof part === 'string') return part.slice(0, VALUE);
      return typeof part === 'bigint' ? `${part}`.slice(0, VALUE) : part;
    });
  } catch {
    return Array.isArray(value) ? `a list of ${value.length}` : 'an object';
  }
}

/** `1 row`, `5 rows`. */
export function counted(n: number | string, one: string): string {
  return `${n} ${Number(n) === 1 ? one : `${one}s`}`;
}

/** Names separated by commas; at most twelve, then the number of the others. */
export function listed(names: readonly string[], separator = ', '): string {
  const first = names.slice(0, NAMES).map((name) => cut(name, VALUE, 0));
  const more = names.length - first.length;
  return [...first, ...(more > 0 ? [`... and ${more} more`] : [])].join(separator);
}
