import type { Telling } from '../../words/phrase.js';
import type { Built } from '../../data/index.js';
import type { ByName, Labelled, Warning } from '../common.js';

/** A value as in the file; dates are texts such as `2019-03`. */
export type DataValue = number | string | boolean;

/** A frequent value of a column. */
export interface TopValue {
  readonly value: DataValue;
  /** The value's label in the file. */
  readonly label?: string;
  /** Rows with the value. */
  readonly n: number;
}

/**
 * A column in some of the rows. Statistics that do not exist are null; dates and text have no moments and no quartiles.
 */
export interface ColumnDescription {
  readonly type: 'number' | 'boolean' | 'date' | 'text';
  /** The unit of dates, such as `month`. */
  readonly frequency?: string;
  readonly label?: string;
  /** Unit of the numbers, such as `euros`. */
  readonly unit?: string;
  /** Rows with a value. */
  readonly n: number;
  readonly missing: number;
  /** Missing values by kind, such as `.a`, if the file distinguishes kinds. */
  readonly missingKinds?: ByName;
  readonly mean: number | null;
  /** With divisor n - 1. */
  readonly sd: number | null;
  /** For dates, the text of the first date. */
  readonly min: number | string | null;
  /** Quantiles of type 7 of Hyndman and Fan (1996), as R's default. */
  readonly p25: number | null;
  readonly median: number | null;
  readonly p75: number | null;
  readonly max: number | string | null;
  /** m3 / m2^1.5 with the central moments m2 and m3 of divisor n. */
  readonly skewness: number | null;
  /** m4 / m2^2: 3 for a normal distribution. */
  readonly kurtosis: number | null;
  /** Number of different values. */
  readonly distinct: number;
  /** The most frequent values of text and of numbers with value labels. */
  readonly top?: readonly TopValue[];
  /** Types that could be declared for a column of texts that are all dates, such as `date:yq` of `2020-Q1`. */
  readonly dateTypes?: readonly string[];
  /** Why numeric statistics are null. */
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  /** Standard deviation of the means of units. */
  readonly sdBetween?: number | null;
  /** Standard deviation of x - mean of the unit + mean of all, with divisor n - 1. */
  readonly sdWithin?: number | null;
  /** Units with a value. */
  readonly nGroups?: number;
  /** Values per unit. */
  readonly nPeriodsMean?: number | null;
}

/** The rows with one value of the column `by`. */
export interface DescribedGroup {
  readonly value: DataValue;
  readonly label?: string;
  readonly nrows: number;
  readonly columns: ByName<ColumnDescription>;
}

/** Columns of data, one by one. */
export interface Description extends Labelled {
  readonly kind: 'description';
  readonly nrows: number;
  /** Names of the columns, in order. */
  readonly names: readonly string[];
  readonly by?: string;
  readonly unit?: string;
  readonly time?: string;
  readonly columns: ByName<ColumnDescription>;
  readonly groups?: readonly DescribedGroup[];
  /** Changes made to the data before. */
  readonly built?: Built;
  readonly warnings: readonly Warning[];
}
