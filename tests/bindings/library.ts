/** The names of all entry points together, from the sources. */
export * from '../../bindings/index.js';
export * from '../../bindings/entries/audit.js';
export * from '../../bindings/entries/bundle.js';
export * from '../../bindings/entries/data.js';
export * from '../../bindings/entries/interchange.js';
export * from '../../bindings/entries/jobs.js';
export * from '../../bindings/entries/report.js';
export * from '../../bindings/entries/study.js';
