export type { ChoiceValue } from './choices.js';
export {
  compatReport,
  type CompatReport,
  type MovedByRule,
  type MovedNumber,
} from './compat-report.js';
export type { CountedFailure, Failure } from './failures.js';
export { countSpecifications, multiverse, type MultiverseOptions } from './multiverse.js';
export type { RefitOptions, RefitProgress } from './refits.js';
export type {
  Agreement,
  ChoiceSummary,
  MultiverseBootstrap,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from './result.js';
export type { BootstrapEstimate, Estimate } from './specification.js';
export { influence, type InfluenceOptions } from './influence.js';
export type { InfluenceResult, UnitInfluence } from './unit-influence.js';
export {
  type Bounds,
  type GroupVariant,
  instrumentReport,
  type InstrumentReport,
  type Variant,
  type Verdict,
  type WindowVariant,
} from './instrument-report.js';
export type { DesignStudy, DesignVariant } from './design-result.js';
export { type DesignOptions, designStudy } from './design-study.js';
export type { Performance } from './performance.js';
export { type PowerOptions, powerOfTests } from './power.js';
export type { PowerCase, PowerResult, TestName } from './power-result.js';
export type { PValues } from './p-values.js';
export type { Rate } from './rates.js';
export type { SimulationOptions } from './simulation-options.js';
export type { SimulatedProcess } from './simulation-source.js';
export type { ViolationInput } from './violations.js';
export type { Violation, ViolationKind } from '../simulation/violations.js';
export type {
  CoefficientSets,
  ConcentratedSets,
  ProjectedSets,
  SearchedSet,
  SearchedSets,
  WeakIdentification,
} from './weak/result.js';
export { weakIdentification, type WeakOptions } from './weak/weak-identification.js';
