export { packageVersion } from './generated/build.js';
export { type Build, compileCore, type Engine, type EngineInfo } from './core/engine/engine.js';
export { type EngineChoice, loadEngine } from './core/engine/instances/load-engine.js';
export { type CoreSource, init } from './core/engine/instances/shared.js';
export {
  ConvergenceError,
  EconError,
  EngineError,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from './core/errors/errors.js';
export { withoutSecrets } from './core/arguments/secrets.js';
export { shellWord } from './core/escapes/shell.js';
export { visible, visibleLine, visibleMessage } from './core/arguments/visible-text.js';
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
export * from './analysis/inference/index.js';
export * from './analysis/postestimation/index.js';
export * from './analysis/describe/index.js';
export * from './analysis/bootstrap/index.js';
export { decodePlain, encodePlain } from './core/jobs/plain-data.js';
export type { JobRunner, RepeatedWork, SharedWork, StoredChunks } from './core/jobs/job-runner.js';
export * from './paper/audit/index.js';
export * from './models/indices/index.js';
export type { ChoiceValue } from './analysis/sensitivity/multiverse/dimension.js';
export {
  compatReport,
  type CompatReport,
  type MovedByRule,
  type MovedNumber,
} from './interchange/compat-report.js';
export type { CountedFailure, Failure } from './core/jobs/failures.js';
export {
  countSpecifications,
  multiverse,
  type MultiverseOptions,
} from './analysis/sensitivity/multiverse/multiverse.js';
export type { Progress, RunOptions } from './core/jobs/run-options.js';
export type {
  Agreement,
  ChoiceSummary,
  MultiverseBootstrap,
  MultiverseResult,
  Refusal,
  Significance,
  Specification,
} from './analysis/sensitivity/multiverse/result.js';
export type {
  BootstrapEstimate,
  Estimate,
} from './analysis/sensitivity/multiverse/specification.js';
export { influence, type InfluenceOptions } from './analysis/sensitivity/influence/influence.js';
export type { InfluenceResult, UnitInfluence } from './analysis/sensitivity/influence/result.js';
export { instrumentReport } from './analysis/sensitivity/instruments/instrument-report.js';
export type {
  Bounds,
  GroupVariant,
  InstrumentReport,
  Variant,
  Verdict,
  WindowVariant,
} from './analysis/sensitivity/instruments/result.js';
export type { DesignResult, DesignVariant } from './analysis/montecarlo/design-result.js';
export { type DesignOptions, design } from './analysis/montecarlo/design.js';
export type { Performance } from './analysis/montecarlo/performance.js';
export { type PowerOptions, power } from './analysis/montecarlo/power.js';
export type { PowerCase, PowerResult, TestName } from './analysis/montecarlo/power-result.js';
export type { PValues } from './results/p-values.js';
export type { Rate } from './analysis/montecarlo/rates.js';
export type { SimulationOptions } from './analysis/montecarlo/simulation-options.js';
export type { SimulatedProcess } from './analysis/montecarlo/simulation-source.js';
export type { ViolationInput } from './analysis/montecarlo/violations.js';
export type { Violation, ViolationKind } from './analysis/montecarlo/process/violations.js';
export type {
  CoefficientSets,
  ConcentratedSets,
  ProjectedSets,
  SearchedSet,
  SearchedSets,
  WeakIdentification,
} from './analysis/weak/result.js';
export { weakIdentification, type WeakOptions } from './analysis/weak/weak-identification.js';
export * from './paper/figures/index.js';
export { presenceSvg } from './paper/figures/presence.js';
export { multiverseSvg, type MultiverseSvgOptions } from './paper/figures/specification/curve.js';
export * from './paper/explanations/index.js';
export * from './interchange/index.js';
export * from './paper/tables/paper/index.js';
export * from './paper/report/index.js';
export * from './paper/report/paper/index.js';
export * from './paper/study/index.js';
export * from './paper/study/html/index.js';
export * from './paper/study/claims/index.js';
export * from './paper/study/text/index.js';
export * from './paper/bundle/index.js';
export { computeJobs, type ComputeOptions } from './workers/compute-jobs.js';
export { checkTask, isChunkOf } from './workers/outside.js';
export type { WarningCode, WarningDetails } from './words/warning.js';
