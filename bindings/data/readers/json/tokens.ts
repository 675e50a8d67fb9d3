/** Strings, numbers and signs of a JSON text by their places: long ones overflow the stack of a regular expression. */

export interface Token {
  readonly kind: 'string' | 'number' | 'bracket';
  readonly start: number;
  /** The place after the last character. */
  readonly end: number;
}

const starts = /["\-\d[\]{}]/g;

/** The next string, number or bracket of a text; of a string that is not closed, all that follows. */
export function nextToken(text: string, from: number): Token | undefined {
  starts.lastIndex = from;
  const start = starts.exec(text)?.index;
  if (start === undefined) return undefined;
  const sign = text[start]!;
  if (sign === '"') return { kind: 'string', start, end: endOfString(text, start) ?? text.length };
  if ('[]{}'.includes(sign)) return { kind: 'bracket', start, end: start + 1 };
  return { kind: 'number', start, end: endOfNumber(text, start) };
}

/** The place after the quote that closes a string; undefined if none does. */
export function endOfString(text: string, start: number): number | undefined {
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
export function isNumeral(token: string): boolean {
  return !/^-?(?:0\d|\.)|\.(?!\d)/.test(token) && !Number.isNaN(Number(token));
}
