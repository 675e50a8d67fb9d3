/** What the compiler infers of a call: keys of the model, columns of the data, options that change the result. */
import type { ModelInput } from '../model.js';
import type { Checked, ColumnNames } from './checked-formula.js';

/** What the compiler learns of a model beside its keys: the estimator. */
export interface Naming<Name extends ModelInput['estimator']> {
  /** The estimator of the model. */
  readonly estimator: Name;
  /** The file of the data, which `fitFile` and studies read. */
  readonly data?: ModelInput['data'];
}

/** The options of a call that change what its result has; `undefined` where it leaves them out. */
export type Given<Written> = {
  readonly [Key in 'effects' | 'steps' | 'pca' | 'diagnostics']: ValueOf<Written, Key>;
};
type ValueOf<Written, Key extends string> = Written extends unknown
  ? Key extends keyof Written
    ? Written[Key]
    : undefined
  : never;

/** Lets the compiler infer what a call writes. It is `unknown` then, so that it allows no keys and adds no messages. */
export type Noted<Written> = [Written] extends [never] ? Written : unknown;

/** The steps that make columns: with any of them the compiler does not know all names. */
interface Steps<Build, Merge, Reshape> {
  /** New columns by name, in order: expressions, splits and indices. */
  readonly build?: Build | undefined;
  /** Other files whose columns are added. */
  readonly merge?: Merge | undefined;
  /** Turns columns into rows, or rows into columns. */
  readonly reshape?: Reshape | undefined;
}

/** The formula and the filter, which name only columns of the data, and the steps that make columns. */
export interface Texts<
  Formula extends string,
  Where extends string,
  Names extends string,
  Build,
  Merge,
  Reshape,
> extends Steps<Build, Merge, Reshape> {
  /**
   * `y ~ x | effects | endogenous ~ instruments`; `L.x` is a lag, `D.x` a difference, `i(x)` dummies. The
   * compiler checks the names of columns if the data have literal keys.
   */
  readonly formula: Checked<Formula, Names, 'formula'>;
  /** Keeps the rows for which this condition is true, such as `year >= 1979 && type == "A"`. */
  readonly where?: Checked<Where, Names, 'where'> | undefined;
}

/** The names of the columns of data, unless steps make others. */
export type NamesIn<Data, Step> = [Step] extends [undefined] ? ColumnNames<Data> : string;
