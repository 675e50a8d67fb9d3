import type { Labels } from '../data/labels.js';

export type { Warning } from '../words/warning.js';
export type { Labels };

export type ByName<T = number> = Readonly<Record<string, T>>;

/** An omitted regressor, and what it is a combination of: regressors, `_cons`, effects such as `id effects`. */
export interface Omitted {
  readonly name: string;
  /** Empty if the regressor is zero in every row. */
  readonly explainedBy: readonly string[];
}

/** A result with the labels of its columns, if the file has labels. */
export interface Labelled {
  readonly labels?: Labels;
}
