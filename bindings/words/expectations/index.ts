/** The expectations of all families in English, for the types of other languages and for tests. */
export * as arrays from './core/arrays.js';
export * as arraysOfCallers from './analysis/arrays.js';
export * as bootstrap from './bootstrap.js';
export * as checkpoints from './checkpoints.js';
export * as data from './data.js';
export * as distributions from './core/distributions.js';
export * as engine from './core/engine.js';
export * as figures from './paper/figures.js';
export * as interchange from './interchange.js';
export * as jobs from './core/jobs.js';
export * as options from './analysis/options.js';
export * as reports from './paper/reports.js';
export * as results from './analysis/results.js';
export * as studies from './paper/studies.js';
export * as tables from './paper/tables.js';
export * as values from './values.js';
