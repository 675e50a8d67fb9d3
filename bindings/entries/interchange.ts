/** `wasmetrics/interchange`: models as code of other programs, and back. */
export * from '../core/engine/entry.js';
export {
  compatReport,
  type CompatReport,
  type MovedByRule,
  type MovedNumber,
} from '../interchange/compat-report.js';
export { exportModel } from '../interchange/export.js';
export { importModel, importScript } from '../interchange/import.js';
export type { ImportOptions } from '../interchange/imported.js';
export {
  type Program as ExportProgram,
  programs as exportPrograms,
} from '../interchange/programs.js';
export type { ImportedModel, ImportedScript, ScriptModel } from '../interchange/results.js';
export type { ScriptStudy } from '../interchange/study/assemble.js';
export { type ImportedStudy, importStudy } from '../interchange/import-study.js';
