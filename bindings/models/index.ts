export type * from './common.js';
export type * from './describe.js';
export type * from './dpd/model.js';
export type {
  AdmissibilityRule,
  Choices,
  LastLag,
  MultiverseInput,
  MultiverseSpec,
  SpecificationBootstrap,
} from './dpd/multiverse.js';
export { estimators } from './estimators.js';
export type * from './dynamic-result.js';
export type * from './fit-result.js';
export { dpd, fitModel, type FitOptions, gmm, iv, ols, panel } from './fit.js';
export type * from './gmm/model.js';
export type * from './instruments/model.js';
export type * from './iv/model.js';
export { isResult, parseResult } from './read-result.js';
export { parseModel } from './model-file.js';
export type * from './model.js';
export type * from './ols/model.js';
export type * from './panel/model.js';
