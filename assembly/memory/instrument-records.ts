/** Records of estimates with instruments, shared with the bindings as those of `records.ts` are. */

/** A regression with endogenous regressors, in rows. */
@unmanaged
export class IvDesign {
  size: i32;
  /** Exogenous regressors (with the constant), endogenous ones and excluded instruments. */
  nexogenous: i32;
  nendogenous: i32;
  ninstruments: i32;
  /** Column of the constant among the exogenous, the last of them, or -1. */
  constant: i32;
  /**
   * LinearDesign: its columns are the endogenous, then the exogenous with the constant last, then the
   * excluded instruments, so that regressors and instruments are both contiguous; `nregressors` is their
   * sum and `intercept` 0. Its clusters, units and periods are the covariance's.
   */
  rows: usize;
  /** LinearDesign whose clusters, units and periods are the weighting matrix's, or 0 for those of `rows`. */
  weightRows: usize;
}

/** What to estimate. */
@unmanaged
export class IvOptions {
  size: i32;
  /** `IvMethod` of `codes.ts`; k-class with kappa 1 is 2SLS. */
  method: i32;
  /** `Steps` of `codes.ts`, for GMM. */
  steps: i32;
  /** GMM: 1 when moments are centred in the weighting matrix and in the covariance. */
  center: i32;
  maxIterations: i32;
  /** kappa of a k-class estimator, alpha of Fuller's. */
  kappa: f64;
  /** Relative change of the coefficients at which iterations end. */
  tolerance: f64;
  /** LinearOptions of the weighting matrix (kind, kernel, bandwidth) and of the covariance. */
  weight: usize;
  covariance: usize;
  /** PanelOptions of the effects to absorb, or 0. */
  panel: usize;
  /**
   * LinearOptions of the scores of tests of the instruments, which the fit then describes in a ReducedForm, or 0. Not
   * the unadjusted kind; the bandwidth is the fit's.
   */
  tests: usize;
}

/** What an estimate with instruments returns; arrays in the arena above the fit's mark. */
@unmanaged
export class IvFit {
  size: i32;
  /**
   * Column of the design that a status refers to: the first dependent regressor, or the endogenous regressor that the
   * instruments do not identify; -1 if there are fewer instruments than regressors, or none.
   */
  detail: i32;
  nparams: i32;
  /** Rank of all instruments, exogenous regressors included. */
  rankInstruments: i32;
  /** Rank of the weighting matrix of GMM; below `rankInstruments` its Moore-Penrose inverse is used. */
  rankWeight: i32;
  /** Weighting matrices computed, and 1 when the iteration ended by its tolerance. */
  iterations: i32;
  converged: i32;
  indefinite: i32;
  /** 1 when all residuals are rounding errors, and the number of variances that are. */
  perfect: i32;
  zeroVariances: i32;
  nobs: f64;
  dfResid: f64;
  dfReference: f64;
  rss: f64;
  tss: f64;
  tssCentered: f64;
  /** kappa used. */
  kappa: f64;
  /** GMM: n g'W g at the estimate, W the weighting matrix it was computed with. */
  objective: f64;
  factor: f64;
  bandwidth: f64;
  weightBandwidth: f64;
  condition: f64;
  /** Wald statistic of the hypothesis that all slopes are 0, NaN if it does not exist; slopes; rank. */
  wald: f64;
  waldDf: i32;
  waldRank: i32;
  /** i32, ninstruments: 1 for excluded instruments left out as linear combinations of those before. */
  dropped: usize;
  /** f64: params (endogenous, then exogenous), params^2, nrows (unweighted residuals). */
  params: usize;
  vcov: usize;
  residuals: usize;
  /** f64, nrows: the influence function of the regressor in the options of the covariance, or 0. */
  influence: usize;
  /** f64, iterations x (params + 1): coefficients and objective after each weighting matrix. */
  trace: usize;
  /**
   * f64, rankInstruments^2: GMM's S, the covariance matrix of the moments Q'e (sums, not means) whose inverse was the
   * weighting matrix, in the orthonormal basis Q of all kept instruments that the reduced form's triangle gives;
   * 0 without GMM.
   */
  momentCovariance: usize;
  /** f64, nparams x nparams: what explains the regressors to leave out after RankDeficient (`LinearModel.dependence`). */
  dependence: usize;
  /** PanelFit of the absorbed effects (detail, iterations, degrees of freedom), or 0 without `panel`. */
  effects: usize;
  /**
   * ReducedForm for tests of the instruments; 0 without `tests`, or if instruments and endogenous regressors together
   * leave no degrees of freedom.
   */
  reducedForm: usize;
}

/** Which reduced form to describe. */
@unmanaged
export class ReducedFormOptions {
  size: i32;
  /**
   * 0 for residuals on all instruments; 1 for residuals on the exogenous regressors only, as under the hypothesis that
   * the excluded instruments have no effect.
   */
  restricted: i32;
  /** LinearOptions of the covariance of the scores; a bandwidth for HAC is a number. */
  covariance: usize;
  /** PanelOptions of the effects to absorb, or 0. */
  panel: usize;
}

/**
 * The regressions of endogenous variables and outcome on all instruments, in a basis Q of the kept excluded
 * instruments that is orthonormal and orthogonal to the exogenous regressors.
 */
@unmanaged
export class ReducedForm {
  size: i32;
  detail: i32;
  /** Kept excluded instruments. */
  ninstruments: i32;
  nobs: f64;
  /** Observations minus exogenous regressors, kept instruments and absorbed effects. */
  dfResid: f64;
  /** Degrees of freedom of t and F: clusters (or periods) minus 1 if the covariance sums over them. */
  dfReference: f64;
  /** The small-sample factor of a first-stage regression (1 without `small`); not in `covariance`. */
  factor: f64;
  bandwidth: f64;
  /** i32, instruments of the design: 1 for those left out. */
  dropped: usize;
  /**
   * f64, p x p column-major upper triangle: R of a QR of [exogenous, kept instruments, endogenous, outcome],
   * p their number, with a positive diagonal. The endogenous and the outcome come last.
   */
  triangle: usize;
  /**
   * f64, m x m with m = ninstruments (1 + endogenous): sums over rows, clusters or lags of products of the scores
   * q_j e_a, ordered by a (outcome first, then the endogenous) and within it by j; without a factor. 0 for the
   * unadjusted kind, where it is E'E (x) I / nobs with E in the triangle.
   */
  covariance: usize;
  /**
   * For a fit with `tests`. f64, m x m: as `covariance`, with residuals on the exogenous regressors only, in the kind
   * of the tests. f64, (ninstruments + endogenous)^2: sums of products of the scores q_j e. Here q_j is an orthonormal
   * basis of the kept instruments and the endogenous regressors, orthogonal to the exogenous ones. The residuals e are
   * those of least squares of the outcome on the regressors, and on the regressors and the residuals of the first
   * stages.
   */
  restricted: usize;
  leastSquares: usize;
  augmented: usize;
  /** Small-sample factor and denominator degrees of freedom of the last of these regressions. */
  augmentedFactor: f64;
  augmentedDf: f64;
}
