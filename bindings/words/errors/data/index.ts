/** Errors of tables, build steps and formulas, in English. */
export * from './appends.js';
export * from './formulas.js';
export * from './idioms.js';
export * from './merges.js';
export * from './panels.js';
export * from './reshapes.js';
export * from './several.js';
export * from './syntax.js';
export * from './tables.js';
export * from './types.js';
