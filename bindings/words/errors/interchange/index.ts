/** Errors of interchange with other programs, in English. */
export * from './commands.js';
export * from './covariance-limits.js';
export * from './exports.js';
export * from './limits.js';
export * from './models.js';
export * from './notes.js';
export * from './scripts.js';
export * from './syntax.js';
export * from './tables.js';
