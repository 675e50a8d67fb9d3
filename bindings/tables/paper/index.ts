export { comparisonTable, type ComparisonSpec } from './kinds/comparison-table.js';
export { correlationTable, type CorrelationSpec } from './kinds/correlation-table.js';
export {
  descriptiveTable,
  type DescriptiveSpec,
  type DescriptiveStatistic,
} from './kinds/descriptive-table.js';
export { lintTable } from './lint.js';
export { regressionTable } from './kinds/regression-table.js';
export {
  type FileFormat,
  render,
  type RenderOptions,
  type TableFormat,
  tableFormats,
  type TextFormat,
} from './render.js';
export type { Digits } from './shown.js';
export { type DigitsSpec, type RowValues, type Style, styles, type TableSpec } from './spec.js';
export type { BelowKind } from './parts/below.js';
export { type Language, languages } from './words.js';
export type { ColumnSource, PaperCell, PaperRow, PaperTable, RowKind, Span } from './table.js';
export { latexPreamble } from './writers/latex.js';
