/** What warnings say about a file of text. */

export interface FileWarnings {
  'title-line': {
    readonly row: number;
    /** Undefined if the row has groups of headings. */
    readonly title?: string;
    /** The rows that seem to have the names. */
    readonly names: number | readonly number[];
  };
  /** Columns at the end that have neither name nor value, or rows with empty cells beyond the last column. */
  'trailing-delimiters':
    { readonly columns: number } | { readonly rows: number; readonly first: number };
  /** Lines above the names, which are left out. */
  'lines-above': { readonly row: number; readonly title: string; readonly header: number };
  /** Blanks are taken as what separates cells. */
  'blanks-separate': { readonly row: number; readonly isWide?: boolean };
  'doubtful-encoding': {
    readonly file: string;
    readonly encoding: string;
    /** True if the format has it and the caller named none. */
    readonly usual?: boolean;
  };
}
