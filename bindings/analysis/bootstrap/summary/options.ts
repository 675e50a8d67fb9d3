import type { SchemeResult } from '../../../results/fit.js';
import type { BootstrappedTest } from '../../../models/replicates/draw-options.js';
import type {
  Recentring,
  IntervalMethod,
  PValueMethod,
} from '../../../results/bootstrap/scheme.js';
import type { Jackknife } from './jackknife.js';
import type { InvertedSets } from './wild-tests.js';

/** What a summary reports about the replicates. */
export interface SummaryOptions {
  readonly scheme: SchemeResult;
  readonly seed: number;
  /** Recentring of GMM. */
  readonly recenter?: Recentring;
  /** GMM only: true if products of residuals are centred, as tests of serial correlation need. */
  readonly arCentred?: boolean;
  readonly ci: readonly IntervalMethod[];
  readonly level: number;
  readonly pValue: PValueMethod;
  /** Stop at this Monte Carlo error of the standard errors, relative to them. */
  readonly precision?: number | undefined;
  readonly tests?: readonly BootstrappedTest[];
  /** Expressions in the coefficients. */
  readonly expressions?: readonly string[];
  /** Hypotheses for joint tests of a wild bootstrap. */
  readonly joint?: readonly string[];
  readonly jackknife?: Jackknife;
  /** Confidence sets that were computed earlier, from other replicates. */
  readonly inverted?: InvertedSets;
}
