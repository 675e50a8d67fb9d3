/** A result as titles, facts and tables: plain data that a writer of any format lays out. */

/** A number as text, and the number itself where the cell holds one. */
export interface Cell {
  readonly text: string;
  /** The number behind the text, in full; NaN for a number that does not exist. */
  readonly value?: number;
  /** The number in parentheses after it: its standard error or Monte Carlo error. */
  readonly error?: number;
}

export type Align = 'left' | 'right';

export interface TableColumn {
  readonly heading: string;
  readonly align: Align;
}

/** Cells by column; columns after the last cell are empty. */
export interface TableRow {
  readonly cells: readonly Cell[];
  /** How far the row is indented below the row it belongs to; default 0. */
  readonly level?: number;
}

/** A label and what there is to say about it. */
export interface Fact {
  readonly label: string;
  readonly words: string;
}

export interface FactsBlock {
  readonly type: 'facts';
  readonly facts: readonly Fact[];
}

export interface TableBlock {
  readonly type: 'table';
  /** A name for a caption. */
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Findings in sentences, a paragraph each. */
export interface TextBlock {
  readonly type: 'text';
  readonly paragraphs: readonly string[];
}

/** Small print that belongs to the block before it. */
export interface NotesBlock {
  readonly type: 'notes';
  readonly notes: readonly string[];
  /** True where the notes explain how to read the block, rather than add to it. */
  readonly legend?: boolean;
}

export interface WarningsBlock {
  readonly type: 'warnings';
  readonly warnings: readonly string[];
}

export type Block = FactsBlock | TableBlock | TextBlock | NotesBlock | WarningsBlock;

/** A result to be written as text, Markdown, CSV and so on; its blocks are in reading order. */
export interface Document {
  /** The kind of the result. */
  readonly kind: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** What made the result. */
  readonly footer?: string;
}
