/** `wasmetrics`: estimates, inference and bootstraps. */
export { bootstrap, withBootstrap } from './analysis/bootstrap/bootstrap.js';
export { compareGroups } from './analysis/bootstrap/groups/groups.js';
export type { GroupOptions } from './analysis/bootstrap/groups/options.js';
export {
  type MultipleTestOptions,
  multipleTests,
} from './analysis/bootstrap/multiple/multiple-tests.js';
export { bootstrapOptions, type BootstrapOptions } from './analysis/bootstrap/options.js';
export type { PermutationOptions } from './analysis/bootstrap/permutation/options.js';
export { permutationTest } from './analysis/bootstrap/permutation/permutation-test.js';
export type { Replicates } from './analysis/bootstrap/replicates.js';
export type { BootstrapProgress } from './analysis/bootstrap/running/progress.js';
export type { BootstrapRun } from './analysis/bootstrap/running/run.js';
export { delta, type TestedFit, type TestOptions } from './analysis/inference/delta-method.js';
export {
  diagnostics,
  type DiagnosticsOptions,
} from './analysis/inference/diagnostics/diagnostics.js';
export { hausman, type HausmanOptions } from './analysis/inference/hausman.js';
export { wald } from './analysis/inference/wald.js';
export type { DesignResult } from './analysis/montecarlo/design-result.js';
export { compareDesigns, type DesignOptions } from './analysis/montecarlo/design.js';
export type { PowerResult } from './analysis/montecarlo/power-result.js';
export { type PowerOptions, simulatePower } from './analysis/montecarlo/power.js';
export { augment } from './analysis/postestimation/augment/augment.js';
export { fixedEffects } from './analysis/postestimation/augment/fixed-effects.js';
export { margins, type MarginsOptions } from './analysis/postestimation/margins/margins.js';
export { predict, type PredictOptions } from './analysis/postestimation/predict/predict.js';
export { glance } from './analysis/postestimation/tidy/glance.js';
export { tidy } from './analysis/postestimation/tidy/tidy.js';
export { influence, type InfluenceOptions } from './analysis/sensitivity/influence/influence.js';
export type { InfluenceResult } from './analysis/sensitivity/influence/result.js';
export { instruments } from './analysis/sensitivity/instruments/instrument-report.js';
export type { InstrumentReport } from './analysis/sensitivity/instruments/result.js';
export {
  multiverse,
  type MultiverseOptions,
} from './analysis/sensitivity/multiverse/multiverse.js';
export {
  countSpecifications,
  type PlannedSpecification,
  specificationModels,
} from './analysis/sensitivity/multiverse/planned.js';
export type { MultiverseResult } from './analysis/sensitivity/multiverse/result.js';
export type { WeakIdentification } from './analysis/weak/result.js';
export { weakIdentification, type WeakOptions } from './analysis/weak/weak-identification.js';
export { compileCore } from './core/engine/engine.js';
export type { Build, Engine, EngineInfo } from './core/engine/instances/instance.js';
export { type EngineChoice, loadEngine } from './core/engine/instances/load-engine.js';
export { type CoreSource, init } from './core/engine/instances/shared.js';
export {
  ConvergenceError,
  EconError,
  EngineError,
  type ErrorCode,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from './core/errors/coded.js';
export type { Progress, RunOptions } from './core/jobs/run-options.js';
export type { Column } from './data/column.js';
export type { Table } from './data/table.js';
export type { DataInput } from './data/to-table.js';
export { packageVersion } from './generated/build.js';
export type { FitModelOptions, FitOptions } from './models/fit.js';
export { fit, fitModel } from './models/functions/fit.js';
export { type Configuration, configure } from './core/jobs/configure.js';
export * from './models/functions/estimate.js';
export { fitAll } from './models/functions/fit-all.js';
export { fitFile, type FitFileOptions } from './models/functions/fit-file.js';
export type { Model, ModelInput } from './models/model.js';
export { multiverseChoices } from './models/multiverse/choices-of.js';
export { parseModel } from './models/reading/model-file.js';
export { withData } from './models/refits/with-data.js';
export type { EstimatorName } from './models/registry.js';
export type { BootstrapResult } from './results/bootstrap/bootstrap.js';
export type { FitResult } from './results/fit.js';
export type { GroupComparison } from './results/groups.js';
export type { MultipleTests } from './results/hypotheses.js';
export type { DeltaMethodResult } from './results/inference/delta-method.js';
export type { Diagnostics } from './results/inference/diagnostics.js';
export type { HausmanTest } from './results/inference/hausman.js';
export type { WaldTest } from './results/inference/wald.js';
export type { PermutationTest } from './results/bootstrap/permutation.js';
export type { AugmentResult } from './results/postestimation/augment.js';
export type { MarginsResult } from './results/postestimation/margins.js';
export type { PredictionResult } from './results/postestimation/prediction.js';
export { isResult, parseResult } from './results/read.js';
export type { Warning, WarningCode } from './words/warning.js';
