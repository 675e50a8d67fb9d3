/** Lines of text from pieces with places, as a printer of fixed width would set them. */
import type { Item } from './items.js';

/** Pieces on one baseline, from left to right, with the signs above and below it. */
export interface PdfLine {
  readonly base: number;
  readonly size: number;
  readonly items: readonly Item[];
}

/** Pieces nearer to a baseline than this share of its size are on it, such as stars that are set above it. */
const nearBaseline = 0.5;

/** The lines of a page from the top: the largest letters decide where baselines are. */
export function linesOf(items: readonly Item[]): PdfLine[] {
  const lines: { base: number; size: number; items: Item[] }[] = [];
  for (const item of [...items].sort((a, b) => b.size - a.size)) {
    const distance = ({ base }: { base: number }) => Math.abs(base - item.base);
    const [nearest] = lines
      .filter((line) => distance(line) < nearBaseline * line.size)
      .sort((a, b) => distance(a) - distance(b));
    if (nearest === undefined) lines.push({ base: item.base, size: item.size, items: [item] });
    else nearest.items.push(item);
  }
  return withLabels(lines.sort((a, b) => b.base - a.base)).map((line) => ({
    ...line,
    items: [...line.items].sort((a, b) => a.left - b.left),
  }));
}

/** Distance of a label between two rows from each of them, in sizes of its letters. */
const betweenRows = 0.75;

/** A label that stands halfway between two rows belongs to the upper one. */
function withLabels(lines: readonly PdfLine[]): PdfLine[] {
  const kept: PdfLine[] = [];
  lines.forEach((line, i) => {
    const { base, size, items } = line;
    const [above, below] = [kept.at(-1), lines[i + 1]];
    const isHalfway =
      above !== undefined &&
      below !== undefined &&
      Math.max(above.base - base, base - below.base) < betweenRows * size;
    if (isHalfway && items.every(({ text }) => !/^\W*\d/.test(text))) {
      kept[kept.length - 1] = { ...above, items: [...above.items, ...items] };
    } else kept.push(line);
  });
  return kept;
}

/** Gaps between pieces, in sizes of their letters, from which they are words, digits apart, and columns, which may be narrow. */
const gaps = { word: 0.12, digits: 0.24, narrow: 0.45, column: 0.85 };

/** The pieces of lines that belong together: narrow gaps are those of columns where lines nearby have wide ones. */
export function piecesOfLines(lines: readonly PdfLine[]): Item[][] {
  return lines.map((line, i) => {
    const below = lines.slice(i + 1, i + 1 + nearby);
    const around = [...lines.slice(Math.max(0, i - nearby), i), ...below];
    const isColumn = (left: number, right: number) => {
      const isThere = (other: PdfLine) => isApart(other, (left + right) / 2);
      return around.filter(isThere).length >= leastApart || below.slice(0, 2).some(isThere);
    };
    return piecesIn(line, isColumn);
  });
}

/** Lines before and after one that are looked at, and how many need a gap of columns; one does directly below heads. */
const nearby = 3;
const leastApart = 2;

/** Whether a line has pieces on both sides of a place, in columns of their own. */
function isApart({ items, size }: PdfLine, place: number): boolean {
  const i = items.findIndex((item) => item.right > place);
  const [before, after] = [items[i - 1], items[i]];
  if (before === undefined || after === undefined || after.left <= place) return false;
  return after.left - before.right > gaps.column * size;
}

type IsColumn = (left: number, right: number) => boolean;

/** Whether a piece does not continue the one before it: a gap of columns, or a number after stars. */
function isPieceAfter(
  last: Item,
  item: Item,
  { gap, isColumn }: { readonly gap: number; readonly isColumn: IsColumn },
): boolean {
  if (gap > gaps.column || (gap > gaps.narrow && isColumn(last.right, item.left))) return true;
  return gap < gaps.word && /[*\])]$/.test(last.text) && /^[-\u2212\d(.[]/.test(item.text);
}

/** Joined pieces with places of their own. */
export function piecesIn({ items, size }: PdfLine, isColumn: IsColumn = () => false): Item[] {
  const pieces: Item[] = [];
  for (const item of items) {
    const last = pieces.at(-1);
    const gap = last === undefined ? Infinity : (item.left - last.right) / size;
    if (last === undefined || isPieceAfter(last, item, { gap, isColumn })) pieces.push(item);
    else {
      const isInNumber = /\d$/.test(last.text) && /^\d/.test(item.text);
      const isWord =
        gap > (isInNumber ? gaps.digits : gaps.word) ||
        /\s$/.test(last.text) ||
        /^\s/.test(item.text);
      const text = `${last.text.trimEnd()}${isWord ? ' ' : ''}${item.text.trimStart()}`;
      pieces[pieces.length - 1] = { ...last, text, right: item.right };
    }
  }
  return pieces.map((piece) => ({ ...piece, text: ungrouped(piece.text) }));
}

/** Thin spaces between the digits of a number. */
function ungrouped(text: string): string {
  return text
    .replace(/(\d\.\d{3}) (?=\d{1,3}(?![\d.]))/g, '$1')
    .replace(/(?<![\d.,])(\d{1,3}) (?=\d{3}(?!\d))/g, '$1');
}

/** Lines with each piece at its place: two spaces or more between pieces, one between words. */
export function printed(lines: readonly (readonly Item[])[]): string {
  const all = lines.flat();
  if (all.length === 0) return '';
  const left = Math.min(...all.map((item) => item.left));
  const width = letterWidth(all);
  return lines
    .map((pieces) => {
      let text = '';
      for (const piece of pieces) {
        const place = Math.round((piece.left - left) / width);
        text = text === '' ? ' '.repeat(place) : text.padEnd(Math.max(place, text.length + 2));
        text += piece.text;
      }
      return text;
    })
    .join('\n');
}

/** A width that nine of ten pieces do not need per letter, so that they seldom push those after them to the right. */
function letterWidth(items: readonly Item[]): number {
  const widths = items
    .filter(({ text }) => text.length > 2)
    .map(({ left, right, text }) => (right - left) / text.length)
    .sort((a, b) => a - b);
  return Math.max(1, widths[Math.floor(widths.length / 10)] ?? 4);
}
