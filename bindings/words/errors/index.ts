/**
 * The errors of all families in English, for the types of other languages and for tests. The program imports the file
 * of a family, so that a page loads what its parts can say.
 */
export * as archives from './paper/archives.js';
export * as arrays from './analysis/arrays.js';
export * as audits from './paper/audits.js';
export * as bundles from './paper/bundles.js';
export * as claims from './paper/claims.js';
export * as claimSyntax from './paper/claim-syntax.js';
export * as columns from './columns.js';
export * as data from './data/index.js';
export * as descriptions from './analysis/descriptions.js';
export * as engine from './core/engine.js';
export * as explanations from './paper/explanations.js';
export * as figures from './paper/figures.js';
export * as hosts from './core/hosts.js';
export * as inference from './analysis/inference.js';
export * as interchange from './interchange/index.js';
export * as jobs from './core/jobs.js';
export * as keys from './keys.js';
export * as matrices from './core/matrices.js';
export * as postestimation from './analysis/postestimation.js';
export * as readers from './readers/index.js';
export * as sensitivity from './analysis/sensitivity.js';
export * as simulations from './analysis/simulations.js';
export * as status from './core/status.js';
export * as steps from './steps.js';
export * as studies from './paper/studies.js';
export * as tables from './paper/tables.js';
export * as texts from './paper/texts.js';
export * as values from './values.js';
export * as weak from './analysis/weak.js';
export * as weights from './weights.js';
export * as workers from './core/workers.js';
