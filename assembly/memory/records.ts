/**
 * Records shared with the bindings: plain structs in linear memory, laid out as in C. From this file and its neighbours
 * the build makes the field offsets of the bindings. Every ABI function compares `size` with `offsetof`, so it refuses
 * a foreign build with `Status.BadRecord`.
 *
 * Only i32, f64 and usize fields; a usize is an address in the arena.
 */

/**
 * A prepared bootstrap: what a replicate needs from the data, for any estimator. A replicate is a weighted sum of the
 * columns and a call of `writeReplicate` through the function table.
 */
@unmanaged
export class BootstrapPlan {
  size: i32;
  nunits: i32;
  /** Distinct columns of the per-unit cross-products. */
  ncolumns: i32;
  /** Numbers a replicate returns: parameters, then what the estimator adds. */
  width: i32;
  /** Function table index of the estimator's writeReplicate(state, draws, sums, out): Status. */
  writeReplicate: i32;
  /**
   * Function table index of estimateBatch(state, count, draws, sums, stride), called with the draws and sums of a batch
   * before its replicates are written; sums are `stride` doubles apart. 0 for none.
   */
  estimateBatch: i32;
  seedLow: i32;
  seedHigh: i32;
  /** `Draw` of `codes.ts`, and what it needs: length of blocks; the table of `random/weights.ts`. */
  draw: i32;
  length: i32;
  drawTable: usize;
  /** f64: the columns in panels of nunits rows; with `ranges`, ranged (`blas/ranged-panels.ts`). */
  columns: usize;
  ranges: usize;
  /** 1 if the drawn rows are summed from tables (`blas/drawn-sums.ts`), as ranged columns always are. */
  tables: i32;
  /** i32, nunits: the row of each unit in the columns, or 0 if that is the unit's number. */
  places: usize;
  /** The estimator's own state. */
  state: usize;
  /** i32, nunits: number of each unit in the design. */
  units: usize;
}

/** A linear regression in rows: what ols and the panel estimators take. */
@unmanaged
export class LinearDesign {
  size: i32;
  nrows: i32;
  /** Number of columns of `x`; a constant is a column of ones like any other. */
  nregressors: i32;
  /**
   * `Intercept` of `codes.ts`. A constant is the last column; sums of squares are then about the mean, and the constant
   * is not a slope. After a transformation its column is no longer ones.
   */
  intercept: i32;
  /** `RowWeights` of `codes.ts`. */
  weightType: i32;
  /** Number of clustering dimensions, 0 to 4. */
  nclusterings: i32;
  /** f64, nrows x nregressors and nrows; no missing values. */
  x: usize;
  y: usize;
  /** f64, the same shapes: rounding errors of computed columns, or 0. */
  xLow: usize;
  yLow: usize;
  /** f64, nrows, or 0. */
  weights: usize;
  /** i32, nrows x nclusterings: cluster of each row, 0 .. G-1 in each dimension. */
  clusters: usize;
  /** i32, nclusterings: G of each dimension. */
  clusterCounts: usize;
  /** i32, nrows: unit and period of each row (0-based, periods in calendar order), or 0. */
  unit: usize;
  period: usize;
  nunits: i32;
  nperiods: i32;
  /** f64, columns of nrows that only the covariance reads, such as coordinates; 0 if its kind has none. */
  covarianceColumns: usize;
  /**
   * f64, nrows x neffects: an orthonormal basis of absorbed effects that cross the clusters, in weighted rows. Leverages
   * of clusters need it; effects within clusters do not change their scores.
   */
  effects: usize;
  neffects: i32;
}

/**
 * An estimate whose rows come in parts, in several passes. The design's columns hold one part: `capacity` rows, or
 * fewer in the last part. The leading dimension is the number of rows of the part.
 */
@unmanaged
export class RowStream {
  size: i32;
  /** Maximum rows of a part, a multiple of 256; and rows of the current part. */
  capacity: i32;
  count: i32;
  /** 1 if the estimator needs another pass. */
  more: i32;
  /** The estimator's own state. */
  state: usize;
}

/** Which covariance a linear fit reports. */
@unmanaged
export class LinearOptions {
  size: i32;
  /** `Covariance` of `covariance/kinds.ts`: CV1 takes clusters in several dimensions, HAC sums over rows in order of period. */
  covariance: i32;
  /** `Kernel` of `codes.ts`. */
  kernel: i32;
  /** 1 for the small-sample factor, which HC1 always has and HC0, HC2 to HC4 and CV2 never have. */
  small: i32;
  /** 1 + the regressor whose influence function a robust covariance also returns, or 0. */
  influenceOf: i32;
  /** Number of coefficients whose parts of each cluster CV2 also returns (`covariance/clusters/cluster-parts.ts`); i32, their places. */
  ncoefficients: i32;
  coefficients: usize;
  /** Degrees of freedom of absorbed effects. */
  dfAbsorbed: i32;
  /** Degrees of freedom of effects nested in the clusters, which a clustered factor does not count. */
  dfNested: i32;
  /** Lags (Bartlett weight 1 - j/(L+1)); negative for automatic. */
  bandwidth: f64;
  /** f64: numbers that only this kind of covariance reads, such as a distance; 0 if it has none. */
  covarianceNumbers: usize;
  /** A column is dependent if it keeps at most this share; 0 for 1e-13; larger for columns that an iteration made. */
  rankTolerance: f64;
  /** Relative precision of the columns if it is lower than a double's; else 0. */
  precision: f64;
  /** f64, nregressors + 1: lengths of x and y before effects were taken out of them, or 0 for those of the design. */
  lengths: usize;
}

