/** Numeric cells in HTML: aligned decimal points, stars in words, links to the source. */
import type { CellsLine, GridCell, GridLine } from '../grid.js';
import { alignedNumber } from '../marks.js';
import { type NumberMarks, type PaperCell, type PaperTable, usualMarks } from '../table.js';
import { escapedHtml } from '../../../../core/escapes/html.js';

/** Widths of a column in digits: before the decimal mark including a bracket, and after it. */
interface ColumnWidth {
  readonly left: number;
  readonly right: number;
  readonly hasDecimals: boolean;
}

/** What is needed to align the numbers of a table. */
export interface Alignment {
  readonly columns: readonly ColumnWidth[];
  readonly marks: NumberMarks;
}

interface Parts {
  readonly left: string;
  readonly right: string;
  /** Bracket and stars, which extend to the right of the column. */
  readonly tail: string;
}

/** The parts of a text that is a number and is aligned with its column. */
function partsOf(text: string, marks: NumberMarks, hasDecimals: boolean): Parts | undefined {
  const number = alignedNumber(text, marks, hasDecimals);
  if (number === undefined) return undefined;
  const end = text.length - number.close.length - number.stars.length;
  const point = number.decimals === '' ? end : text.lastIndexOf(marks.decimal, end);
  return { left: text.slice(0, point), right: text.slice(point, end), tail: text.slice(end) };
}

/** The widths of all columns; the first cell of a line is a label. */
export function alignmentOf(lines: readonly GridLine[], marks = usualMarks): Alignment {
  const rows = lines.filter((line): line is CellsLine => line.type === 'cells');
  const body = rows.filter(({ kind }) => kind !== 'head' && kind !== 'span');
  const columns = Math.max(0, ...body.map(({ cells }) => cells.length - 1));
  return {
    marks,
    columns: Array.from({ length: columns }, (_, j) => {
      const texts = body.map(({ cells }) => cells[j + 1]?.text ?? '');
      const loose = texts.flatMap((text) => partsOf(text, marks, false) ?? []);
      const hasDecimals = loose.some(({ right }) => right !== '');
      const parts = texts.flatMap((text) => partsOf(text, marks, hasDecimals) ?? []);
      const widest = (side: 'left' | 'right') =>
        Math.max(0, ...parts.map((part) => part[side].length));
      return { left: widest('left'), right: widest('right'), hasDecimals };
    }),
  };
}

/** A typeset number: its HTML, and the style that aligns its decimal point. */
export interface SetNumber {
  readonly content: string;
  readonly style: string;
}

/** The number of a cell; undefined if its text is not aligned. */
export function alignedCell(
  { text, cell }: GridCell,
  column: number,
  stars: PaperTable['stars'],
  alignment: Alignment,
): SetNumber | undefined {
  const width = alignment.columns[column];
  if (width === undefined) return undefined;
  const parts = partsOf(text, alignment.marks, width.hasDecimals);
  if (parts === undefined) return undefined;
  const missing = width.right - parts.right.length;
  const padding = missing === 0 ? '' : `;padding-right:${missing}ch`;
  const tail =
    parts.tail === '' ? '' : `<span class="tail">${starred(parts.tail, cell, stars)}</span>`;
  return {
    content: signed(parts.left + parts.right) + tail,
    style: `width:${width.left + width.right}ch${padding}`,
  };
}

/** A text with its stars raised, and named for screen readers. */
export function starred(
  text: string,
  cell: PaperCell | undefined,
  stars: PaperTable['stars'],
): string {
  const printed = cell?.stars ?? '';
  const bound = printed === '' || !text.includes(printed) ? undefined : stars[printed];
  if (bound === undefined) return signed(text);
  const place = text.indexOf(printed);
  const meaning = `p &lt; ${bound}`;
  const mark = `<sup role="img" aria-label="${meaning}" title="${meaning}">${escapedHtml(printed)}</sup>`;
  return signed(text.slice(0, place)) + mark + signed(text.slice(place + printed.length));
}

const signed = (text: string) => escapedHtml(text.replace(/(?<!\w)-(?=\d)/g, '\u2212'));
