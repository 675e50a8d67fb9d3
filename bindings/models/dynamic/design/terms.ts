/** What errors, warnings and tests say of the variables of a dynamic panel model. */

/** A variable of the equation. */
export interface ModelTerm {
  readonly name: string;
  /** The data columns that it reads. */
  readonly columns: readonly string[];
  /** Number of periods that it looks back. */
  readonly depth: number;
}

export interface ModelTerms {
  readonly depvar: ModelTerm;
  readonly regressors: readonly ModelTerm[];
  /** The columns that the groups of instruments read. */
  readonly instruments: readonly string[];
  /** The variables of each set of `diffHansen`; undefined where it names none. */
  readonly tested: readonly (readonly string[] | undefined)[];
}
