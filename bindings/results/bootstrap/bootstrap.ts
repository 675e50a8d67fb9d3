import type { Telling } from '../../words/phrase.js';
import type { MissingTest } from '../test.js';
import type {
  BootstrapScheme,
  SchemeKeys,
  IntervalMethod,
  PValueMethod,
  Recentring,
} from './scheme.js';
import type { ByName, Warning } from '../common.js';

export interface FailureCount {
  readonly reason: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  readonly replicates: number;
}

/** A summary of the replicates, for quantities by name. */
export interface BootstrapSummary {
  readonly stdErrors: ByName;
  /** Mean of the replicates minus the estimate, and the estimate minus that bias: 2 b - mean(b*). */
  readonly bias: ByName;
  readonly biasCorrected: ByName;
  /** Monte Carlo standard error of each bootstrap standard error; 0 if every possible draw was made. */
  readonly monteCarloError: ByName;
  readonly confInt: Readonly<Partial<Record<IntervalMethod, ByName<readonly [number, number]>>>>;
  /**
   * p-values of the hypotheses that a quantity is 0: symmetric (1 + #{|b* - b| >= |b|}) / (1 + R), or equal-tail
   * 2 (1 + min(#{b* - b >= b}, #{b* - b <= b})) / (1 + R), at most 1; or one-sided, (1 + #{b* - b >= b}) / (1 + R)
   * against `greater` and (1 + #{b* - b <= b}) / (1 + R) against `less`.
   */
  readonly pValues: ByName;
}

/**
 * A test of the fit with its p-value p from R replicates, (1 + #{stat* >= stat}) / (1 + R), of absolute values where
 * the test is two-sided, and the Monte Carlo standard error of p, sqrt(p (1 - p) / R).
 */
export type BootstrapTest =
  | {
      readonly stat: number;
      readonly pValue: number;
      readonly monteCarloError: number;
      readonly replicates: number;
    }
  | MissingTest;

/** A statistic of the fit, with the percentile interval from R replicates. */
export interface StatisticInterval {
  readonly stat: number | null;
  readonly confInt: readonly [low: number, high: number];
  readonly replicates: number;
}

export interface BootstrapTests {
  readonly hansen?: BootstrapTest;
  /** Difference-in-Hansen tests. */
  readonly diffHansen?: readonly (BootstrapTest & { readonly group: string })[];
  /** Tests of serial correlation, two-sided. */
  readonly ar?: readonly (BootstrapTest & { readonly order: number })[];
  /** One for each endogenous regressor. */
  readonly firstStageF?: readonly (StatisticInterval & { readonly endogenous: string })[];
  readonly andersonRubin?: BootstrapTest & Pick<StatisticInterval, 'confInt'>;
  /**
   * Joint tests of the hypotheses in `statistics` by a wild bootstrap. `stat` is F or chi2 of the sample with the variance
   * of the replicates, which need not be that of the fit; p is the share of replicates whose statistic is at least as large.
   */
  readonly joint?: readonly (BootstrapTest & { readonly hypotheses: string })[];
}

/** The estimate without a unit minus the estimate. */
export interface UnitChange {
  readonly unit: string;
  readonly change: number;
}

/** Estimates without one unit each (Efron and Tibshirani, 1993, chapter 11). */
export interface JackknifeResult {
  /** Number of units left out in turn; and the units without which there is no estimate. */
  readonly units: number;
  readonly failed: number;
  readonly stdErrors: ByName;
  readonly bias: ByName;
  /** Accelerations of BCa intervals. */
  readonly accelerations: ByName;
  /** The units whose absence changes a coefficient most, largest change first. */
  readonly largest: ByName<readonly UnitChange[]>;
}

/** Absorbed effects that cross the clusters of a wild bootstrap, and how replicates take them out. */
export interface CrossingEffects {
  readonly effects: readonly string[];
  /** By the scores of pairs of clusters, or by dummies of the levels. Both give the same numbers. */
  readonly by: 'clusters' | 'levels';
}

/** How a bootstrap drew its replicates. Keys that its scheme does not have are absent. */
export interface SchemeResult extends Readonly<SchemeKeys> {
  readonly scheme: BootstrapScheme;
  /** Number of rows or clusters that are drawn or multiplied. */
  readonly units?: number;
  /** Number of clusters of a wild bootstrap's variance, if they are not the units. */
  readonly clusters?: number;
  /** True if the replicates are all possible sign vectors. */
  readonly enumerated?: boolean;
  /**
   * True if each replicate is estimated from the drawn rows, because the estimate is not a function of sums over units.
   */
  readonly refitted?: boolean;
  /** Absorbed effects whose levels lie in several of the units, which a wild bootstrap takes out of each replicate. */
  readonly crossing?: CrossingEffects;
  /** Clusters whose scores are 0 in every replicate of a wild bootstrap, because effects explain their regressors. */
  readonly withoutScores?: readonly string[];
  /** Indices that each replicate builds again, with scales and weights from the drawn rows. */
  readonly rebuilt?: readonly string[];
  /** Indices that replicates do not build again, with `rebuild: false`. */
  readonly given?: readonly string[];
}

/** Largest Monte Carlo error of a standard error, relative to it: the requested bound, and the error at the end. */
export interface BootstrapPrecision {
  readonly asked: number;
  readonly reached: number;
}

export interface BootstrapResult extends SchemeResult, BootstrapSummary {
  /** Number of replicates requested; with `precision`, the maximum. */
  readonly reps: number;
  readonly completed: number;
  /** True if the run was stopped before it was complete. */
  readonly partial: boolean;
  readonly failed: number;
  readonly failures: readonly FailureCount[];
  readonly seed: number;
  /** How GMM moments are centred. */
  readonly recenter?: Recentring;
  readonly level: number;
  /** With `inverted`, the confidence sets that have gaps or are unbounded, as intervals; `confInt` spans them. */
  readonly confSets?: ByName<readonly (readonly [number, number])[]>;
  readonly precision?: BootstrapPrecision;
  readonly pValueMethod: PValueMethod;
  /** Long-run effects of a dynamic panel; each replicate is computed from its coefficients. */
  readonly longRun?: BootstrapSummary;
  /** Expressions in the coefficients, as written. */
  readonly expressions?: BootstrapSummary & { readonly estimates: ByName };
  readonly tests?: BootstrapTests;
  readonly jackknife?: JackknifeResult;
  readonly warnings: readonly Warning[];
}
