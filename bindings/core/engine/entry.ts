/** Exports of every entry point for arrays: starting the core, and its errors. */
export { type CoreSource, init, ready } from './instances/shared.js';
export {
  ConvergenceError,
  EconError,
  type ErrorCode,
  type ErrorDetails,
  EngineError,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from '../errors/coded.js';
