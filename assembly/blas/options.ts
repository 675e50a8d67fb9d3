/** The option letters of BLAS and LAPACK as numbers. */
export const NoTrans: i32 = 0;
export const Trans: i32 = 1;
export const Upper: i32 = 0;
export const Lower: i32 = 1;
