/**
 * Columns with decimal commas in a text table. In such a file a point may separate thousands, or the file mixes two
 * notations, so the meaning of 1.234 is uncertain.
 */
import { cellText, type Grid, PLAIN } from '../grid.js';
import { isAmbiguous, decimalCommas } from './commas.js';
import type { ColumnContext, ReadColumn } from './context.js';
import type { CellTexts } from './texts/text-cells.js';
import { textColumn } from './text-column.js';
import { cellWarnings } from '../../../../words/en/warnings/cells.js';
import { warning } from '../../../../words/warning.js';

/** A cell whose comma can only be decimal. */
export interface CommaCell {
  readonly column: number;
  readonly cell: string;
  readonly line: number;
}

/** A decimal comma after points that separate thousands. */
const grouped = /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/;
/** Points that may separate thousands, also without a comma; a point alone is a missing code. */
const thousands = /^(?:[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?|\.{1,2})$/;

export interface NamedComma extends CommaCell {
  /** The name of its column. */
  readonly name: string;
}

/** Finds columns in which a cell has a decimal comma and no cell has any other comma. */
export class CommaColumns {
  readonly #first = new Map<number, CommaCell>();
  readonly #others = new Set<number>();
  #text = '';
  #comma = -1;

  /** Commas that delimit cells are in quotes inside them. */
  constructor(private readonly delimiter: string) {}

  add(grid: Grid): void {
    const { text, nrows, width, bounds, marks } = grid;
    const ncells = nrows * width;
    if (ncells === 0) return;
    if (this.delimiter === ',') {
      if (grid.keys !== undefined) return; // without quotes
      for (let cell = 0; cell < ncells; cell++) if (marks[cell] !== PLAIN) this.#look(grid, cell);
      return;
    }
    let cell = 0;
    for (let comma = this.#commaFrom(text, bounds[0]!); comma < grid.end;) {
      while (cell < ncells && bounds[2 * cell + 1]! <= comma) cell++;
      if (cell === ncells) return;
      if (bounds[2 * cell]! <= comma) this.#look(grid, cell);
      comma = this.#commaFrom(text, Math.max(comma + 1, bounds[2 * cell + 1]!));
    }
  }

  /** The first comma from a position on. The last one found is remembered, because a long text may have few. */
  #commaFrom(text: string, start: number): number {
    if (text !== this.#text || this.#comma < start) {
      const comma = text.indexOf(',', start);
      this.#text = text;
      this.#comma = comma < 0 ? Infinity : comma;
    }
    return this.#comma;
  }

  #look(grid: Grid, cell: number): void {
    const column = cell % grid.width;
    if (this.#others.has(column)) return;
    const written = cellText(grid, cell).trim();
    if (!written.includes(',')) return;
    if (decimalCommas(written) === undefined && !grouped.test(written)) {
      this.#others.add(column);
      this.#first.delete(column);
    } else if (!isAmbiguous(written) && !this.#first.has(column)) {
      const line = grid.lines[Math.floor(cell / grid.width)]!;
      this.#first.set(column, { column, cell: written, line });
    }
  }

  /** In a second pass over the rows, excludes columns that also have a decimal point. */
  check(grid: Grid): void {
    for (const column of this.#first.keys()) {
      for (let i = 0, cell = column; i < grid.nrows; i++, cell += grid.width) {
        const written = cellText(grid, cell).trim();
        if (!written.includes('.') || thousands.test(written)) continue;
        this.#others.add(column);
        this.#first.delete(column);
        break;
      }
    }
  }

  /** The first cell of the first such column. */
  first(): CommaCell | undefined {
    return [...this.#first.values()].sort((a, b) => a.column - b.column)[0];
  }
}

/** A column of numbers with points, as text because their meaning is uncertain. */
export function pointedColumn(
  cells: CellTexts,
  context: ColumnContext,
  comma: NamedComma,
): ReadColumn {
  const { name, format, lineOf } = context;
  const { column } = textColumn(cells, { format }, true);
  const place = cells.values.findIndex((cell) => cell.includes('.'));
  const detail = {
    column: name,
    cell: cells.values[place]!.trim(),
    row: lineOf(place),
    other: { column: comma.name, cell: comma.cell, row: comma.line },
  };
  const pointed = warning(cellWarnings, 'mixed-decimal-signs', detail);
  return { column, warnings: [{ ...pointed, column: name }] };
}
