export type * from './fit-result.js';
export { dpd, fitModel, type FitOptions } from './fit.js';
export { parseModel } from './model-file.js';
export type * from './model.js';
