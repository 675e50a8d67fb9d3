/** The keys of a model that say what its data are: `data`, `reshape`, `merge` and `build`. */
import type {
  BuildStep,
  Cuts,
  LongShape,
  MergeKeys,
  SplitLevel,
  WideShape,
} from '../../data/index.js';
import type { ReaderOptions } from '../../data/readers/options.js';
import type { IndexOptions } from '../indices/options.js';

/** A data file, and how to read it. */
export interface DataFile extends Omit<ReaderOptions, 'name'> {
  /** Path relative to the model file. */
  readonly file: string;
}

/** A query that DuckDB runs. */
export interface DataQuery {
  readonly sql: string;
  /** Folder of its files, relative to the model file. By default the folder of the model file. */
  readonly folder?: string | undefined;
}

export type DataPlace = DataFile | DataQuery;

/** A file whose columns are joined, with new names of some of its columns. */
export interface Merge extends MergeKeys {
  readonly file: DataPlace;
  readonly rename?: readonly { readonly from: string; readonly to: string }[] | undefined;
}

/** One of `long` and `wide`. */
export interface Reshape {
  readonly long?: LongShape | undefined;
  readonly wide?: WideShape | undefined;
}

/** What is done to the data before the model, in this order. */
export interface DataSteps {
  readonly reshape?: Reshape | undefined;
  readonly merge?: readonly Merge[] | undefined;
  readonly build?: readonly BuildStep[] | undefined;
}

/** A column name or a list of them. */
type Names = string | readonly string[];

/** Values by column name, or a list in which each names its column. */
type ByColumn<Value, Listed> = Readonly<Record<string, Value>> | readonly Listed[];

export interface MergeInput extends Omit<DataFile, 'file' | 'columns'> {
  /** Path of the other file. */
  readonly file: string | DataPlace;
  /** Columns that both files have and that say which rows belong together. */
  readonly on: Names;
  /** Columns of the other file that are added; default all. */
  readonly keep?: Names | undefined;
  /** Which rows may match how many of the other file. */
  readonly kind?: MergeKeys['kind'];
  /** New names of its columns, by their names in the file. */
  readonly rename?: ByColumn<string, { readonly from: string; readonly to: string }> | undefined;
}

export interface ReshapeInput {
  /** From a column for each period to a row for each. */
  readonly long?:
    | {
        readonly columns: ByColumn<string, LongShape['columns'][number]>;
        readonly id: Names;
        readonly text?: boolean | undefined;
      }
    | undefined;
  /** From a row for each period to a column for each. */
  readonly wide?: { readonly columns: Names; readonly by: string; readonly id: Names } | undefined;
}

/** A new column from an expression. */
interface WrittenExpression {
  readonly value: string;
}

/** The parts of a column by its size: `low` and `high`, or `low`, `middle` and `high`. */
interface WrittenSplit {
  readonly split: string;
  readonly at: Cuts | number;
  readonly level?: SplitLevel | undefined;
}

/** A composite index of columns. */
interface WrittenIndex extends Omit<IndexOptions, 'method' | 'engine' | 'sensitivity'> {
  readonly index: IndexOptions['method'];
}

type WrittenStep = (WrittenExpression | WrittenSplit | WrittenIndex) & {
  readonly replace?: boolean | undefined;
};

export interface DataStepsInput {
  /** Turns periods in columns into rows, or rows into columns. */
  readonly reshape?: ReshapeInput | undefined;
  /** Other files whose columns are added. */
  readonly merge?: MergeInput | readonly MergeInput[] | undefined;
  /** Expressions, splits and indices by the names of the new columns, in order. */
  readonly build?: ByColumn<string | WrittenStep, BuildStep> | undefined;
}
