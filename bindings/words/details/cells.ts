/** What warnings say about the cells of a text table. */
import type { ColumnCell, MixedCells, NumberKeys, TextPair } from './columns.js';

/** What a cell that is no number may mean: an option that reads it, a missing code, or a comma with two readings. */
export type NumberHint =
  | { readonly kind: 'missing'; readonly code: string }
  | { readonly kind: 'comma'; readonly decimal: string; readonly thousands: string }
  | { readonly kind: 'keys'; readonly keys: NumberKeys; readonly negative?: true }
  | { readonly kind: NumberSign };

/** Signs of numbers: a percentage, marks of decimals and of thousands, a minus that is another character, footnote marks. */
export type NumberSign =
  | 'percent'
  | 'comma-thousands'
  | 'comma-decimal'
  | 'comma-decimal-point-thousands'
  | 'point-thousands-comma-decimal'
  | 'point-thousands'
  | 'space-thousands'
  | 'apostrophe-thousands'
  | 'minus'
  | 'marks';

/** A column of text in which other cells are numbers. */
export interface TextCells extends ColumnCell {
  /** Cells that are not numbers; `cell` is the first of them. */
  readonly others: number;
  readonly cells: number;
  readonly hint?: NumberHint;
}

export interface CellWarnings {
  'not-a-number': TextCells | MixedCells;
  'mixed-decimal-signs': ColumnCell & { readonly other: ColumnCell };
  'decimal-comma': ColumnCell;
  'spaces-in-text': TextPair;
  'replacement-character': {
    readonly column: string;
    /** Cells that have it, and the first of them; absent if only the name has it. */
    readonly cells?: { readonly count: number; readonly first: string; readonly row: number };
  };
}
