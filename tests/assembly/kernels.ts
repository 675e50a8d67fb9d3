/** Entry of the test build: kernels that the release build does not export. */
export * from '../../assembly/index';
export { allocMatrix, allocZeroed, exhausted } from '../../assembly/memory/arena';
export { daxpy, ddot, dnrm2, dscal } from '../../assembly/blas/level1';
export { dgemv, dger, dtrsv } from '../../assembly/blas/level2';
export { dgemm, dsyrk, dtrsm } from '../../assembly/blas/level3';
export { pack, unpack, triangleEntry, triangleSize } from '../../assembly/blas/panels';
export { dpotrf, dtrsmPanels, dtrsvPanels } from '../../assembly/lapack/dpotrf';
export { dgeqp3, dormqr } from '../../assembly/lapack/dgeqp3';
export { dpstrf } from '../../assembly/lapack/dpstrf';
export { dgesvj } from '../../assembly/lapack/dgesvj';
export { philox } from '../../assembly/random/philox';
export { multinomial } from '../../assembly/random/draws';
