export type { ChoiceValue } from './choices.js';
export type { Failure } from './grid.js';
export { countSpecifications, multiverse, type MultiverseOptions } from './multiverse.js';
export type { RefitOptions, RefitProgress } from './refits.js';
export type {
  Agreement,
  ChoiceSummary,
  MultiverseResult,
  Refusal,
  Specification,
} from './result.js';
export type { Estimate } from './specification.js';
