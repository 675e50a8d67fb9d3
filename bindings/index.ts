export { packageVersion } from './generated/build.js';
export { type Build, compileCore, type Engine, type EngineInfo } from './core/engine.js';
export { type EngineChoice, loadEngine } from './core/instances/load-engine.js';
export { type CoreSource, init } from './core/instances/shared.js';
export {
  ConvergenceError,
  EconError,
  EngineError,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from './core/errors.js';
export { withoutSecrets } from './core/text/secrets.js';
export { shellWord } from './core/text/escapes/shell.js';
export { visible, visibleLine, visibleMessage } from './core/text/visible-text.js';
export {
  type Built,
  type BuiltColumn,
  type BuildStep,
  type Column,
  convertFormats,
  type ConvertFormat,
  convertTable,
  type CsvOptions,
  type DataInput,
  decodeText,
  type DecodeOptions,
  type DataSource,
  type LongShape,
  type MergedFile,
  type MergeKeys,
  parseCsv,
  type Prepared,
  type ReaderOptions,
  type ReadOptions,
  type ReadProgress,
  type ReshapedTable,
  readSql,
  readTable,
  type SqlOptions,
  type Table,
  type TableWarning,
  tableWarnings,
  toTable,
  type WideShape,
  type WrittenFile,
} from './data/index.js';
export type { PreparationInput, PrepareOptions } from './models/preparation/preparation.js';
export { prepareData } from './models/preparation/prepare.js';
export * from './models/index.js';
export * from './inference/index.js';
export * from './postestimation/index.js';
export * from './describe/index.js';
export * from './bootstrap/index.js';
export { decodePlain, encodePlain } from './jobs/plain-data.js';
export type { JobRunner, RepeatedWork, SharedWork, StoredChunks } from './jobs/job-runner.js';
export * from './audit/index.js';
export * from './indices/index.js';
export type { ChoiceValue } from './sensitivity/multiverse/dimension.js';
export {
  compatReport,
  type CompatReport,
  type MovedByRule,
  type MovedNumber,
} from './interchange/compat-report.js';
export type { CountedFailure, Failure } from './jobs/failures.js';
export {
  countSpecifications,
  multiverse,
  type MultiverseOptions,
} from './sensitivity/multiverse/multiverse.js';
export type { Progress, RunOptions } from './jobs/run-options.js';
export type {
  Agreement,
  ChoiceSummary,
  MultiverseBootstrap,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from './sensitivity/multiverse/result.js';
export type { BootstrapEstimate, Estimate } from './sensitivity/multiverse/specification.js';
export { influence, type InfluenceOptions } from './sensitivity/influence/influence.js';
export type { InfluenceResult, UnitInfluence } from './sensitivity/influence/result.js';
export { instrumentReport } from './sensitivity/instruments/instrument-report.js';
export type {
  Bounds,
  GroupVariant,
  InstrumentReport,
  Variant,
  Verdict,
  WindowVariant,
} from './sensitivity/instruments/result.js';
export type { DesignResult, DesignVariant } from './montecarlo/design-result.js';
export { type DesignOptions, design } from './montecarlo/design.js';
export type { Performance } from './montecarlo/performance.js';
export { type PowerOptions, power } from './montecarlo/power.js';
export type { PowerCase, PowerResult, TestName } from './montecarlo/power-result.js';
export type { PValues } from './results/p-values.js';
export type { Rate } from './montecarlo/rates.js';
export type { SimulationOptions } from './montecarlo/simulation-options.js';
export type { SimulatedProcess } from './montecarlo/simulation-source.js';
export type { ViolationInput } from './montecarlo/violations.js';
export type { Violation, ViolationKind } from './montecarlo/process/violations.js';
export type {
  CoefficientSets,
  ConcentratedSets,
  ProjectedSets,
  SearchedSet,
  SearchedSets,
  WeakIdentification,
} from './weak/result.js';
export { weakIdentification, type WeakOptions } from './weak/weak-identification.js';
export * from './figures/index.js';
export { presenceSvg } from './figures/presence.js';
export { multiverseSvg, type MultiverseSvgOptions } from './figures/specification/curve.js';
export * from './explanations/index.js';
export * from './interchange/index.js';
export * from './tables/paper/index.js';
export * from './report/index.js';
export * from './report/paper/index.js';
export * from './study/index.js';
export * from './study/html/index.js';
export * from './study/claims/index.js';
export * from './study/text/index.js';
export * from './bundle/index.js';
export { computeJobs, type ComputeOptions } from './workers/compute-jobs.js';
export { checkTask, isChunkOf } from './workers/outside.js';
