/** A way to print tables: the words of a program or a journal, and its marks. */
import type { Draw } from '../numbers/draw.js';
import type { PrintedTable, Vocabulary } from '../printed.js';
import type { Study } from '../studies/study.js';
import type { Limits, Style } from '../style.js';

export interface Sheet {
  readonly table: PrintedTable;
  /** A panel with the same columns. */
  readonly second?: PrintedTable;
  readonly notes: readonly string[];
  readonly draw: Draw;
}

export interface Layout {
  readonly name: string;
  readonly vocabulary: Vocabulary;
  readonly limits?: Limits;
  /** The notes that the program writes, to which authors add theirs; otherwise any wording. */
  readonly notes?: (style: Style, study: Study, draw: Draw) => readonly string[];
  /** Output of a program as it is: no author adds notes to it. */
  readonly raw?: true;
  readonly render: (sheet: Sheet) => string | Uint8Array;
}

/** Sorted from the mildest or from the strictest level. */
export function levels({ legend }: Style, order: 'mild' | 'strict'): (readonly [string, number])[] {
  const sorted = Object.entries(legend).sort(([, a], [, b]) => a - b);
  return order === 'strict' ? sorted : sorted.reverse();
}

export const numbered = (table: PrintedTable) => table.heads.map((_, i) => `(${i + 1})`);
