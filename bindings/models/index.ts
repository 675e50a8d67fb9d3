export type {
  BootstrapInput,
  BootstrapSpec,
  CommonInput,
  CommonModel,
  PanelInput,
  PanelSpec,
  Vars,
} from './schema/common.js';
export type {
  DataFile,
  DataPlace,
  DataQuery,
  DataSteps,
  DataStepsInput,
  Merge,
  MergeInput,
  Reshape,
  ReshapeInput,
} from './schema/data-keys.js';
export type * from './schema/dynamic-words.js';
export type { CovarianceTexts, CovarianceTraits } from './covariances/traits.js';
export type * from './multiverse-keys.js';
export type * from '../results/common.js';
export type * from '../results/dynamic.js';
export type * from '../results/fit.js';
export type * from '../results/bootstrap/scheme.js';
export type { FitFileOptions } from './functions/fit-file.js';
export type { FitModelOptions, FitOptions, ThreadOptions } from './fit.js';
export * from './functions/estimate.js';
export type * from './instruments/model.js';
export { parseModel } from './reading/model-file.js';
export type { EstimatorName } from './registry.js';
export type { EstimatorHas, EstimatorTraits, EstimatorWords, ShortestModel } from './traits.js';
export type * from './estimator-types.js';
export type * from './model.js';
