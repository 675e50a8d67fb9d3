/** A table as aligned lines of text. */
import { largestOf, pad, pieces, widthOf, wrap } from '../../writers/measure.js';
import { type CellsLine, type Grid, type GridCell, gridOf, type GridLine } from '../grid.js';
import { type PaperTable, usualMarks } from '../table.js';
import { sliceColumns } from '../page/split.js';

const gap = '  ';
/** Minimum characters of a note's line. */
const NOTE_WIDTH = 72;

export interface TextTableOptions {
  /** Maximum characters of a line; a wider table continues below with its next columns. Default: no limit. */
  readonly width?: number | undefined;
}

/** Characters of a line of a table that is split, if lines have no limit. */
const SPLIT_WIDTH = 80;
/** Maximum characters of a label and of a heading, if lines have no limit. */
const MOST_CHARACTERS = 60;
/** Minimum characters of a label and of other cells, however short the line. */
const FEWEST_CHARACTERS = 12;
/** The share of a line that labels may take. */
const LABEL_SHARE = 0.4;

/** Line lengths at which the texts of a table break. */
interface Limits {
  readonly label: number;
  readonly cell: number;
}

function limitsOf(width: number): Limits {
  if (!Number.isFinite(width)) return { label: MOST_CHARACTERS, cell: MOST_CHARACTERS };
  const label = Math.max(FEWEST_CHARACTERS, Math.floor(width * LABEL_SHARE));
  return { label, cell: Math.max(FEWEST_CHARACTERS, width - label - gap.length) };
}

/** Lines of text, with the decimal points of a column aligned. */
export function paperText(table: PaperTable, options: TextTableOptions = {}): string {
  const { wide, widths } = table.layout ?? {};
  const usual = wide === 'split' ? SPLIT_WIDTH : Infinity;
  const width = wide === 'whole' ? Infinity : (options.width ?? usual);
  const columns = table.head[0]!.length - 1;
  const { label, cell } = limitsOf(width);
  const limits = { label: widths?.labels ?? label, cell: widths?.columns ?? cell };
  const parts: string[] = [];
  for (let first = 1; first <= columns;) {
    let last = columns;
    let part = gridText(sliceColumns(table, first, last), limits);
    while (last > first && part.indexOf('\n') > width) {
      last = first + fittingColumns(part.indexOf('\n'), width, last - first + 1) - 1;
      part = gridText(sliceColumns(table, first, last), limits);
    }
    parts.push(part);
    first = last + 1;
  }
  const title = table.title === undefined ? [] : wrap(table.title, Math.max(width, NOTE_WIDTH));
  const room = Math.max(NOTE_WIDTH, ...parts.map((part) => part.indexOf('\n')));
  const notes = table.notes.flatMap((note) => wrap(note, Math.min(room, width), '  '));
  return [...title, parts.join('\n\n'), ...notes].join('\n');
}

/** The next number of columns to try, at least one fewer, given that `columns` take `used` characters. */
function fittingColumns(used: number, width: number, columns: number): number {
  return Math.max(1, Math.min(columns - 1, Math.ceil((columns * width) / used)));
}

/** The lines between the title and the notes; the first is a rule as wide as the table. */
function gridText(table: PaperTable, limits: Limits): string {
  const { decimal } = table.marks ?? usualMarks;
  const grid = brokenGrid(gridOf(table), limits);
  const columns = Array.from({ length: grid.columns + 1 }, (_, j) => columnTexts(grid, j, decimal));
  const widths = widened(
    grid,
    columns.map((texts) => largestOf([...texts.values()].map(widthOf))),
  );
  const total = sum(widths) + gap.length * (widths.length - 1);
  const lines = grid.lines.map((line) => {
    if (line.type === 'rule') return (line.weight === 'heavy' ? '=' : '-').repeat(total);
    if (line.type === 'partial') return partialRule(line.over, widths);
    return lineText(line, columns, widths);
  });
  return lines.join('\n');
}

/** The grid with long texts broken into several lines. */
function brokenGrid(grid: Grid, limits: Limits): Grid {
  const lines = grid.lines.flatMap((line): GridLine[] =>
    line.type === 'cells' ? brokenLine(line, limits) : [line],
  );
  return { ...grid, lines };
}

