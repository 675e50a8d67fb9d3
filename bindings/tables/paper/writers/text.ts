/** A table as aligned lines of text. */
import { largestOf, pad, widthOf, wrap } from '../../writers/measure.js';
import { type CellsLine, type Grid, type GridCell, gridOf } from '../grid.js';
import { sliceColumns } from '../slice.js';
import type { PaperTable } from '../table.js';

const gap = '  ';
/** Characters of a note's line, at least. */
const NOTE_WIDTH = 72;

export interface TextTableOptions {
  /** Characters of a line; a table that is wider goes on below with its next columns. Default: no limit. */
  readonly width?: number | undefined;
}

/** Lines of text; decimal points of a column stand below each other. */
export function paperText(table: PaperTable, { width = Infinity }: TextTableOptions = {}): string {
  const columns = table.head[0]!.length - 1;
  const parts: string[] = [];
  for (let first = 1; first <= columns;) {
    let last = columns;
    while (last > first && lineWidth(sliceColumns(table, first, last)) > width) last--;
    parts.push(gridText(sliceColumns(table, first, last)));
    first = last + 1;
  }
  const title = table.title === undefined ? [] : [table.title];
  const room = Math.max(NOTE_WIDTH, ...parts.map((part) => part.indexOf('\n')));
  const notes = table.notes.flatMap((note) => wrap(note, Math.min(room, width), '  '));
  return [...title, parts.join('\n\n'), ...notes].join('\n');
}

function lineWidth(table: PaperTable): number {
  return gridText(table).indexOf('\n');
}

/** The lines between the title and the notes; the first is a rule as wide as the table. */
function gridText(table: PaperTable): string {
  const grid = gridOf(table);
  const columns = Array.from({ length: grid.columns + 1 }, (_, j) => columnTexts(grid, j));
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

/** The texts of a column that cover no other, numbers padded to stand below each other. */
function columnTexts({ lines }: Grid, j: number): Map<GridCell, string> {
  const cells = lines.flatMap((line) =>
    line.type === 'cells' && line.kind !== 'span' ? [line.cells[j]!] : [],
  );
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

/** True for a cell with one number, and not a pair or words. */
const isNumber = ({ cell, text }: GridCell) => cell?.value !== undefined && text !== '';

/** Characters before the decimal point, or before what follows a whole number. */
function pointOf(text: string): number {
  const point = text.indexOf('.');
  return point >= 0 ? point : text.replace(/[)\]*]+$/, '').length;
}

/** Widths with room for the headings that cover several columns. */
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
  { cells }: CellsLine,
  columns: readonly ReadonlyMap<GridCell, string>[],
  widths: readonly number[],
): string {
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
