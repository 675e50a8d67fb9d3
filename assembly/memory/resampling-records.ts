/** Records of resampled linear estimates, shared with the bindings as those of `records.ts` are. */

/** How the rows of a linear estimate are resampled, and what a replicate returns. */
@unmanaged
export class Resampling {
  size: i32;
  /** `Draw` of `codes.ts`. */
  draw: i32;
  /** Units that are drawn whole: rows, or clusters. */
  nunits: i32;
  /** Length of blocks, or their mean length. */
  length: i32;
  /**
   * If units are drawn, 1 if each replicate returns standard errors after the coefficients. If multipliers are drawn,
   * `WildStatistics` of `codes.ts`. For GMM, 1 if each replicate returns J after the coefficients.
   */
  statistics: i32;
  /**
   * If multipliers are drawn, 1 if the tested value is imposed on the residuals. For GMM, 1 if moments are recentred.
   */
  restricted: i32;
  /** If multipliers are drawn, `WildScores` of `codes.ts` for the numerator and for the variance. */
  scores: i32;
  variance: i32;
  /** If multipliers are drawn, 1 if levels of the absorbed effects lie in several units. */
  crossed: i32;
  /** If multipliers are drawn, number of clusters of the variance; 0 if these are the units. */
  nclusters: i32;
  /** If multipliers are drawn, number of joint tests that a replicate returns last. */
  njoint: i32;
  /** If units are drawn, `InstrumentTests` of `codes.ts`: the covariance of the tests that a replicate returns last. */
  tests: i32;
  /** For GMM, number of `moments`; 0 to recentre at the moments of the design. */
  nmoments: i32;
  /** i32, nrows: unit of each row, 0 .. nunits - 1; in order of time if blocks are drawn. */
  units: usize;
  /** i32, nunits: number of levels of the absorbed effect in each unit; 0 without an effect. */
  levels: usize;
  /** u32, nunits: thresholds of the probabilities with which units are drawn; 0 for equal ones. */
  thresholds: usize;
  /** f64, nparams: the estimate. The outcome of the design is its residual y - X b, effects included. */
  params: usize;
  /** f64, nmoments: Z'e of the kept instruments in another design of the same model, at which moments are recentred. */
  moments: usize;
  /** i32, nunits: cluster of each unit, 0 .. nclusters - 1; 0 if the units are the clusters. */
  clusters: usize;
  /** f64, for each joint test: q, then q x nparams: its rows of coefficients, then q: R b - r. */
  joint: usize;
}

/** A permutation test of one regressor; see `estimators/replicates/permutation.ts`. */
@unmanaged
export class Permutation {
  size: i32;
  nrows: i32;
  /** Regressors without the tested one. */
  nothers: i32;
  /** Number of items that are exchanged, rows or clusters, and of strata within which they are exchanged. */
  nitems: i32;
  nstrata: i32;
  /** Clusters of the statistic's variance, nrows of them for a robust one; 0 for an unadjusted one. */
  nclusters: i32;
  /** 1 if replicates enumerate all permutations. */
  enumerated: i32;
  seedLow: i32;
  seedHigh: i32;
  /** f64, nrows x (nothers + 2): the others, the regressor, the outcome, item after item; overwritten. */
  columns: usize;
  /** i32, nitems + 1: the first row of each item; nstrata + 1: the first item of each stratum. */
  starts: usize;
  strata: usize;
  /** i32, nrows: cluster of each row. */
  clusters: usize;
}
