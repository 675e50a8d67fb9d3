export { Status } from './status';
export { alloc, mark, release } from './memory/arena';
export { normal_cdf, normal_isf, normal_log_sf, normal_sf } from './distributions/normal';
export { t_cdf, t_isf, t_log_sf, t_sf } from './distributions/student';
export { chi2_cdf, chi2_isf, chi2_log_sf, chi2_sf } from './distributions/chi2';
export { clr_cdf, clr_log_sf, clr_pdf, clr_quantile, clr_sf } from './distributions/clr';
export { f_cdf, f_isf, f_log_sf, f_sf } from './distributions/fdist';
export { vector_exp, vector_exp_low, vector_log, vector_log_low } from './arithmetic/elementary';
export { dpd_baselines } from './estimators/dpd/baselines/baselines';
export { dpd_finish, dpd_open } from './estimators/dpd/fit';
export { dpd_implied_probabilities } from './estimators/dpd/replicate/implied-probabilities';
export { dpd_prepare } from './estimators/dpd/replicate/replicate';
export { ols_fit } from './estimators/ols/fit';
export { ols_next, ols_open, ols_rows } from './estimators/ols/streamed';
export { panel_fit } from './estimators/panel/fit';
export { iv_fit } from './estimators/iv/fit';
export { iv_next, iv_open, iv_rows } from './estimators/iv/streamed';
export { iv_reduced_form } from './estimators/iv/identification/reduced-form';
export { resample_moments } from './estimators/replicates/drawn/gmm';
export { resample_prepare, resample_test } from './estimators/replicates/prepare';
export { resample_implied_probabilities } from './estimators/replicates/drawn/implied-probabilities';
export { permutation_prepare, permutation_run } from './estimators/replicates/permutation';
export { bootstrap_run } from './bootstrap/run';
export { jackknife_reduce, jackknife_run } from './bootstrap/jackknife';
export { weighted_run } from './bootstrap/weighted';
export { bootstrap_reduce } from './bootstrap/reduce';
export { bootstrap_bca } from './bootstrap/bca';
export { index_adequacy } from './indices/adequacy';
export { index_components } from './indices/components';
export { index_normalise } from './indices/normalise';
export { index_average, index_closeness, index_geometric } from './indices/scores';
export { index_critic, index_entropy, index_variation } from './indices/weights';
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
