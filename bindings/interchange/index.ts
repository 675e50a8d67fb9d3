export { exportModel } from './export.js';
export { importModel, importScript } from './import.js';
export { type ImportedStudy, importStudy } from './import-study.js';
export type { ScriptStudy } from './study/assemble.js';
export type { ImportedModel, ImportOptions } from './imported.js';
export type { ImportedScript, ScriptModel } from './script.js';
export type { Program as ExportProgram } from './programs.js';
