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
export * from './inference/index.js';
export * from './bootstrap/index.js';
export * from './multiverse/index.js';
export { compatText } from './report/compat.js';
export { designStudyText } from './report/design-study.js';
export { groupsText } from './report/groups.js';
export { influenceText } from './report/influence.js';
export { instrumentReportText } from './report/instrument-report.js';
export { multiverseCsv } from './report/multiverse-csv.js';
export { multiverseSvg } from './figures/specification-curve.js';
export { multiverseText } from './report/multiverse.js';
export { powerText } from './report/power.js';
export { weakText } from './report/weak.js';
export * from './explanations/index.js';
export * from './interchange/index.js';
export { permutationText } from './report/permutation.js';
export { type ReplicateColumn, replicateColumns, replicatesCsv } from './report/replicates.js';
export { toCsv } from './tables/writers/csv.js';
export { toJson } from './tables/writers/json.js';
export { toMarkdown } from './report/fit-markdown.js';
export { type TestReport, testText } from './report/test-report.js';
export { type TextOptions, toText } from './report/fit.js';
