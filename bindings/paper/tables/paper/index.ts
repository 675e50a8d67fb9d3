export { comparisonTable, type ComparisonSpec } from './kinds/comparison-table.js';
export { correlationTable, type CorrelationSpec } from './kinds/correlation-table.js';
export {
  descriptiveTable,
  type DescriptiveSpec,
  type DescriptiveStatistic,
} from './kinds/descriptive-table.js';
export { indexTable, type IndexTableSpec } from './kinds/index-table.js';
export { testTable, type TestSpec } from './kinds/test-table.js';
export {
  type FileFormat,
  renderTable,
  type RenderOptions,
  renderTables,
  type TableFormat,
  type TextFormat,
} from './render.js';
export type { Digits } from './shown.js';
export type {
  ColumnSpec,
  DigitsSpec,
  PanelSpec as TablePanelSpec,
  RowSpec,
  RowValues,
  TableCovariance,
  TableSpec,
} from './spec.js';
export type { Style } from './style.js';
export type { BelowKind } from './parts/templates.js';
export { type Language, languages } from '../../../words/languages/index.js';
export type {
  ColumnPart,
  ColumnSource,
  NumberMarks,
  PaperCell,
  PaperRow,
  PaperTable,
  RowKind,
  Span,
} from './table.js';
export { latexPreamble, tabularrayPreamble } from './writers/latex.js';
