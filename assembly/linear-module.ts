/** The functions of `linear.wasm`: matrices, distributions, and what both modules have. */
export * from './shared-module';
export { linalg_cholesky, linalg_inverse } from './linalg/definite';
export { linalg_lstsq, linalg_qr } from './linalg/orthogonal';
export { linalg_crossprod, linalg_triangular } from './linalg/products';
export { linalg_asymmetric, linalg_nonfinite } from './linalg/scale';
export { linalg_eigen, linalg_pinv, linalg_svdvals } from './linalg/spectral';
export { linalg_solve } from './linalg/square';
export { daxpy as linalg_axpy } from './blas/level1';
export { dgetrf as linalg_lu } from './lapack/dgetrf';
export { reflectColumns as linalg_reflect } from './lapack/dlarfg';
export { turn as linalg_turn } from './lapack/dsyev';
export {
  beta_quantile,
  f_quantile,
  gamma_quantile,
  normal_upper,
  t_upper,
} from './distributions/quantiles';
export {
  beta_log_sf,
  beta_pdf,
  beta_tail,
  f_pdf,
  gamma_log_sf,
  gamma_pdf,
  gamma_tail,
  normal_pdf,
  t_pdf,
} from './distributions/densities';
export { chi2_cdf, chi2_log_sf } from './distributions/chi2';
export { clr_cdf, clr_log_sf, clr_pdf, clr_quantile } from './distributions/clr';
export { f_cdf, f_log_sf } from './distributions/fdist';
export { normal_cdf } from './distributions/normal';
export { t_tail } from './distributions/student-tail';
export {
  ncx2_cdf,
  ncx2_log_sf,
  ncx2_pdf,
  ncx2_quantile,
  ncx2_sf,
} from './distributions/noncentral';
