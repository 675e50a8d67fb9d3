/** What warnings say about columns and panels before a model. */

export interface DescriptionWarnings {
  /** Columns of text, or without a value, in a table of means. */
  'no-mean': { readonly columns: readonly string[] };
  'rows-without-group': {
    readonly column: string;
    readonly without: number;
    readonly rows: number;
  };
  'rows-without-key': {
    readonly keys: readonly string[];
    readonly without: number;
    readonly rows: number;
    readonly first: number;
  };
  'irregular-times': { readonly column: string; readonly times: number };
}
