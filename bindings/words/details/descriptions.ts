/** What warnings say about columns and panels before a model. */

export interface DescriptionWarnings {
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
