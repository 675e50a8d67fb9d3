/** `wasmetrics/data`: readers of files, tables, steps of data, descriptions, correlations and indices. */
export * from '../core/engine/entry.js';
export { keysOfNumber } from '../data/cells/number-keys.js';
export type { Column } from '../data/column.js';
export type { Table } from '../data/table.js';
export { correlate, type CorrelateOptions } from '../analysis/describe/correlate.js';
export { describeData, type DescribeOptions } from '../analysis/describe/describe.js';
export { panelReport, type PanelReportOptions } from '../analysis/describe/panel-report.js';
export {
  type ConvertFormat,
  convertFormats,
  type ConvertOptions,
  convertTable,
} from '../data/convert/convert.js';
export type { WrittenFile } from '../data/convert/written.js';
export type { Labels } from '../data/labels.js';
export { decodeText } from '../data/readers/bytes/decode-text.js';
export type { DecodeOptions } from '../data/readers/bytes/decode.js';
export { parseCsv } from '../data/readers/csv/index.js';
export type { CsvOptions } from '../data/readers/csv/parse.js';
export {
  fileEndings,
  type ReaderOptions,
  type ReadOptions,
  type ReadProgress,
} from '../data/readers/options.js';
export { readTable } from '../data/readers/read-table.js';
export type { DataSource } from '../data/readers/source.js';
export { readSql, type SqlOptions } from '../data/readers/sql.js';
export type {
  Built,
  BuiltColumn,
  AppendedFile,
  MergedFile,
  Prepared,
  ReshapedTable,
  SplitFacts,
} from '../data/steps/facts.js';
export type { MergeKeys } from '../data/steps/merge.js';
export type { LongShape } from '../data/steps/reshape/long.js';
export type { WideShape } from '../data/steps/reshape/wide.js';
export type { BuildStep } from '../data/steps/step.js';
export type { TableWarning } from '../data/table-warning.js';
export { type DataInput, toTable } from '../data/to-table.js';
export { tableWarnings } from '../data/warnings/table-warnings.js';
export { compositeIndex } from '../models/indices/composite-index.js';
export { withIndex } from '../models/indices/index-column.js';
export { indexMethods, type IndexOptions } from '../models/indices/options.js';
export type { PreparationInput, PrepareOptions } from '../models/preparation/preparation.js';
export { prepareData } from '../models/preparation/prepare.js';
export { resolveNames } from '../models/reading/column-names.js';
export type {
  DataFile,
  DataPlace,
  DataQuery,
  DataSteps,
  DataStepsInput,
  Merge,
  MergeInput,
  Reshape,
  ReshapeInput,
} from '../models/schema/data-keys.js';
export type { Correlation, MissingCorrelation } from '../results/describe/correlation.js';
export type {
  ColumnDescription,
  DataValue,
  DescribedGroup,
  Description,
  TopValue,
} from '../results/describe/description.js';
export type {
  DuplicateKey,
  Gap,
  PanelReport,
  PeriodValue,
  Presence,
  PresencePattern,
  PresenceRow,
  Spells,
  Transitions,
} from '../results/describe/panel-report.js';
export type {
  ComponentIndex,
  CompositeIndex,
  Direction,
  GroupWeights,
  IndexVariant,
  RankRange,
  WeightedIndex,
  WeightingMethod,
} from '../results/indices/composite-index.js';
