/** Questions about the data. */
import type {
  BuiltColumn,
  ColumnDescription,
  PanelReport,
  PreparationInput,
  ReadOptions,
  ReadProgress,
  TableWarning,
} from 'wasmetrics/data';

/** How a file is read, as far as a person chooses it. */
export type ReadChoices = Omit<ReadOptions, 'name' | 'usedBy' | 'onProgress' | 'signal'>;

/** A file, of which the content says the format. */
export interface Source {
  readonly name: string;
  readonly file: Blob;
  readonly options?: ReadChoices;
  /** Where the page's own server has it. */
  readonly url?: string;
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
  readonly warnings: readonly TableWarning[];
}

/** How far a file is read, while it is read. */
export type OpeningProgress = ReadProgress;

/** What a model does to the data first: keys such as `build`, and its panel. */
export type Steps = PreparationInput;

/** A column with its numbers and the heights of its histogram, from 0 to 1. */
export interface DescribedColumn extends ColumnDescription {
  readonly name: string;
  readonly sparkline: readonly number[];
}

/** A part of the data as cells of text. */
export interface RowsRequest {
  readonly steps: Steps;
  readonly from: number;
  readonly count: number;
  /** Names of the columns. */
  readonly columns: readonly string[];
  readonly sort?: Sorting | undefined;
}

export interface Sorting {
  readonly column: string;
  readonly descending: boolean;
}

export interface Rows {
  /** The first row and the names of the columns, as asked. */
  readonly from: number;
  readonly columns: readonly string[];
  /** Numbers of the rows, from 1, in the order of the data. */
  readonly numbers: readonly number[];
  /** For each row its cells. Missing values are null, or have the name of their kind. */
  readonly cells: readonly (readonly SheetCell[])[];
}

export type SheetCell = string | null | { readonly missing: string };

/** What the steps of a model make of the data. */
export interface PreparedData {
  readonly nrows: number;
  readonly columns: readonly ColumnName[];
  readonly built: readonly BuiltColumn[];
}

/** A model to start from, which fits the data. */
export interface FirstModel {
  readonly formula: string;
  readonly panel?: { readonly unit: string; readonly time: string } | undefined;
}

export interface TableQuestions {
  open: { asks: Source; answer: OpenedTable };
  /** Endings of file names by format. */
  endings: { asks: undefined; answer: Readonly<Record<string, readonly string[]>> };
  describe: { asks: Steps; answer: readonly DescribedColumn[] };
  prepare: { asks: Steps; answer: PreparedData };
  /** Number of rows that a filter keeps. */
  kept: { asks: { readonly steps: Steps; readonly where: string }; answer: number };
  rows: { asks: RowsRequest; answer: Rows };
  panel: {
    asks: { readonly unit: string; readonly time: string; readonly steps?: Steps };
    answer: PanelReport;
  };
  /** SHA-256 of the open file; undefined where the browser cannot hash. */
  dataHash: { asks: undefined; answer: string | undefined };
  firstModel: { asks: undefined; answer: FirstModel };
}
