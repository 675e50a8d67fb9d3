/** The options of a bootstrap that determine its replicates. */
import type {
  BootstrapScheme,
  IntervalMethod,
  Recentring,
  SchemeKeys,
} from '../../results/bootstrap/scheme.js';

export interface DrawOptions extends SchemeKeys {
  /** By default `cluster` if there are units or clusters, otherwise `pairs`; always `cluster` for dpd. */
  readonly scheme?: BootstrapScheme | undefined;
  /** An integer from 0 to 2^53 - 1; the same seed gives the same bits everywhere. Default 1. */
  readonly seed?: number | undefined;
  /**
   * Recentre the moments of an overidentified model at those of the sample, so that they hold in the resampled
   * population (Hall and Horowitz, 1996). `brown-newey` draws units with probabilities under which the moments hold
   * (Brown and Newey, 2002). Default true.
   */
  readonly recenter?: Recentring | undefined;
  /** Intervals to report. Default percentile. */
  readonly ci?: readonly IntervalMethod[] | undefined;
}

/** Linear hypotheses R b = r: the rows R, and R b - r at the estimate. */
export interface JointHypotheses {
  readonly rows: readonly (readonly number[])[];
  readonly distances: readonly number[];
}

/** Tests that replicates can compute. */
export type BootstrappedTest = 'hansen' | 'diffHansen' | 'ar' | InstrumentTest;

/** Tests of instruments. */
export type InstrumentTest = 'firstStageF' | 'andersonRubin';

export const instrumentTests: readonly BootstrappedTest[] = ['firstStageF', 'andersonRubin'];
