/** `wasmetrics/random`: counter-based random numbers, the same bits on every machine. */
export * from '../engine/entry.js';
export { philox, type RandomStream, stream, type StreamOptions } from './stream.js';
export type { Count, Drawn } from './counts.js';
export { binomial, gamma, poisson } from './laws.js';
export {
  exponential,
  integers,
  mammen,
  normal,
  permutation,
  rademacher,
  sample,
  type SampleOptions,
  shuffle,
  uniform,
  webb,
} from './draws.js';
