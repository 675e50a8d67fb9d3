/** The errors of bootstraps and comparisons of groups in English. */
export * as checkpoints from './checkpoints.js';
export * as failures from './failures.js';
export * as replicates from './replicates.js';
export * as unavailable from './unavailable.js';
export * as permutations from './permutations.js';
export * as dynamic from './dynamic.js';
export * as indices from './indices.js';
export * as groups from './groups.js';
export * as comparisons from './comparisons.js';
