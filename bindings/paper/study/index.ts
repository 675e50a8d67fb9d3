export type * from './file/input.js';
export type { Study } from './file/study.js';
export { defineStudy, runStudy } from './run-study.js';
export { type KeptResults, keptResults, type StudyStorage } from './estimates/kept.js';
export { starterStudy, type StarterOptions, type StarterStudy } from './starter/starter.js';
export type { StudyOptions } from './estimates/options.js';
export type { StudyProgress } from './estimates/progress.js';
export type * from './result.js';
export { verdicts } from './result.js';
