/** What warnings say about the cells of a column. */

/** A row by its number in the file, or a cell of a sheet by its address. */
export type CellPlace = number | string;

export interface ColumnCell {
  readonly column: string;
  readonly cell: string;
  /** Its number in the file. */
  readonly row: number;
}

/** Two texts of a column. */
export interface TextPair {
  readonly column: string;
  readonly first: string;
  readonly second: string;
}

/** The code points in which two texts differ, such as `U+00E9`. */
export interface LookAlikes {
  readonly texts: readonly [string, string];
  readonly points: readonly [first: readonly string[], second: readonly string[]];
}

/** Texts that mean a missing value, and how many cells of a column have each. */
export interface MissingTexts {
  readonly column: string;
  readonly texts: readonly { readonly text: string; readonly cells: number }[];
  readonly first: CellPlace;
}

/** Cells of one text in several columns. */
export interface MissingCode {
  readonly text: string;
  readonly columns: readonly { readonly column: string; readonly cells: number }[];
}

/** A column of cells that have types, in which one has another type than most. */
export interface MixedCells {
  readonly column: string;
  readonly place: CellPlace;
  readonly shown: string;
  readonly most: 'number' | 'boolean' | 'text' | 'date';
  /** The missing code that the cell resembles. */
  readonly resembles?: string;
}

/** Options that say how numbers are written. */
export interface NumberKeys {
  readonly decimal?: '.' | ',';
  readonly thousands?: string;
  readonly percent?: true;
  readonly marks?: true;
  readonly missing?: readonly string[];
}

export interface ColumnWarnings {
  /** Columns of text that are numbers with these options. */
  'numbers-as-text': {
    readonly columns: readonly string[];
    readonly keys: NumberKeys;
    /** Some are in parentheses, which `marks` reads as negative. */
    readonly negative?: true;
  };
  'missing-codes': MissingCode | MissingTexts;
  'cell-errors': MissingTexts;
  'integers-as-text': ColumnCell;
  'number-out-of-range': ColumnCell;
  'rounded-integers': ColumnCell & { readonly value: number };
  'leading-zeros': TextPair;
  /** Two spellings of one number, in a column or in the key of a merge. */
  'repeated-number': TextPair & { readonly file?: string };
  'mixed-column': MixedCells;
  'look-alike-texts': LookAlikes & { readonly column: string };
  'look-alike-names': LookAlikes;
}