function brokenLine(line: CellsLine, { label, cell: most }: Limits): CellsLine[] {
  const runsOver = isTitle(line);
  const parts = line.cells.map(({ text, span }, j) =>
    j === 0 ? broken(text, runsOver ? label + most : label) : broken(text, most * span),
  );
  const count = Math.max(...parts.map(({ length }) => length));
  if (count === 1) return [line];
  return Array.from({ length: count }, (_, i) => ({
    ...line,
    cells: line.cells.map((gridCell, j) =>
      i === 0
        ? { ...gridCell, text: parts[j]![0]! }
        : { text: parts[j]![i] ?? '', span: gridCell.span },
    ),
  }));
}

/** True for the title of a panel, which may run over the empty cells after it. */
function isTitle({ kind, cells }: CellsLine): boolean {
  return kind === 'group' && cells.slice(1).every(({ text }) => text === '');
}

/** The text in lines of at most `size` characters. */
function broken(text: string, size: number): string[] {
  if (text.length <= size && widthOf(text) <= size) return [text];
  return wrap(text, size).flatMap((line) => pieces(line, size));
}

/** The texts of a column that span no other, with numbers padded for alignment. */
function columnTexts({ lines }: Grid, j: number, decimal: string): Map<GridCell, string> {
  const cells = lines.flatMap((line) =>
    line.type === 'cells' && line.kind !== 'span' && !(isTitle(line) && j === 0)
      ? [line.cells[j]!]
      : [],
  );
  const pointOf = (text: string) => pointIn(text, decimal);
  const hasDecimals = cells.some((cell) => hasNumber(cell) && cell.text.includes(decimal));
  // A whole number among estimates is centred.
  const isNumber = (cell: GridCell) =>
    hasNumber(cell) && (!hasDecimals || cell.text.includes(decimal));
  const numbers = cells.filter(isNumber);
  const before = largestOf(numbers.map(({ text }) => pointOf(text)));
  const after = largestOf(numbers.map(({ text }) => text.length - pointOf(text)));
  return new Map(
    cells.map((cell) => {
      if (j === 0 || !isNumber(cell)) return [cell, cell.text];
      const start = ' '.repeat(before - pointOf(cell.text));
      return [cell, (start + cell.text).padEnd(before + after)];
    }),
  );
}

/** True for a cell with one number, not a pair or words. */
const hasNumber = ({ cell, text }: GridCell) => cell?.value !== undefined && text !== '';

/** Characters before the decimal point, or before what follows a whole number. */
function pointIn(text: string, decimal: string): number {
  const point = text.indexOf(decimal);
  return point >= 0 ? point : text.replace(/[)\]*]+$/, '').length;
}

/** Widths with room for headings that span several columns. */
function widened({ lines }: Grid, widths: readonly number[]): number[] {
  const wide = [...widths];
  for (const line of lines) {
    if (line.type !== 'cells' || line.kind !== 'span') continue;
    let first = 0;
    for (const { text, span } of line.cells) {
      const missing = widthOf(text) - coveredWidth(wide, first, span);
      for (let more = 0; more < missing; more++) wide[first + (more % span)]! += 1;
      first += span;
    }
  }
  return wide;
}

function coveredWidth(widths: readonly number[], first: number, span: number): number {
  return sum(widths.slice(first, first + span)) + gap.length * (span - 1);
}

function lineText(
  line: CellsLine,
  columns: readonly ReadonlyMap<GridCell, string>[],
  widths: readonly number[],
): string {
  const { cells } = line;
  if (isTitle(line)) return cells[0]!.text;
  let first = 0;
  const texts = cells.map((cell) => {
    const text = columns[first]!.get(cell) ?? cell.text;
    const width = coveredWidth(widths, first, cell.span);
    const shown = first === 0 ? pad(text, width, 'left') : centred(text, width);
    first += cell.span;
    return shown;
  });
  return texts.join(gap).trimEnd();
}

function partialRule(
  over: readonly (readonly [number, number])[],
  widths: readonly number[],
): string {
  let line = '';
  let position = 0;
  for (const [j, width] of widths.entries()) {
    const covered = over.some(([first, last]) => first <= j && j <= last);
    const continues = over.some(([first, last]) => first <= j && j < last);
    line += (covered ? '-' : ' ').repeat(width) + (continues ? '-' : ' ').repeat(gap.length);
    position += width + gap.length;
  }
  return line.slice(0, position).trimEnd();
}

function centred(text: string, width: number): string {
  const left = Math.floor((width - widthOf(text)) / 2);
  return pad(' '.repeat(Math.max(0, left)) + text, width, 'left');
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
