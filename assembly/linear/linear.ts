/**
 * A linear regression of y on X as every linear estimator sees it, after any transformation and with rows multiplied by
 * the square roots of their weights. The solver fills it and the covariance matrices read it. Matrices are column-major
 * with leading dimension n.
 */
@unmanaged
export class LinearModel {
  n: i32;
  k: i32;
  /** f64, n x k and n. */
  x: usize;
  y: usize;
  /** f64, n x k and n: rounding errors of computed columns (x + xLow is the exact value), or 0. */
  xLow: usize;
  yLow: usize;
  /** f64, n: frequency weights that the rows carry as square roots, or 0. */
  frequency: usize;
  /** Observations of the whole sample while the model holds only a part of its rows; 0 if it holds all. */
  nobs: f64;
  /** f64, k. */
  params: usize;
  /** f64, n: y - X b. */
  residuals: usize;
  /** f64, k x k: (X'X)^-1, symmetric, in full. */
  bread: usize;
  /**
   * f64, k x k: C with (X'X)^-1 = C C' and orthonormal columns X C, an upper triangle; robust covariances and leverages
   * are formed with it. 0 if it is not needed.
   */
  root: usize;
  /** f64, n: diagonal of the hat matrix, or 0 until `leverages` has filled it. */
  leverage: usize;
  /** Sum of squared residuals. */
  rss: f64;
  /** Number of independent columns, and the first one to leave out when it is below k. */
  rank: i32;
  detail: i32;
  /** A column is dependent if it keeps less than this share of its length; 0 for 1e-13. */
  rankTolerance: f64;
  /** True if the last column is the constant, which is kept before all others. */
  constant: bool;
  /** Number of leading columns that are kept only after all others. */
  nyielding: i32;
  /**
   * f64, k x k, or 0: for each column to leave out, the coefficients of the columns that equal it, and 1 for itself; 0 in
   * the columns of kept ones.
   */
  dependence: usize;
  /** Estimated condition number of the column-scaled X. */
  condition: f64;
}
