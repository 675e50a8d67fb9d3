export { compileCore, type Engine, type EngineInfo, loadEngine } from './core/engine.js';
export {
  ConvergenceError,
  EconError,
  EngineError,
  type ErrorDetail,
  IdentificationError,
  InputError,
  NumericalError,
} from './core/errors.js';
export { Status, type StatusName } from './core/status.js';
export {
  type Column,
  type DataInput,
  nearest,
  parseCsv,
  type Table,
  toTable,
} from './data/index.js';
export * from './models/index.js';
export * from './tests/index.js';
export * from './bootstrap/index.js';
export * from './multiverse/index.js';
export { compatText } from './results/compat-text.js';
export { designStudyText } from './results/design-study-text.js';
export { groupsText } from './results/groups-text.js';
export { influenceText } from './results/influence-text.js';
export { instrumentReportText } from './results/instrument-report-text.js';
export { multiverseCsv } from './results/multiverse-csv.js';
export { multiverseSvg } from './results/multiverse-svg.js';
export { multiverseText } from './results/multiverse-text.js';
export { powerText } from './results/power-text.js';
export { weakText } from './results/weak-text.js';
export * from './explanations/index.js';
export * from './interchange/index.js';
export { permutationText } from './results/permutation-text.js';
export { type ReplicateColumn, replicateColumns, replicatesCsv } from './results/replicates.js';
export { toCsv } from './results/to-csv.js';
export { toJson } from './results/to-json.js';
export { toMarkdown } from './results/to-markdown.js';
export { type TestReport, testText } from './results/test-report.js';
export { type TextOptions, toText } from './results/to-text.js';
