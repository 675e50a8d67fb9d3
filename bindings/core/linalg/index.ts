/** `wasmetrics/linalg`: factorisations and products of column-major matrices. */
export * from '../engine/entry.js';
export { fromRows, identity, type Matrix, matrix, type MatrixBatch, toRows } from './matrix.js';
export {
  type BatchOptions,
  cholesky,
  choleskyBatch,
  choleskyInto,
  inverse,
  inverseBatch,
  inverseInto,
  type SymmetricOptions,
} from './definite.js';
export {
  crossprod,
  crossprodBatch,
  crossprodInto,
  gemm,
  gemmInto,
  type ProductOptions,
  type SumOptions,
} from './products.js';
export { det } from './determinant.js';
export { type ComplexEigen, type ComplexParts, eig } from './eig.js';
export { svd, type Svd } from './svd.js';
export { transpose } from './transpose.js';
export {
  solve,
  solveBatch,
  type SolveBatchOptions,
  solveInto,
  solveTriangular,
  solveTriangularInto,
  type TriangularOptions,
} from './solve.js';
export {
  lstsq,
  lstsqBatch,
  lstsqInto,
  type Lstsq,
  type LstsqOptions,
  type LstsqOut,
  qr,
  type Qr,
  qrInto,
  type QrOptions,
} from './orthogonal.js';
export {
  type Eigen,
  type EigenBatch,
  eigSymmetric,
  eigSymmetricBatch,
  eigSymmetricInto,
  pinv,
  pinvInto,
  type PinvOptions,
  svdvals,
  svdvalsInto,
} from './spectral.js';
