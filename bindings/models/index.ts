export type * from './common.js';
export type * from './describe.js';
export type * from './dpd/model.js';
export { estimators } from './estimators.js';
export type * from './fit-result.js';
export { dpd, fitModel, type FitOptions, ols } from './fit.js';
export { parseModel } from './model-file.js';
export type * from './model.js';
export type * from './ols/model.js';
