/** Text in terminal columns: wide characters, such as Chinese, take two, combining marks none. */
import stringWidth from 'string-width';
import type { Align } from '../document.js';

/** Text in which each code unit is one character: Latin, Greek, a minus or dash, and Chinese. */
const simple =
  /^[ -~\u00A1-\u00AC\u00AE-\u02FF\u0391-\u03C9\u2013\u2014\u2212\u3001-\u3011\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const wide = /[\u3001-\u3011\u4E00-\u9FFF\uFF01-\uFF60]/g;

/** Code units segmented at a time: each segment keeps a copy of its text. */
const CHUNK = 1000;

/** True for text that is measured by its code units. Others are segmented, which takes 10 ms the first time. */
export const isSimple = (text: string): boolean => simple.test(text);

/** Columns that a text takes. */
export function widthOf(text: string): number {
  if (isSimple(text)) return text.length + (text.match(wide)?.length ?? 0);
  return chunksOf(text).reduce((sum, chunk) => sum + stringWidth(chunk), 0);
}

/** The largest of any number of sizes, 0 if there are none; spreading them as arguments would overflow the stack. */
export const largestOf = (sizes: Iterable<number>): number => {
  let largest = 0;
  for (const size of sizes) if (size > largest) largest = size;
  return largest;
};

export function pad(text: string, size: number, align: Align): string {
  const padding = ' '.repeat(Math.max(0, size - widthOf(text)));
  return align === 'left' ? text + padding : padding + text;
}

/**
 * Pieces of a line, which may end after each: a word, or a Chinese character, with the marks that open before it and
 * those that close after it.
 */
const words =
  /[（《“]*(?:[\u4E00-\u9FFF]|[^ （《“，。、：；！？）》”\u4E00-\u9FFF]+)?[，。、：；！？）》”]* ?/g;

/** Break at spaces and between Chinese characters into lines of at most `size` columns; later lines start with `indent`. */
export function wrap(text: string, size: number, indent = ''): string[] {
  const lines: string[] = [];
  let line = '';
  // The last match is the empty one at the end.
  for (const word of text.match(words)!.slice(0, -1)) {
    if (widthOf((line + word).trimEnd()) > size && line !== '') {
      lines.push(line.trimEnd());
      line = indent + word;
    } else {
      line += word;
    }
  }
  return [...lines, line];
}

let made: Intl.Segmenter | undefined;

/** Created when first needed, because that takes 30 ms. */
function segments(text: string): Intl.Segments {
  made ??= new Intl.Segmenter();
  return made.segment(text);
}

/** Pieces of a text that end between characters. */
function chunksOf(text: string): string[] {
  const chunks: string[] = [];
  for (let position = 0; position < text.length; position += chunks.at(-1)!.length) {
    const chunk = text.slice(position, position + CHUNK);
    // The last character may continue in the next chunk.
    const last = segments(chunk).containing(chunk.length - 1)!.index;
    chunks.push(position + CHUNK < text.length && last > 0 ? chunk.slice(0, last) : chunk);
  }
  return chunks;
}

/** What readers perceive as one character: a letter with its accents, or an emoji of several code points. */
function charactersOf(text: string): string[] {
  if (isSimple(text)) return text.split('');
  return chunksOf(text).flatMap((chunk) => [...segments(chunk)].map(({ segment }) => segment));
}

/** The longest start of the characters that fits into `size` columns. */
function start(characters: readonly string[], size: number): string {
  let text = '';
  let used = 0;
  for (const character of characters) {
    used += widthOf(character);
    if (used > size) break;
    text += character;
  }
  return text;
}

/** A word of at most `size` columns, its middle replaced by `…`: names often differ at both ends. */
export function shortened(word: string, size: number): string {
  if (widthOf(word) <= size) return word;
  const characters = charactersOf(word);
  const tail = start([...characters].reverse(), Math.floor((size - 1) / 2));
  const head = start(characters, size - 1 - widthOf(tail));
  return `${head}…${charactersOf(tail).reverse().join('')}`;
}

/** A word in pieces of at most `size` columns, at least one character each. */
export function pieces(word: string, size: number): string[] {
  const parts = [''];
  let used = 0;
  for (const character of charactersOf(word)) {
    const width = widthOf(character);
    const isFull = parts.at(-1) !== '' && used + width > size;
    if (isFull) parts.push('');
    used = isFull ? width : used + width;
    parts[parts.length - 1] += character;
  }
  return parts;
}
