export type { ChoiceValue } from './choices.js';
export {
  compatReport,
  type CompatReport,
  type MovedByRule,
  type MovedNumber,
} from './compat-report.js';
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
export { influence, type InfluenceResult, type UnitInfluence } from './influence.js';
export {
  type Bounds,
  type GroupVariant,
  instrumentReport,
  type InstrumentReport,
  type Variant,
  type Verdict,
  type WindowVariant,
} from './instrument-report.js';
