/** The errors of models in English. */
export * as dynamic from './dynamic.js';
export * as dynamicModel from './dynamic-model.js';
export * as estimators from './estimators.js';
export * as formulas from './formulas.js';
export * as instruments from './instruments.js';
export * as modelKeys from './keys.js';
export * as periods from './periods.js';
export * as refits from './refits.js';
export * as regressors from './regressors.js';
export * as sample from './sample.js';
export * as streamed from './streamed.js';
export * as indices from './indices.js';
