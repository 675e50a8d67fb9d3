import type { Frequency } from './panel/periods.js';

/** A column of numbers, with NaN for missing values, or of text, with '' for missing values. */
export type Column = ColumnFacts &
  (
    | {
        readonly kind: 'number';
        readonly values: Float64Array;
        /** Unit of the periods that the numbers count (`periods.ts`). */
        readonly frequency?: Frequency;
        /** True if the file has false and true, which are 0 and 1 here. */
        readonly boolean?: true;
        /** Rows with a NaN that the file does not count as missing. Estimators treat it as missing. */
        readonly nans?: ReadonlySet<number>;
      }
    | {
        readonly kind: 'text';
        readonly values: readonly string[];
        /** The same texts as positions in a list; several list entries may be equal or ''. */
        readonly coded?: { readonly texts: readonly string[]; readonly codes: Int32Array };
        /** The distinct texts in their order, if it is not that of their code points: low, middle, high. */
        readonly order?: readonly string[];
        /** True if the texts are whole numbers that a double cannot represent. */
        readonly integers?: true;
        /** 1 for each row whose '' is a missing value, 0 if it is an empty text. Absent if all are missing. */
        readonly nulls?: Uint8Array;
        /** Rows whose text represents bytes, in hexadecimal digits. */
        readonly bytes?: ReadonlySet<number>;
      }
  );

/** What a file records about a column in addition to its values. */
export interface ColumnFacts {
  readonly label?: string;
  /** What the numbers count, such as `million yuan`. */
  readonly unit?: string;
  /** Labels by value: `'1'`, or a missing value such as `'.a'`. */
  readonly valueLabels?: ReadonlyMap<string, string>;
  readonly missing?: MissingKinds;
}

/** Kinds of missing values, such as `.a` or `#N/A`. */
export interface MissingKinds {
  readonly names: readonly string[];
  /** For each row, 0 if it has a value, else 1 plus the position of its kind in `names`. */
  readonly codes: Uint8Array;
}
