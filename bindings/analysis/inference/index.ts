export * from './diagnostics/index.js';
export { deltaMethod, type TestedFit, type TestOptions } from './delta-method.js';
export { wald } from './wald.js';
export { hausman, type HausmanOptions } from './hausman.js';
export type * from '../../results/inference/delta-method.js';
export type * from '../../results/inference/hausman.js';
export type * from '../../results/tests.js';
export type * from '../../results/inference/wald.js';
