import type { SchemeResult } from '../../results/fit.js';
import type { Recentring, IntervalMethod, PValueMethod } from '../../results/scheme.js';
import type { BootstrappedTest } from './statistics.js';
import type { Jackknife } from './jackknife.js';
import type { InvertedSets } from './wild-tests.js';

/** What is asked of the replicates. */
export interface SummaryOptions {
  readonly scheme: SchemeResult;
  readonly seed: number;
  /** Of GMM. */
  readonly recenter?: Recentring;
  /** Of GMM: whether products of residuals are centred, as those of tests of serial correlation are to be. */
  readonly arCentred?: boolean;
  readonly ci: readonly IntervalMethod[];
  readonly level: number;
  readonly pValue: PValueMethod;
  /** Largest Monte Carlo error of a standard error, relative to it, at which to stop. */
  readonly precision?: number | undefined;
  readonly tests?: readonly BootstrappedTest[];
  /** Expressions in the coefficients. */
  readonly expressions?: readonly string[];
  readonly jackknife?: Jackknife;
  /** Confidence sets that the replicates do not hold. */
  readonly inverted?: InvertedSets;
}
