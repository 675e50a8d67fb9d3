/** A result as titles, facts and tables: plain data that a writer of any format lays out. */

/** How much of a document is shown: only coefficients, a page, or everything. */
export type Form = 'brief' | 'default' | 'full';

/** A part of a document. */
export interface Part {
  /** The forms that show it; all of them if absent. */
  readonly forms?: readonly Form[];
}

/** A number as text, with the number itself if the cell has one. */
export interface Cell<Text = string> {
  readonly text: Text;
  /** True for the name of a variable or coefficient, which a label can replace. */
  readonly variable?: true;
  /** The full-precision number; NaN for a number that does not exist. */
  readonly value?: number;
  /** The number in parentheses after it: its standard error or Monte Carlo error. */
  readonly error?: number;
}

/** Numbers with different numbers of decimals are aligned by `decimal`. */
export type Align = 'left' | 'right' | 'decimal';

export interface TableColumn<Text = string> extends Part {
  readonly heading: Text;
  readonly align: Align;
  /** True if the heading is the name of a variable. */
  readonly variable?: true;
}

/** Cells by column; columns after the last cell are empty. */
export interface TableRow<Text = string> extends Part {
  readonly cells: readonly Cell<Text>[];
  /** How many levels the row is indented below its parent; default 0. */
  readonly level?: number;
}

/** A label and what there is to say about it. */
export interface Fact<Text = string> extends Part {
  readonly label: Text;
  readonly words: Text;
}

export interface FactsBlock<Text = string> extends Part {
  readonly type: 'facts';
  readonly facts: readonly Fact<Text>[];
}

export interface TableBlock<Text = string> extends Part {
  readonly type: 'table';
  /** A name for a caption. */
  readonly name: Text;
  readonly columns: readonly TableColumn<Text>[];
  readonly rows: readonly TableRow<Text>[];
}

/** Findings in sentences, a paragraph each. */
export interface TextBlock<Text = string> extends Part {
  readonly type: 'text';
  readonly paragraphs: readonly Text[];
}

/** Small print that belongs to the block before it. */
export interface NotesBlock<Text = string> extends Part {
  readonly type: 'notes';
  readonly notes: readonly Text[];
  /** True if the notes explain how to read the block. */
  readonly legend?: boolean;
}

export interface WarningsBlock<Text = string> extends Part {
  readonly type: 'warnings';
  readonly warnings: readonly Text[];
}

export type Block<Text = string> =
  FactsBlock<Text> | TableBlock<Text> | TextBlock<Text> | NotesBlock<Text> | WarningsBlock<Text>;

/** A result to be written as text, Markdown, CSV and so on; its blocks are in reading order. */
export interface Document<Text = string> {
  /** The kind of the result. */
  readonly kind: string;
  readonly title: Text;
  readonly blocks: readonly Block<Text>[];
  /** The program that made the result. */
  readonly footer?: Text;
}
