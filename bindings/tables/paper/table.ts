import type { ByName } from '../../results/common.js';

/**
 * A table for a paper as plain data. Every format is written from it, and its cells carry the full number behind the
 * printed text.
 */
export type RowKind = 'estimate' | 'below' | 'stat' | 'rule' | 'group' | 'text';

export interface PaperCell {
  /** As printed, with its stars. */
  readonly text: string;
  /** The number behind the text, in full. */
  readonly value?: number;
  readonly stars?: string;
  /** The term or the statistic. */
  readonly name?: string;
  /** The kind of number: `estimate`, `stdError`, or the path of a statistic. */
  readonly statistic?: string;
  /** The number of the column, from 1. */
  readonly column: number;
}

export interface PaperRow {
  readonly label: string;
  readonly kind: RowKind;
  readonly cells: readonly PaperCell[];
}

/** A heading over columns `first` to `last`, counted from 1. */
export interface Span {
  readonly head: string;
  readonly over: readonly [first: number, last: number];
}

/** The model behind a column. */
export interface ColumnSource {
  readonly column: number;
  readonly title: string;
  readonly depvar: string;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly title?: string;
  /** Lines of headings; the first entry of each stands over the labels. */
  readonly head: readonly (readonly string[])[];
  readonly spans: readonly Span[];
  readonly body: readonly PaperRow[];
  readonly notes: readonly string[];
  /** Stars with the p-values below which they are printed. */
  readonly stars: ByName;
  readonly sources?: readonly ColumnSource[];
}
