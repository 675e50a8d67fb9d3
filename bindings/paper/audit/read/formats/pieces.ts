/** Splits a line of plain text into the pieces that are in columns. */

/** A piece of a line, and its place. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Longer lines are cut. */
const longestLine = 500;

/** Whether a line is a rule of dashes, which may have crossings. */
export function isRule(line: string): boolean {
  const plain = line.slice(0, longestLine).replace(/\s/g, '');
  return plain.length >= 3 && /^[-=_─━═┄+|┼]+$/.test(plain);
}

const number = String.raw`[-+\u2212]?\d*[.,]?\d+(?:[.,]\d+){0,9}(?:e[-+]?\d+)?%?`;
const marks = String.raw`\s?[*+.\u2020\u2021]{0,4}`;
const enclosed = String.raw`\(\s?${number}\s?\)|\[\s?${number}\s?\]|\{\s?${number}\s?\}|[[(]\s?${number}\s?[,;]\s?${number}\s?[\])]`;
const numeric = new RegExp(
  String.raw`^(?:[<>]?\s?${number}|${enclosed}|\d{1,4}, \d{1,9})${marks}(?:\s(?:${enclosed})${marks})?$`,
  'i',
);

/** A number or an interval as it is in a column, with brackets and stars, or `0.12* (0.05)`. */
export function isNumber(text: string): boolean {
  return text.length <= 80 && numeric.test(text);
}

const isAlone = (text: string) => isNumber(text) && !/[)\]}]/.test(text);
const isStars = (text: string) => /^[*+.\u2020\u2021]{1,4}$/.test(text);

const wide =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/g;

/** Places of a Chinese character on a screen. */
export const placesOfWide = 2;

/** Whether a line has Chinese characters, or others as wide. */
export function hasWide(line: string): boolean {
  return line.search(wide) >= 0;
}

/**
 * Pieces separated by two spaces or by bars; numbers separated by one space are separate pieces. `places` are those of a
 * wide character.
 */
export function piecesOf(line: string, places = 1): Piece[] {
  const pieces = piecesIn(line);
  if (places === 1) return pieces;
  const placeOf = (end: number) =>
    end + (places - 1) * (line.slice(0, end).match(wide)?.length ?? 0);
  return pieces.map(({ text, start, end }) => ({ text, start: placeOf(start), end: placeOf(end) }));
}

function piecesIn(line: string): Piece[] {
  return [...withoutBars(line).matchAll(/[^\s|│]+(?: [^\s|│]+)*/g)].flatMap((match) => {
    const words = [...match[0].matchAll(/\S+/g)].map((one): Piece => {
      const start = match.index + one.index;
      return { text: one[0], start, end: start + one[0].length };
    });
    return joined(words);
  });
}

/** The bars of `P>|t|` and `|z|` separate nothing. */
function withoutBars(line: string): string {
  return line.slice(0, longestLine).replace(/\|([tz])\|/g, '\u00A6$1\u00A6');
}

/** Joins words with words; each number stays separate, with the stars after it, or with what is in brackets after it. */
function joined(words: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const word of words) {
    const last = all.at(-1);
    const isApart = last === undefined || isNumber(last.text) || isNumber(word.text);
    const isMark = last !== undefined && isStars(word.text) && isNumber(last.text);
    // An interval, or two degrees of freedom.
    const isInterval = last !== undefined && /[[(][^\])]*[,;]$|^\d{1,4},$/.test(last.text);
    const isError = last !== undefined && isAlone(last.text) && /^[([{]/.test(word.text);
    if (last !== undefined && (!isApart || isMark || isInterval || isError)) {
      all[all.length - 1] = { text: `${last.text} ${word.text}`, start: last.start, end: word.end };
    } else all.push(word);
  }
  return all.map((piece) => ({ ...piece, text: piece.text.replaceAll('\u00A6', '|') }));
}
