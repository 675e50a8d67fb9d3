/** Records of dynamic panels shared with the bindings; see `records.ts` for the rules. */

/** A panel in compact rows and the model on it. Rows are sorted by unit, then by period. */
@unmanaged
export class DpdDesign {
  size: i32;
  nrows: i32;
  nunits: i32;
  /** Periods of the calendar grid, first to last. */
  nperiods: i32;
  /** Regressors without the constant; they are columns 1 .. nregressors of `vars`. */
  nregressors: i32;
  /** 1 when the level equation has a constant, the last parameter. */
  constant: i32;
  /** 1 when the level equation is stacked below the transformed one. */
  system: i32;
  /** `Transform` of `codes.ts`. */
  transform: i32;
  /** 1 if the other transformation is stacked below as another equation. */
  mixed: i32;
  /** 1 if differences go across a gap, from the last complete row before it. */
  bridge: i32;
  /** xtabond2's h: 1, 2 or 3. */
  h: i32;
  nspecs: i32;
  /** f64, nrows x columns, column-major; column 0 is the outcome; NaN is missing. */
  vars: usize;
  /** i32, nunits + 1 offsets of the first row of each unit. */
  unitStart: usize;
  /** i32, nrows: period number of each row, 0 .. nperiods - 1. */
  period: usize;
  /**
   * u8, nrows: `EquationBit`s of the equations in which the row is complete: outcome, regressors and the ordinary
   * instruments of the equation are present.
   */
  complete: usize;
  /** i32, nspecs x `RowWidth.InstrumentSpec`; the columns are listed in `codes.ts`. */
  specs: usize;
  /** f64, nrows, or 0 without weights; NaN where a row has none. */
  weights: usize;
  /** 1 when the weights are frequencies, which count rows and are not scaled. */
  frequency: i32;
  /** Principal components of the GMM-style instruments: -1 none, 0 by their eigenvalues, else their number. */
  components: i32;
}

/** What to compute. */
@unmanaged
export class DpdOptions {
  size: i32;
  /** `Steps` of `codes.ts`. */
  steps: i32;
  /** `DpdCovariance` of `codes.ts`. */
  covariance: i32;
  /** 1 for the small-sample factor. */
  small: i32;
  /** Orders 1 .. arOrders of the Arellano-Bond test. */
  arOrders: i32;
  /** 1 to test the residuals of the level equation, without differencing. */
  arLevels: i32;
  /** Maximum steps of an iterated estimate, or of the search of a continuously updated one. */
  maxIterations: i32;
  /** Number of clustering dimensions; 0 for the units. */
  nclusterings: i32;
  /** `NonlinearConditions` of `codes.ts`, the moment conditions of Ahn and Schmidt. */
  nonlinear: i32;
  /** Number of difference-in-Hansen tests. */
  ntests: i32;
  /** 1 for influence functions by unit. */
  influence: i32;
  /** 1 for the first and second moments of the moment blocks. */
  blockMoments: i32;
  /** Largest change of a coefficient that ends an iteration, relative to itself or its standard error. */
  tolerance: f64;
  /** u8, ntests x nspecs x 2: 1 if a test leaves out that part (transformed, level) of a spec. */
  tests: usize;
  /** i32, nrows x nclusterings: cluster of each row, 0 .. G-1 in each dimension. */
  clusters: usize;
  /** i32, nclusterings: G of each dimension. */
  clusterCounts: usize;
}

/** What a bootstrap replicate returns in addition to its coefficients and J. */
@unmanaged
export class DpdStatistics {
  size: i32;
  /** `ReplicateCovariance` of `codes.ts`. */
  covariance: i32;
  /** 1 for J after one step too, which needs a second step. */
  hansen: i32;
  /** Sets of instruments to leave out, for J without each. */
  ntests: i32;
  /** Orders 1 .. arOrders of the Arellano-Bond test, which need standard errors; 1 for level residuals. */
  arOrders: i32;
  arLevels: i32;
  /** u8, ntests x nspecs x 2, as in `DpdOptions`. */
  tests: usize;
  /** u32, one per entering unit: thresholds of the probabilities with which units are drawn; 0 for equal ones. */
  thresholds: usize;
  /** f64, nparams: the estimate at which products of residuals are centred; 0 for none. */
  centre: usize;
  /** Small-sample factor of the variances. */
  factor: f64;
}

