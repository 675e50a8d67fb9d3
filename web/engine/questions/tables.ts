/** Questions about the data. */
import type { ColumnDescription, PanelReport, ReadOptions } from 'wasmetrics/data';

/** Bytes of a file and its name, from which its format is known. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly options?: ReadOptions;
}

/** A column as lists and searches show it. */
export interface ColumnName {
  readonly name: string;
  readonly kind: 'number' | 'text';
  readonly label?: string | undefined;
}

export interface OpenedTable {
  readonly name: string;
  readonly nrows: number;
  readonly columns: readonly ColumnName[];
  readonly warnings: readonly string[];
}

/** A column with its numbers and the heights of its histogram, from 0 to 1. */
export interface DescribedColumn extends ColumnDescription {
  readonly name: string;
  readonly sparkline: readonly number[];
}

export interface TableQuestions {
  open: { asks: Source; answer: OpenedTable };
  describe: { asks: undefined; answer: readonly DescribedColumn[] };
  panel: { asks: { readonly unit: string; readonly time: string }; answer: PanelReport };
}
