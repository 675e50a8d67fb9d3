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
export { covarianceDetail, covarianceHelp, covarianceTexts } from './covariances/text.js';
export type { CovarianceTexts, CovarianceTraits } from './covariances/traits.js';
export type * from './multiverse-keys.js';
export type * from '../results/common.js';
export type * from '../results/dynamic.js';
export type * from '../results/fit.js';
export type * from '../results/scheme.js';
export { fitFile, type FitFileOptions } from './functions/fit-file.js';
export { fitModel, type FitModelOptions, type FitOptions, type ThreadOptions } from './fit.js';
export * from './functions/estimate.js';
export { withData } from './refits/with-data.js';
export type * from './instruments/model.js';
export { isResult, parseResult } from '../results/read.js';
export { resolveNames } from './reading/column-names.js';
export { multiverseChoices } from './multiverse-choices.js';
export { parseModel } from './reading/model-file.js';
export {
  estimatorNames,
  type EstimatorName,
  traitsOf as estimatorTraits,
  usualEstimator,
} from './registry.js';
export type { EstimatorHas, EstimatorTraits, EstimatorWords, ShortestModel } from './traits.js';
export type * from './model.js';
