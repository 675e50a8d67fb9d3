/** The expectations of models in English. */
export * as models from './models.js';
export * as rules from './rules.js';
export * as steps from './steps.js';
export * as indices from './indices.js';
