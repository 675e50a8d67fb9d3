export { exportModel } from './export.js';
export { importModel, importScript } from './import.js';
export { type ImportedStudy, importStudy } from './import-study.js';
export type { ScriptStudy } from './study/assemble.js';
export type { ImportOptions } from './imported.js';
export type { ImportedModel, ImportedScript, ScriptModel } from './results.js';
export type { Program as ExportProgram } from './programs.js';
