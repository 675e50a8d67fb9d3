export { augment } from './augment/augment.js';
export { margins, type MarginsOptions } from './margins/margins.js';
export type { VariableValues } from './margins/grid.js';
export { predict, type PredictOptions } from './predict/predict.js';
export type * from '../results/postestimation/augment.js';
export type * from '../results/postestimation/columns.js';
export type * from '../results/postestimation/margins.js';
export type * from '../results/postestimation/prediction.js';
