/** Aligned lines of text. */
import type { Cell, Fact, TableBlock, TableColumn, TableRow } from '../document.js';
import { largestOf, pad, pieces, shortened, widthOf, wrap } from './measure.js';

/** How much room a page has. */
export interface Page {
  /** Columns of the longest line of text. */
  readonly width: number;
  /** The word before a warning; by default `warning: `. */
  readonly warning?: string;
  /** True if `…` replaces the middle of long words in tables; otherwise they wrap. */
  readonly shorten: boolean;
}

/** Columns of a page, unless a terminal has another number. */
export const pageWidth = 80;
/** Minimum columns of a label and the space after it. */
const labelWidth = 14;
/** Minimum columns of words in a table that is too wide. */
const leastWords = 12;
/** Maximum columns of a heading over numbers; longer ones wrap. */
const mostHeading = pageWidth;
const gap = '  ';

/** A part of a table that is too wide; each part repeats the columns that identify its rows. */
export interface TablePart {
  readonly heading: readonly string[];
  readonly lines: readonly string[];
}

type Texts = readonly string[];

/** The text of a row's cells, the first indented by two spaces per level. */
function textsOf({ cells, level = 0 }: TableRow): string[] {
  const [first, ...others] = cells.map(({ text }: Cell) => text);
  return [gap.repeat(level) + (first ?? ''), ...others];
}

/** The text after the point of alignment: stars, and decimals if their number differs. */
function tailOf(text: string, { align }: TableColumn): number {
  if (align === 'left') return 0;
  return (align === 'decimal' ? /(\.[\de+-]*)?\**$/ : /\**$/).exec(text)![0].length;
}

/** Pads texts to the longest tail of their column, so that decimal points stay aligned. */
function withTails(rows: readonly Texts[], columns: readonly TableColumn[]): Texts[] {
  const longest = columns.map((column, j) =>
    largestOf(rows.map((cells) => tailOf(cells[j] ?? '', column))),
  );
  return rows.map((cells) =>
    cells.map((cell, j) => cell + ' '.repeat(longest[j]! - tailOf(cell, columns[j]!))),
  );
}

/** Columns with their natural widths. */
interface Sized {
  readonly columns: readonly TableColumn[];
  readonly headings: Texts;
  readonly rows: readonly Texts[];
  readonly widths: readonly number[];
}

function sized(columns: readonly TableColumn[], tableRows: readonly TableRow[]): Sized {
  const rows = withTails(tableRows.map(textsOf), columns);
  const headings = columns.map(({ heading }) => heading);
  const widths = headings.map((heading, j) =>
    Math.max(
      Math.min(widthOf(heading), mostHeading),
      largestOf(rows.map((cells) => widthOf(cells[j] ?? ''))),
    ),
  );
  return { columns, headings, rows, widths };
}

const total = (widths: readonly number[]) =>
  widths.reduce((sum, size) => sum + size, gap.length * (widths.length - 1));

const leastOf = ({ columns, widths }: Sized): number[] =>
  widths.map((size, j) => (columns[j]!.align === 'left' ? Math.min(size, leastWords) : size));

/** The columns that identify a row and are repeated in each part: words before the first number. */
function keysOf(columns: readonly TableColumn[]): number[] {
  const first = columns.findIndex(({ align }) => align !== 'left');
  return [...columns.keys()].slice(0, Math.max(1, first));
}

/** All columns if they fit; otherwise parts, each with as many columns as fit with narrowed words. */
function partsOf(table: Sized, width: number): Sized[] {
  const least = leastOf(table);
  const keys = keysOf(table.columns);
  const groups: number[][] = [];
  let used = Infinity;
  for (let j = keys.length; j < least.length; ++j) {
    if (used + gap.length + least[j]! > width) {
      groups.push([...keys]);
      used = total(keys.map((key) => least[key]!));
    }
    groups.at(-1)!.push(j);
    used += gap.length + least[j]!;
  }
  if (groups.length <= 1) return [table];
  const pick = <T>(items: readonly T[], group: readonly number[]) => group.map((j) => items[j]!);
  return groups.map((group) => ({
    columns: pick(table.columns, group),
    headings: pick(table.headings, group),
    rows: table.rows.map((cells) => pick(cells, group)),
    widths: pick(table.widths, group),
  }));
}

/** Narrows the widest columns of words by what does not fit. */
function narrowed(table: Sized, width: number): number[] {
  const widths = [...table.widths];
  const least = leastOf(table);
  for (let excess = total(widths) - width; excess > 0; --excess) {
    const room = widths.map((size, j) => (size > least[j]! ? size : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    widths[widest]! -= 1;
  }
  return widths;
}

/** A cell of words in lines, with later lines indented like the first. */
function cellLines(text: string, size: number, shorten: boolean): string[] {
  const indent = /^ */.exec(text)![0];
  const room = Math.max(1, size - indent.length);
  const words = text.trim().split(' ');
  const short = words.flatMap((word) => (shorten ? [shortened(word, room)] : pieces(word, room)));
  return wrap(short.join(' '), room).map((line) => indent + line);
}

/** True if shortened names in the first column are as distinct as the names. */
function distinct({ rows }: Sized, size: number): boolean {
  const names = new Set(rows.map(([name = '']) => name));
  const short = new Set([...names].map((name) => cellLines(name, size, true).join('\n')));
  return short.size === names.size;
}

function partLines(table: Sized, page: Page): TablePart {
  const { columns, headings, rows } = table;
  const widths = narrowed(table, page.width);
  const shorten = page.shorten && distinct(table, widths[0]!);
  const linesOf = (cells: Texts): string[] => {
    const parts = columns.map(({ align }, j) => {
      const cell = cells[j] ?? '';
      if (widthOf(cell) <= widths[j]!) return [cell];
      return cellLines(cell, widths[j]!, shorten && align === 'left');
    });
    const height = Math.max(...parts.map(({ length }) => length));
    return Array.from({ length: height }, (_, i) =>
      columns
        .map(({ align }, j) => pad(parts[j]![i] ?? '', widths[j]!, align))
        .join(gap)
        .trimEnd(),
    );
  };
  return { heading: linesOf(headings), lines: rows.flatMap(linesOf) };
}

/**
 * The heading and the rows of a table: columns two spaces apart, nothing trailing. If the page is too narrow, first
 * words wrap, then columns do.
 */
export function tableParts({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>, page: Page) {
  return partsOf(sized(columns, rows), page.width).map((part) => partLines(part, page));
}

/** True if all columns of the table fit on a page next to each other. */
export function fitsPage({ columns, rows }: Pick<TableBlock, 'columns' | 'rows'>): boolean {
  return total(sized(columns, rows).widths) <= pageWidth;
}

/** `label         words` for each fact, later lines under the words. */
export function factLines(facts: readonly Fact[], { width }: Page): string[] {
  const start = Math.max(
    labelWidth,
    largestOf(facts.map(({ label }) => widthOf(label) + gap.length)),
  );
  return facts.flatMap(({ label, words }) =>
    wrap(words, width - start).map((line, i) => pad(i === 0 ? label : '', start, 'left') + line),
  );
}
