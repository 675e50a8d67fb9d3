/** What every array-level entry point exports: the start of the core, and its errors. */
export { ready } from './shared.js';
export {
  ConvergenceError,
  EconError,
  EngineError,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from './errors.js';
