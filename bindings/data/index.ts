export type { CsvOptions } from './readers/csv/index.js';
export { decodeText } from './readers/bytes/decode-text.js';
export type { DecodeOptions } from './readers/bytes/decode.js';
export {
  type ElementaryMath,
  type Evaluated,
  evaluateTerm,
  type Frame,
  requiredColumns,
} from './evaluate.js';
export { type Margin, type Margins, marginsOf } from './formula/coding.js';
export { addPanel } from './panel/panel.js';
export {
  columnsOf,
  factorsOf,
  type Formula,
  hasDummies,
  parseFormula,
  parseTerms,
  type Term,
  termKey,
  termName,
} from './formula/formula.js';
export { spelledAs, withQuotedNames } from './formula/idioms/dotted-names.js';
export { writeFormula } from './formula/write-formula.js';
export type { TableWarning } from './table-warning.js';
export { renamedWarnings } from './warnings/renamed-columns.js';
export { namedBy } from './warnings/named-by.js';
export { tableWarnings } from './warnings/table-warnings.js';
export { nearest, suggestion, suggestionOf } from './nearest.js';
export { type Levels, levelsOf, positionOf } from './levels.js';
export { panelOf } from './panel/index-panel.js';
export { coarser } from './panel/frequency.js';
export { periodText } from './panel/periods.js';
export { lagged, type PanelIndex, type PanelKeys } from './panel/panel.js';
export { checkOmitted } from './formula/omitted.js';
export { type FileRows, inputError, rowNumber } from './place.js';
export { type Ledger, type LedgerRule, whereOf } from './ledger.js';
export type { Categories } from './panel/singletons.js';
export type { ReaderOptions, ReadOptions } from './readers/options.js';
export { type ConvertFormat, convertTable } from './convert/convert.js';
export type { WrittenFile } from './convert/written.js';
export { readSql, type SqlOptions } from './readers/sql.js';
export { readTable } from './readers/read-table.js';
export { type ByteFile, openByteFile } from './readers/bytes/byte-file.js';
export { isTextFile, openStream } from './streamed/open.js';
export { Spill } from './streamed/spill.js';
export type { ReadProgress } from './readers/options.js';
export type { StreamedTable } from './streamed/streamed-table.js';
export type { DataSource } from './readers/source.js';
export type { Column } from './column.js';
export {
  completeRows,
  findColumn,
  sharedTable,
  finiteColumn,
  numericColumn,
  type Table,
  withoutFileRows,
} from './table.js';
export { takeRows } from './steps/rows.js';
export { type DataInput, anyTable, toTable } from './to-table.js';
export { type Expression, parseStatements, type Statement } from './formula/statement.js';
export { columnsInWhere, evaluateWhere, parseWhere, readsOtherRows, type Where } from './where.js';
export { buildColumns } from './steps/columns.js';
export { columnsInStep, isGrouped } from './steps/step-columns.js';
export {
  type BuildStep,
  cutNames,
  type Cuts,
  type ExpressionStep,
  type IndexStep,
  splitLevels,
  stepWords,
  type SplitLevel,
  type SplitStep,
} from './steps/step.js';
export { partNames, splitColumn } from './steps/split.js';
export { builtOf } from './steps/facts.js';
export type {
  Built,
  BuiltColumn,
  AppendedFile,
  MergedFile,
  Prepared,
  ReshapedTable,
  SplitFacts,
} from './steps/facts.js';
export { type GroupShape, reshapeGroups } from './steps/reshape/groups.js';
export { layoutOf } from './steps/reshape/known-layout.js';
export type { LayoutName } from './steps/reshape/layout-names.js';
export { reshapeLayout } from './steps/reshape/layouts.js';
export { appendTables } from './steps/append.js';
export { type LongOrSeries, reshapeLongOrSeries } from './steps/reshape/long-series.js';
export { type MergeKeys, mergeTables } from './steps/merge.js';
export { periodParts } from './steps/reshape/period-parts.js';
export { reshapeWide, type WideShape } from './steps/reshape/wide.js';
export { type Fingerprint, fingerprintOf, holds } from './fingerprint.js';
export { labelsOf } from './labels.js';
