/** A variable to write. */
import type { Told } from '../../../../words/told.js';
export interface DtaColumn {
  readonly name: string;
  readonly label?: string;
  /** Display format. Default: `%9.0g` or `%10.0g` for numbers, `%9s` to `%244s` for text. */
  readonly format?: string;
  /** Labels of whole numbers (`'1'`) and missing values (`'.a'`). */
  readonly valueLabels?: ReadonlyMap<string, string>;
  readonly values: Float64Array | readonly string[];
  /** Kinds of missing values, as in `DtaNumbers`. NaN without a kind is `.`. */
  readonly missing?: Uint8Array;
}

export interface DtaInput {
  readonly nrows: number;
  readonly label?: string;
  readonly columns: readonly DtaColumn[];
}

/** What could not be written as it was given, in words. */
export interface DtaOutput {
  readonly bytes: Uint8Array;
  readonly notes: readonly Told[];
}
