export type ByName<T = number> = Readonly<Record<string, T>>;

/** A regressor that was left out, and what it is a combination of: regressors, `_cons`, effects such as `id effects`. */
export interface Omitted {
  readonly name: string;
  /** Empty if the regressor is zero in every row. */
  readonly explainedBy: readonly string[];
}

/** What the data file says of the columns of a result: labels, units, and what values mean. */
export interface Labels {
  readonly names: ByName<string>;
  readonly units: ByName<string>;
  readonly values: ByName<ByName<string>>;
}

/** A result with the labels of its columns, where the file has some. */
export interface Labelled {
  readonly labels?: Labels;
}

export interface Warning {
  readonly code: string;
  readonly message: string;
}
