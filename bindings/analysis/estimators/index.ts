/** `wasmetrics/estimators`: estimators of arrays, without formulas or tables. */
export * from '../../core/engine/entry.js';
export { fromRows, type Matrix, matrix, toRows } from '../../core/linalg/matrix.js';
export type { FitResult } from '../../results/fit.js';
export type { Columns, Vector } from './arrays.js';
export { bootstrapDpd, type DpdBootstrapOptions } from './bootstrap-dpd.js';
export type { BootstrapProgress } from '../bootstrap/running/progress.js';
export type { BootstrapRun } from '../bootstrap/running/run.js';
export type { BootstrapResult } from '../../results/fit.js';
export { dpd, type DpdOptions } from './dpd.js';
export { gmm, type GmmOptions, type InstrumentColumns, iv, type IvOptions } from './instruments.js';
export { ols } from './ols.js';
export type { ArrayFit, ArrayRegression, FitArrays, OfArrays } from './result.js';
export type { ArrayCovariance, ArrayOptions, Labels, VcovName } from './sample.js';
