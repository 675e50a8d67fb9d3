/** What warnings say about the sheets of a workbook. */

export interface SheetWarnings {
  'other-sheets': {
    readonly file: string;
    readonly sheet: string;
    readonly others: readonly { readonly name: string; readonly hidden: boolean }[];
  };
  'empty-rows': { readonly rows: number; readonly first: number };
  'merged-cells': { readonly blocks: number; readonly first: string };
  'uncomputed-formulas': { readonly cells: number; readonly first: string };
}
