import type { Labels } from '../data/labels.js';

export type { Labels };

export type ByName<T = number> = Readonly<Record<string, T>>;

/** A regressor that was left out, and what it is a combination of: regressors, `_cons`, effects such as `id effects`. */
export interface Omitted {
  readonly name: string;
  /** Empty if the regressor is zero in every row. */
  readonly explainedBy: readonly string[];
}

/** A result with the labels of its columns, where the file has some. */
export interface Labelled {
  readonly labels?: Labels;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
  /** What the message says, as data: `WarningDetails` has its type by the code. */
  readonly detail?: object;
  /** The group, column or model that it is about, with which the message begins. */
  readonly of?: string;
}
