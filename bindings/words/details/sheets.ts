/** What warnings say about the sheets of a workbook. */

export type HeadingRole = 'names' | 'groups' | 'labels' | 'units';

export interface SheetWarnings {
  'other-sheets': {
    readonly file: string;
    readonly sheet: string;
    /** The first sheet, if it is not read because it has no table, or no numbers. */
    readonly first?: string;
    readonly lacks?: 'table' | 'numbers';
    readonly others: readonly { readonly name: string; readonly hidden: boolean }[];
  };
  /** Lines above the headings, which are left out. */
  'title-rows': { readonly row: number; readonly title: string; readonly header: number };
  /** Several rows of headings, and what each was taken for. */
  'heading-rows': {
    readonly rows: readonly { readonly row: number; readonly role: HeadingRole }[];
  };
  /** Rows below the table, which are left out. */
  'note-rows': { readonly first: number; readonly last: number; readonly text: string };
  'empty-rows': { readonly rows: number; readonly first: number };
  'merged-cells': { readonly blocks: number; readonly first: string };
  'uncomputed-formulas': { readonly cells: number; readonly first: string };
  /** Rows or columns that the program does not show, such as those a filter hides. */
  'hidden-cells': {
    readonly rows?: { readonly count: number; readonly first: number };
    readonly columns?: { readonly count: number; readonly first: string };
  };
}

export interface TotalWarnings {
  /** Rows of any file that add up others. */
  'total-rows': {
    readonly column: string;
    readonly texts: readonly string[];
    /** The numbers of all these rows. */
    readonly rows: readonly number[];
    /** The filter without them. */
    readonly where: string;
  };
}
