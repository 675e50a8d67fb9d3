/** The JSON that `convert` writes and `readers/json/` reads. */

/** A value of JSON. A number that JSON cannot hold is `{number: 'NaN'}`, bytes are `{hex: '…'}`. */
export type JsonCell =
  null | number | string | boolean | { readonly number: string } | { readonly hex: string };

export interface JsonColumn {
  readonly name: string;
  readonly type: 'number' | 'text' | 'date' | 'boolean' | 'integer-text';
  readonly frequency?: string;
  readonly values: readonly JsonCell[];
  readonly label?: string;
  readonly valueLabels?: Readonly<Record<string, string>>;
  /** Kinds of missing values, by row from 0. */
  readonly missing?: Readonly<Record<string, string>>;
}

export interface JsonTable {
  readonly nrows: number;
  readonly columns: readonly JsonColumn[];
}
