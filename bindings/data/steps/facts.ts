/** The changes made to a table before a model. */
import type { Telling } from '../../words/phrase.js';
import type { BuildStep, SplitLevel } from './step.js';

/** Cells of one cause. */
export interface MissingCells {
  readonly reason: string;
  readonly cells: number;
}

/** A column that `build` made. */
export interface BuiltColumn {
  readonly name: string;
  readonly expression: string;
  /** The same as data, but for expressions, for other languages. */
  readonly told?: Telling;
  /** True if it took the place of a column. */
  readonly replaced?: true;
  /** True if a value depends on other rows, as `std(w)` does: on all rows of the data, also those not in `where`. */
  readonly fromAllRows?: true;
  readonly missing: number;
  /** Why its missing cells are missing. */
  readonly reasons: readonly MissingCells[];
}

/** A column made by cutting another: how many rows each part has, and the units that change sides. */
export interface SplitFacts {
  readonly column: string;
  readonly by: string;
  readonly at: string;
  readonly level: SplitLevel;
  /** Empty by year, where each period has its own. */
  readonly cuts: readonly number[];
  readonly cutsByPeriod?: Readonly<Record<string, readonly number[]>>;
  readonly counts: Readonly<Record<string, number>>;
  /** Units with rows in several parts; null without a panel. */
  readonly switchingUnits: number | null;
}

/** A file whose rows `append` put below those of the data. */
export interface AppendedFile {
  readonly file: string;
  readonly rowsBefore: number;
  /** Rows of the file. */
  readonly rows: number;
  /** Columns of the data that the file lacks. */
  readonly absentInFile: readonly string[];
  /** Columns of the file that the data lack. */
  readonly absentInData: readonly string[];
  /** The column with the number of the file. */
  readonly source?: string;
}

/** A file that `merge` joined. */
export interface MergedFile {
  readonly file: string;
  readonly on: readonly string[];
  readonly kind: '1:1' | 'm:1';
  /** Columns that were added. */
  readonly columns: readonly string[];
  /** Rows of the data with a row in the file. */
  readonly matched: number;
  /** Rows of the data without one. */
  readonly unmatched: number;
  readonly unmatchedKeys: readonly string[];
  /** Rows of the file without a row in the data. */
  readonly unused: number;
  readonly unusedKeys: readonly string[];
}

/** What `reshape` made of the rows and columns. */
export interface ReshapedTable {
  readonly to: 'long' | 'wide' | 'groups';
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** The column of the values that names held or hold, or those of groups. */
  readonly names: string;
  readonly values: readonly string[];
  readonly columns: readonly string[];
  /** Combinations without a column or row, which are missing; rows that are in no group. */
  readonly absent: number;
}

/** The steps in their order: append, reshape, merge, build. */
export interface Built {
  /** Files whose rows came below those of the data. */
  readonly append?: readonly AppendedFile[];
  readonly reshape?: ReshapedTable;
  readonly merge?: readonly MergedFile[];
  readonly columns?: readonly BuiltColumn[];
}

/** The key `built` of a result: what was done to the data before, if anything. */
export function builtOf({ prepared }: { readonly prepared?: Prepared }): {
  readonly built?: Built;
} {
  return prepared === undefined ? {} : { built: prepared.built };
}

/** The steps of a table, and the model keys that requested them. */
export interface Prepared {
  readonly recipes: readonly string[];
  readonly built: Built;
  /** The steps of each `build`, which a bootstrap repeats where they make an index. */
  readonly builds?: readonly BuiltBy[];
}

/** The steps of a `build` in their order, and the panel of their lags. */
export interface BuiltBy {
  readonly steps: readonly BuildStep[];
  readonly panel?: object | undefined;
}
