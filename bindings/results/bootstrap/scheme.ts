export type IntervalMethod = 'percentile' | 'basic' | 'normal' | 'studentized' | 'bca' | 'inverted';

/** Two-sided, or one-sided with the alternative that a quantity is greater or less than 0. */
export type PValueMethod = 'symmetric' | 'equal-tail' | 'greater' | 'less';

/** How moments of bootstrap replicates are centred: by subtraction, not at all, or by weighting the units. */
export type Recentring = boolean | 'brown-newey';

/**
 * What is drawn: rows (`pairs`), clusters or units (`cluster`), blocks of consecutive rows of fixed (`block`) or
 * geometric (`stationary`) length, each with replacement; or random multipliers of the residuals of rows (`wild`) or
 * clusters (`wild-cluster`); or residuals (`residual`).
 */
export type BootstrapScheme =
  'pairs' | 'cluster' | 'wild' | 'wild-cluster' | 'residual' | 'block' | 'stationary';

/** Distribution of the multipliers of a wild bootstrap. */
export type WildWeights = 'rademacher' | 'mammen' | 'webb' | 'normal';

/**
 * First digit: the residuals are multiplied as they are (1) or as the jackknife has them (3); second digit: the
 * variance of a replicate is CV1 (1) or the jackknife's, CV3 (3). MacKinnon, Nielsen and Webb (2023).
 */
export type WildVariant = '11' | '13' | '31' | '33';

/** Keys that only some schemes have. */
export interface SchemeKeys {
  /** Column whose values are drawn or share a multiplier. */
  readonly cluster?: string | undefined;
  /**
   * `wild-cluster` only: column whose values, parts of the clusters, share a multiplier, while the variance is clustered
   * by `cluster` (MacKinnon and Webb, 2018). With `wild` and `cluster` these are the rows.
   */
  readonly subcluster?: string | undefined;
  /** Distribution of the multipliers of a wild bootstrap. */
  readonly weights?: WildWeights | undefined;
  /** True if residuals are computed under the null hypothesis. */
  readonly imposeNull?: boolean | undefined;
  /** Which residuals a wild bootstrap multiplies. */
  readonly variant?: WildVariant | undefined;
  /** Number of rows in a block, or its mean. */
  readonly blockLength?: number | undefined;
  /** Column that orders the rows. */
  readonly order?: string | undefined;
}
