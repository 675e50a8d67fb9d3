import type { Telling } from '../words/phrase.js';

/** A test statistic. `df` is one number for a chi-squared, `[df1, df2]` for an F. */
export interface TestResult {
  readonly stat: number;
  readonly df?: number | readonly [number, number];
  readonly pValue: number;
}

/** The reason why a test does not exist. */
export interface MissingTest {
  readonly stat: null;
  readonly pValue: null;
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}

export type Test = TestResult | MissingTest;
