import type { Frequency } from './panel/periods.js';

/** A column of numbers, with NaN if missing, or of text, with '' if missing. */
export type Column = ColumnFacts &
  (
    | {
        readonly kind: 'number';
        readonly values: Float64Array;
        /** Unit of the periods that the numbers count (`periods.ts`). */
        readonly frequency?: Frequency;
        /** True if the file holds false and true, which are 0 and 1 here. */
        readonly boolean?: true;
        /** Rows with a NaN that the file does not count as missing. Estimators do. */
        readonly nans?: ReadonlySet<number>;
      }
    | {
        readonly kind: 'text';
        readonly values: readonly string[];
        /** The same texts by their numbers in a list, of which several may be the same or ''. */
        readonly coded?: { readonly texts: readonly string[]; readonly codes: Int32Array };
        /** True if the texts are whole numbers that a double does not hold. */
        readonly integers?: true;
        /** 1 for each row whose '' is a missing value and no empty text. Absent: all are missing. */
        readonly nulls?: Uint8Array;
        /** Rows whose text stands for bytes, which it gives in hexadecimal digits. */
        readonly bytes?: ReadonlySet<number>;
      }
  );

/** What a file says of a column beside its values. */
export interface ColumnFacts {
  readonly label?: string;
  /** What the numbers count, such as `million yuan`. */
  readonly unit?: string;
  /** What values mean: `'1'`, or a missing value such as `'.a'`, to its label. */
  readonly valueLabels?: ReadonlyMap<string, string>;
  readonly missing?: MissingKinds;
}

/** Kinds of missing values, such as `.a` or `#N/A`. */
export interface MissingKinds {
  readonly names: readonly string[];
  /** For each row 0 if it has none, else 1 plus the position of its kind in `names`. */
  readonly codes: Uint8Array;
}
