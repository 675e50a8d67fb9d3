/** Estimates the width of text, so that a figure has the same layout with and without the fonts. */
import { visibleLine } from '../../../words/text/visible.js';
import { TYPE } from './theme.js';

/** Widths relative to the type size, widest letters first. */
const widths: readonly (readonly [letters: RegExp, width: number])[] = [
  [
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/,
    1,
  ],
  [/[\u{1F000}-\u{1FAFF}\u{20000}-\u{3FFFF}]/u, 1],
  [/[MW@%m]/, 0.86],
  [/[A-Zw]/, 0.7],
  [/[ijltfrI.,:;'|! ()[\]-]/, 0.34],
];
const usual = 0.56;

export function textWidth(text: string, size: number = TYPE.text): number {
  let width = 0;
  for (const letter of text) {
    width += widths.find(([letters]) => letters.test(letter))?.[1] ?? usual;
  }
  return width * size;
}

/** The text, cut to fit, with dots at the end if it is cut. */
export function shortened(text: string, most: number, size: number = TYPE.text): string {
  if (textWidth(text, size) <= most) return text;
  const dots = '…';
  let width = textWidth(dots, size);
  let start = '';
  for (const letter of text) {
    width += textWidth(letter, size);
    if (width > most) break;
    start += letter;
  }
  return start.trimEnd() + dots;
}

/** Pieces between which a line may break: words, parts up to a hyphen, and single Chinese characters. */
const pieces =
  /[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef-]*-+|[^\s\u2e80-\u9fff\uff00-\uffef-]+\s*|\s+/g;

/** A visible text in at most `lines` lines of this width; a longer text is cut in the last line. */
export function wrapped(
  text: string,
  most: number,
  lines: number,
  size: number = TYPE.text,
): string[] {
  const rows: string[] = [''];
  for (const piece of visibleLine(text).match(pieces) ?? []) {
    const last = rows.at(-1)!;
    const fits = last === '' || textWidth(last + piece.trimEnd(), size) <= most;
    if (fits || rows.length === lines) rows[rows.length - 1] = last + piece;
    else rows.push(piece);
  }
  return rows.map((line) => shortened(line.trim(), most, size));
}
