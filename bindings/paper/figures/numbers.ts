/** The table of a figure's numbers. */
import { visibleLine } from '../../words/text/visible.js';
import type { PaperTable } from '../tables/paper/index.js';
import { measure } from '../../words/text/format.js';

export type Cell = number | string | null;

export interface NumberRow {
  readonly label: string;
  readonly cells: readonly Cell[];
}

/** A table with a heading per column, and the full-precision number behind each text. */
export function numbersTable(
  title: string,
  head: readonly string[],
  rows: readonly NumberRow[],
  notes: readonly string[] = [],
): PaperTable {
  return {
    kind: 'table',
    title,
    head: [head],
    spans: [],
    body: rows.map(({ label, cells }) => ({
      label: visibleLine(label),
      kind: 'text',
      cells: cells.map((cell, j) => ({
        column: j + 1,
        ...(typeof cell === 'number'
          ? { text: measure(cell), value: cell }
          : { text: cell ?? '.' }),
      })),
    })),
    notes,
    stars: {},
  };
}