/** What a linear fit returns; arrays in the arena above the fit's mark. */
@unmanaged
export class LinearFit {
  size: i32;
  /** Regressor or row that a status refers to. */
  detail: i32;
  nparams: i32;
  /** 1 when the covariance matrix is not positive semidefinite. */
  indefinite: i32;
  /** Rows (HC2 to HC4) or clusters (CV2, CV3) with leverage one, which add nothing to the matrix. */
  saturated: i32;
  /** 1 when all residuals are rounding errors, and the number of variances that are (`covariance/rounding.ts`). */
  perfect: i32;
  zeroVariances: i32;
  /**
   * 1 when the lengths of all columns are so far inside the range that no element can be extreme (`linear/scale.ts`).
   */
  ordinary: i32;
  /** Number of observations: rows, or the sum of frequency weights. */
  nobs: f64;
  /** Observations minus coefficients and absorbed effects. */
  dfResid: f64;
  /** Degrees of freedom of t and F: clusters (or periods) minus 1 if the covariance sums over them. */
  dfReference: f64;
  /** Wald statistic of the hypothesis that all slopes are 0; NaN if their covariance is singular. */
  wald: f64;
  /** Slopes, and the rank of their covariance. */
  waldDf: i32;
  waldRank: i32;
  rss: f64;
  /** Total sum of squares about 0 and about the (weighted) mean. */
  tss: f64;
  tssCentered: f64;
  /** Sum of log weights, for the likelihood. */
  sumLogWeights: f64;
  condition: f64;
  /** The small-sample factor used, and the bandwidth. */
  factor: f64;
  bandwidth: f64;
  /** f64, nparams x nparams: what explains the regressors to leave out after RankDeficient (`LinearModel.dependence`). */
  dependence: usize;
  /** f64: nparams, nparams^2, nparams^2 (X'WX)^-1, nrows (unweighted residuals), nrows. */
  params: usize;
  vcov: usize;
  bread: usize;
  residuals: usize;
  leverage: usize;
  /** f64, rows of the regression: the influence function of the regressor in the options, or 0. */
  influence: usize;
  /** f64, clusters x q (nparams + q + 1): the parts of the q coefficients in the options, or 0. */
  clusterParts: usize;
  /** f64, nparams: standard errors where columns were scaled (`linear/scale.ts`) and `vcov` may be out of range; else 0. */
  stdErrors: usize;
}

/** How a panel estimator treats unit and other effects, on the rows of a `LinearDesign`. */
@unmanaged
export class PanelOptions {
  size: i32;
  /** `PanelEffects` of `codes.ts`; absorbed is within without a report on the units. */
  effects: i32;
  constant: i32;
  /** Number of categories to absorb. Within has the unit first; random and between have none. */
  nabsorbed: i32;
  /** Maximum iterations of the conjugate gradients. */
  maxIterations: i32;
  /** Largest level mean that the iterations may leave, as a share of a column's root mean square. */
  tolerance: f64;
  /** i32, nrows x nabsorbed: level of each row, 0 .. levels - 1, each level in use. */
  codes: usize;
  /** i32, nabsorbed: number of levels. */
  levels: usize;
}

/** What a panel estimator returns in addition to its `LinearFit`; NaN if a statistic does not exist. */
@unmanaged
export class PanelFit {
  size: i32;
  /** Column that a status of the transformation refers to, -1 if the status is the regression's. */
  detail: i32;
  iterations: i32;
  /** Degrees of freedom of the absorbed effects without the constant, and those nested in a cluster. */
  dfAbsorbed: i32;
  dfNested: i32;
  rsquaredWithin: f64;
  rsquaredBetween: f64;
  rsquaredOverall: f64;
  sigmaU: f64;
  sigmaE: f64;
  /** Correlation of the unit effects with X b. */
  correlation: f64;
  /** F statistic of the hypothesis that every effect is 0, and its first degrees of freedom. */
  effectsF: f64;
  effectsDf: i32;
  /** Weighted mean square of the outcome about its mean, before the transformation. */
  outcomeVariance: f64;
  /** f64, nunits: share of the unit mean that random effects subtract. */
  theta: usize;
  /** i32, columns of the design: 1 for regressors that the absorbed effects explain; 0 if no effects are absorbed. */
  vanished: usize;
  /** i32, nabsorbed x 3: levels, redundant ones, 1 when nested in a cluster. */
  degrees: usize;
}
