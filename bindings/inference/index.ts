export * from './diagnostics/index.js';
export {
  deltaMethod,
  type FunctionResult,
  type TestedFit,
  type TestOptions,
} from './delta-method.js';
export { wald, type WaldTest } from './wald.js';
export { hausman, type HausmanOptions } from './hausman.js';
export { type HausmanTest } from '../results/hausman.js';
