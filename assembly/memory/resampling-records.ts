/** Records of resampled linear estimates, shared with the bindings as those of `records.ts` are. */

/** How the rows of a linear estimate are resampled, and what a replicate returns. */
@unmanaged
export class Resampling {
  size: i32;
  /** How weights are drawn: a number of `random/weights.ts`. */
  draw: i32;
  /** Units that are drawn whole: rows, or clusters. */
  nunits: i32;
  /** Length of blocks, or their mean length. */
  length: i32;
  /**
   * Units drawn: 1 when each replicate returns standard errors after the coefficients. Multipliers drawn: numbers of
   * a test that are returned, 2 for its statistic or 5 for polynomials in the tested value. GMM: 1 when each replicate
   * returns J after the coefficients.
   */
  statistics: i32;
  /** Multipliers: 1 when the tested value is imposed on the residuals. GMM: 1 when moments are recentred. */
  restricted: i32;
  /** Multipliers: 1 scores as they are, 3 of the jackknife; and the same of the variance. */
  scores: i32;
  variance: i32;
  /**
   * Units drawn: covariance of the tests of its instruments that a replicate returns last, 1 robust by rows, 2 by
   * clusters, 3 unadjusted; 0 when it returns none.
   */
  tests: i32;
  /** i32, nrows: unit of each row, 0 .. nunits - 1; in order of time where blocks are drawn. */
  units: usize;
  /** i32, nunits: levels of the absorbed effect in each unit; 0 without one. */
  levels: usize;
  /** u32, nunits: thresholds of the probabilities that units are drawn with; 0 for equal ones. */
  thresholds: usize;
  /** f64, nparams: the estimate. The outcome of the design is what it leaves: y - X b, effects included. */
  params: usize;
}

/** A permutation test of one regressor; see `estimators/replicates/permutation.ts`. */
@unmanaged
export class Permutation {
  size: i32;
  nrows: i32;
  /** Regressors beside the one that is tested. */
  nothers: i32;
  /** What is exchanged, rows or clusters, in strata within which it is. */
  nitems: i32;
  nstrata: i32;
  /** Clusters of the statistic's variance, nrows of them for a robust one; 0 for an unadjusted one. */
  nclusters: i32;
  /** 1 when replicate r is permutation r of all. */
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
