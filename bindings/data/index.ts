export { type CsvOptions, parseCsv } from './readers/csv/index.js';
export { checkReaderOptions, type ReaderOptions, readerSchemas } from './readers/options.js';
export { decodeText, type DecodeOptions } from './readers/decode.js';
export {
  type ElementaryMath,
  type Evaluated,
  evaluateTerm,
  type Frame,
  requiredColumns,
} from './evaluate.js';
export { type Margin, type Margins, marginsOf } from './formula/coding.js';
export {
  columnsOf,
  type Formula,
  hasDummies,
  parseFormula,
  parseTerms,
  type Term,
  termKey,
  termName,
} from './formula/formula.js';
export type { TableWarning } from './column-warnings.js';
export { tableWarnings } from './table-warnings.js';
export { nearest, suggestion } from './nearest.js';
export { levelsOf } from './levels.js';
export { panelOf } from './panel-cache.js';
export { inPanelOrder, lagged, type PanelIndex, type PanelKeys, timeGrid } from './panel.js';
export { inputError, rowNumber } from './place.js';
export { type Ledger, ledger, type LedgerRule, presentRule } from './ledger.js';
export { type Categories, levelBound, singletonRules } from './singletons.js';
export type { Column, ColumnFacts, MissingKinds } from './column.js';
export {
  allFinite,
  extreme,
  type DataInput,
  findColumn,
  finiteColumn,
  numericColumn,
  type Table,
  toTable,
  withCopies,
} from './table.js';
export { type Expression, parseStatements, type Statement } from './formula/statement.js';
export { columnsInWhere, evaluateWhere, parseWhere, type Where } from './where.js';
export { type Fingerprint, fingerprintOf, holds } from './fingerprint.js';
