/** What warnings say about the columns of a table. */

export interface TableWarnings {
  'duplicate-names': {
    /** The new names, with the numbers of their columns from 1 on. */
    readonly renamed: readonly { readonly name: string; readonly column: number }[];
  };
  'blank-names': { readonly column: number; readonly name: string };
  'column-left-out': {
    readonly column: string;
    /** The type of a query's column; absent for lists and structures. */
    readonly type?: string;
  };
}
