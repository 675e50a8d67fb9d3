/** The functions of the linear module: what pages need that use no panel, no instruments and no bootstrap of a fit. */
export { Status } from './status';
export { alloc, mark, release } from './memory/arena';
export { normal_cdf, normal_isf, normal_log_sf, normal_sf } from './distributions/normal';
export { t_cdf, t_isf, t_log_sf, t_sf } from './distributions/student';
export { chi2_cdf, chi2_isf, chi2_log_sf, chi2_sf } from './distributions/chi2';
export { clr_cdf, clr_log_sf, clr_pdf, clr_quantile, clr_sf } from './distributions/clr';
export { f_cdf, f_isf, f_log_sf, f_sf } from './distributions/fdist';
export { vector_exp, vector_exp_low, vector_log, vector_log_low } from './arithmetic/elementary';
export { ols_fit } from './estimators/ols/fit';
export { bootstrap_reduce } from './bootstrap/reduce';
export { bootstrap_bca } from './bootstrap/bca';
export { random_order } from './random/permutations';
export { random_normals, random_units } from './random/weights';
export { linalg_cholesky, linalg_inverse } from './linalg/definite';
export { linalg_lstsq, linalg_qr } from './linalg/orthogonal';
export { linalg_crossprod, linalg_gemm, linalg_triangular } from './linalg/products';
export { linalg_asymmetric, linalg_nonfinite } from './linalg/scale';
export { linalg_eigen, linalg_pinv, linalg_svdvals } from './linalg/spectral';
export { linalg_solve } from './linalg/square';
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
export {
  ncx2_cdf,
  ncx2_log_sf,
  ncx2_pdf,
  ncx2_quantile,
  ncx2_sf,
} from './distributions/noncentral';
export {
  philox_block,
  stream_exponential,
  stream_integers,
  stream_mammen,
  stream_normal,
  stream_open,
  stream_position,
  stream_rademacher,
  stream_shuffle,
  stream_uniform,
  stream_webb,
} from './random/streams';
export { jackknife_reduce } from './bootstrap/jackknife';
