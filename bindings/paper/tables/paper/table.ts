import type { ByName } from '../../../results/common.js';
import type { CellStyle, PageLayout } from './page/layout.js';
import type { Language } from '../../../words/languages/index.js';

/**
 * A table for a paper as plain data. Every format is written from it. Its cells contain the full number behind the
 * printed text.
 */
export const rowKinds = ['estimate', 'below', 'stat', 'rule', 'group', 'text'] as const;
export type RowKind = (typeof rowKinds)[number];

export interface PaperCell {
  /** As printed, with its stars. */
  readonly text: string;
  /** The number behind the text, in full precision. */
  readonly value?: number;
  /** For a text with several numbers, the numbers by name. */
  readonly values?: ByName;
  readonly stars?: string;
  /** The term or the statistic. */
  readonly name?: string;
  /** The kind of number: `estimate`, `stdError`, or the path of a statistic. */
  readonly statistic?: string;
  /** The number of the column, from 1. */
  readonly column: number;
  /** The number of the model, from 1, in the order in which models were given. */
  readonly model?: number;
  /** The hash of the result that the number comes from; see `resultHash`. */
  readonly hash?: string;
  readonly style?: CellStyle;
}

export interface PaperRow {
  readonly label: string;
  readonly kind: RowKind;
  /** The style of the label. */
  readonly style?: CellStyle;
  readonly cells: readonly PaperCell[];
}

/** A heading over columns `first` to `last`, counted from 1. */
export interface Span {
  readonly head: string;
  readonly over: readonly [first: number, last: number];
  /** The line of the heading, from 0 at the top; default 0. */
  readonly level?: number;
  /** The text above the labels on this line of headings. */
  readonly label?: string;
}

/** Parts of a model with instruments that a column may show. */
export const columnParts = ['first', 'second', 'reduced'] as const;
export type ColumnPart = (typeof columnParts)[number];

/** The model behind a column, or behind the part of a column in one panel. */
export interface ColumnSource {
  readonly column: number;
  /** The title of the panel, if panels are stacked. */
  readonly panel?: string;
  readonly model: number;
  readonly part?: ColumnPart;
  readonly title: string;
  readonly depvar: string;
  readonly hash: string;
}

/** How numbers are written: decimal and thousands separators. */
export interface NumberMarks {
  readonly decimal: '.' | ',';
  readonly thousands: string;
  /** False for `.5` instead of `0.5`. */
  readonly zero?: boolean;
}

/** Thousands separators: none, a comma, a point, an apostrophe, or a breaking or non-breaking space. */
export const thousandsMarks = [
  '',
  ',',
  '.',
  "'",
  '\u2019',
  ' ',
  '\u00a0',
  '\u2009',
  '\u202f',
] as const;

export const usualMarks: NumberMarks = { decimal: '.', thousands: ',' };

/** A warning about a table that its notes do not print, in the language of the table. */
export interface PaperTableWarning {
  readonly code: string;
  /** The columns that it is about, such as `(1), (3)`; absent if it is about the whole table. */
  readonly columns?: string;
  readonly message: string;
}

export interface PaperTable {
  readonly kind: 'table';
  readonly title?: string;
  /** Lines of headings; the first entry of each is above the labels. */
  readonly head: readonly (readonly string[])[];
  readonly spans: readonly Span[];
  readonly body: readonly PaperRow[];
  readonly notes: readonly string[];
  /** Warnings of the models and of the table; `notes: [auto, warnings]` prints them as notes instead. */
  readonly warnings?: readonly PaperTableWarning[];
  /** Stars with the p-values below which they are printed. */
  readonly stars: ByName;
  /** Absent for `1,234.5`. */
  readonly marks?: NumberMarks;
  readonly sources?: readonly ColumnSource[];
  /** The language of the table; absent for English. */
  readonly language?: Language;
  /** What becomes of it on a page. */
  readonly layout?: PageLayout;
}
