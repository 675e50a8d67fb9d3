export { exportModel } from './export.js';
export { importModel } from './import.js';
export type { ImportedModel, ImportOptions } from './imported.js';
export { type Program as ExportProgram, programs as exportPrograms } from './programs.js';