/** What a fit returns. Arrays are allocated in the arena above the fit's mark. */
@unmanaged
export class DpdFit {
  size: i32;
  /** The estimate up to its first step, which `dpd_open` made and `dpd_finish` continues. */
  opened: usize;
  /** Position (of a regressor, a column, a step) that a status refers to. */
  detail: i32;
  nparams: i32;
  /** Level rows used. */
  nlevel: i32;
  /** Transformed rows used. */
  ndiff: i32;
  /** Units with at least one row in the reported equation. */
  ngroups: i32;
  /** Smallest and largest number of reported rows of a unit. */
  minRows: i32;
  maxRows: i32;
  /** Instrument columns that could exist, and those that are not zero everywhere. */
  npotential: i32;
  ninstruments: i32;
  /** Rank of the one-step matrix: the instrument count. */
  rank: i32;
  /** Rank of the two-step matrix; below `ninstruments` its Moore-Penrose inverse is used. */
  rankTwoStep: i32;
  /** 1 if the two-step weight was computed. */
  twoStep: i32;
  sigma2: f64;
  rss: f64;
  sargan: f64;
  hansen: f64;
  wald: f64;
  waldDf: i32;
  /** Small-sample factor of the covariance, 1 without `small`. */
  smallFactor: f64;
  /** f64, nparams. */
  params: usize;
  /** f64, nparams x nparams. */
  vcov: usize;
  /** f64, nparams x nparams: (A'WA)^-1 of the final step; for least squares the covariance without sigma2. */
  bread: usize;
  /** i32, npotential x `RowWidth.InstrumentColumn`; column is -1 if dropped, -2 if in principal components. */
  instruments: usize;
  /** f64, arOrders x 4: statistic, pairs, units, variance. */
  ar: usize;
  /** i32, arOrders x 2: first and last period of the later residual of a pair, -1 without pairs. */
  arPeriods: usize;
  /** f64, ntests x 4: J without the group, its df, the difference, its df; NaN if a test does not exist. */
  diffHansen: usize;
  /** f64, ninstruments: moment conditions Z'e at the estimate. */
  moments: usize;
  /** Reported rows, each as often as its frequency says. */
  nobs: f64;
  /** GMM-style columns from which components were computed, and components kept; 0 without. */
  ncandidates: i32;
  ncomponents: i32;
  /** f64, ncandidates: eigenvalues from the largest down, and the measure of sampling adequacy. */
  eigenvalues: usize;
  kmo: f64;
  /** Number of nonlinear moment conditions; neither ninstruments nor rank counts them. */
  nonlinear: i32;
  /** f64, 4: as a row of `diffHansen`, without the nonlinear conditions. */
  nonlinearHansen: usize;
  /** Smallest number of clusters of a dimension; the units by default. */
  nclusters: i32;
  /** 1 if the covariance matrix has a negative eigenvalue, which is possible with clusters in several dimensions. */
  indefinite: i32;
  /** 1 if all residuals are rounding errors; the covariance matrix is then 0. */
  perfect: i32;
  /** Rows of `trace`, and 1 when the iteration ended by its tolerance. */
  iterations: i32;
  converged: i32;
  /** f64, iterations x (nparams + 1): coefficients and objective of every step. */
  trace: usize;
  /** Units with rows, and i32 the number of each; f64, nparams x nentering: influence functions, with `influence`. */
  nentering: i32;
  entering: usize;
  influence: usize;
  /**
   * With `blockMoments`, for the moment blocks (Z'X, Z'y): their sum, f64, ninstruments x (nparams + 1), and the sum of
   * their outer products, f64, a column-major upper triangle of order (nparams + 1) x ninstruments rounded up to fours.
   */
  blockSum: usize;
  blockProducts: usize;
  /** f64, nparams x nparams: what explains the regressors to leave out (`LinearModel.dependence`), or 0. */
  dependence: usize;
}

/**
 * Least squares or instrumental variables in one equation, to compare with a fit. Columns are those of its rows:
 * regressors 0 .. nregressors - 1, then c, which is the constant or the instrument of the last regressor.
 */
@unmanaged
export class DpdBaseline {
  size: i32;
  nparams: i32;
  /** i32, nparams each: columns of the regressors, and of their instruments, which are the same but for the last. */
  regressors: usize;
  instruments: usize;
  status: i32;
  /** Position of the regressor that the status refers to; with nparams added one that is not identified. */
  detail: i32;
  /** Number of rows, of units with rows, and of independent instruments if there are too few. */
  nrows: i32;
  ngroups: i32;
  rank: i32;
  sigma2: f64;
  /** f64, nparams x (nparams + 2): estimates, their variances, and (X'X)^-1 of least squares. */
  estimates: usize;
}
