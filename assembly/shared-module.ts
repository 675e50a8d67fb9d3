/** The functions that both modules export. */
export { alloc, mark, release } from './memory/arena';
export { normal_isf, normal_log_sf, normal_sf } from './distributions/normal';
export { t_isf, t_log_sf, t_sf } from './distributions/student';
export { chi2_isf, chi2_sf } from './distributions/chi2';
export { clr_sf } from './distributions/clr';
export { f_isf, f_sf } from './distributions/fdist';
export { vector_exp, vector_exp_low, vector_log, vector_log_low } from './arithmetic/elementary';
export { linalg_gemm } from './linalg/products';
export { ols_fit } from './estimators/ols/fit';
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
