/** `wasmetrics/report`: results as text, tables and figures, and the words for them. */
export * from '../core/engine/entry.js';
export { withoutSecrets } from '../core/arguments/secrets.js';
export { visible, visibleLine, visibleMessage } from '../core/arguments/visible-text.js';
export { shellWord } from '../core/escapes/shell.js';
export { covarianceHelp, covarianceTexts } from '../models/covariances/help.js';
export { covarianceDetail } from '../models/covariances/text.js';
export type { CovarianceTexts, CovarianceTraits } from '../models/covariances/traits.js';
export {
  describesSeveral,
  overlappingSamples,
  severalModels,
} from '../models/reading/several-models.js';
export { estimatorNames, traitsOf as estimatorTraits, usualEstimator } from '../models/registry.js';
export type {
  EstimatorHas,
  EstimatorTraits,
  EstimatorWords,
  ShortestModel,
} from '../models/traits.js';
export {
  explainCode,
  explainIn,
  type Explanation,
  explanations,
} from '../paper/explanations/explain.js';
export {
  type Figure,
  type FigureKind,
  figureKinds,
  type FigureOptions,
} from '../paper/figures/figure.js';
export { bootstrapFigure, type BootstrapFigureOptions } from '../paper/figures/kinds/bootstrap.js';
export { coefficientFigure, type CoefficientOptions } from '../paper/figures/kinds/coefficients.js';
export { confidenceFigure, type ConfidenceOptions } from '../paper/figures/kinds/confidence.js';
export { correlationFigure } from '../paper/figures/kinds/correlation.js';
export { curveFigure } from '../paper/figures/kinds/curve.js';
export { eventFigure, type EventOptions } from '../paper/figures/kinds/event.js';
export { heatmapFigure, type HeatmapOptions } from '../paper/figures/kinds/heatmap.js';
export { influenceFigure, type InfluenceFigureOptions } from '../paper/figures/kinds/influence.js';
export { instrumentFigure } from '../paper/figures/kinds/instruments.js';
export { leverageFigure } from '../paper/figures/kinds/leverage.js';
export { marginsFigure, type MarginsFigureOptions } from '../paper/figures/kinds/margins.js';
export { powerFigure, type PowerFigureOptions } from '../paper/figures/kinds/power.js';
export { residualFigure } from '../paper/figures/kinds/residuals.js';
export { scoresFigure, type ScoresFigureOptions } from '../paper/figures/kinds/scores.js';
export { screeFigure } from '../paper/figures/kinds/scree.js';
export { weightsFigure } from '../paper/figures/kinds/weights.js';
export type { VegaLiteSpec } from '../paper/figures/layout/view.js';
export { presenceSvg } from '../paper/figures/presence.js';
export type { RenderFigureOptions } from '../paper/figures/render/options.js';
export { type FigureFormat, figureFormats, renderFigure } from '../paper/figures/render/render.js';
export { multiverseSvg, type MultiverseSvgOptions } from '../paper/figures/specification/curve.js';
export { type TextOptions, toCsv, toJson, toMarkdown, toText } from '../paper/report/convert.js';
export { documentOf, resultKinds } from '../paper/report/document.js';
export {
  type ReplicateColumn,
  replicateColumns,
  replicatesCsv,
  storedReplicatesCsv,
} from '../paper/report/kinds/robustness/replicates.js';
export type { Result, ResultKind, ResultOf } from '../paper/report/kinds/result.js';
export type { DocumentOptions } from '../paper/report/options.js';
export { type BalanceSpec, balanceTable } from '../paper/report/paper/balance-table.js';
export { externalFits } from '../paper/tables/external/fits.js';
export { tableFormatWarnings } from '../paper/tables/paper/effects.js';
export { tableWarningTexts } from '../paper/tables/paper/parts/notes.js';
export { lintTable, regressionTable } from '../paper/report/paper/regression-table.js';
export {
  resultTable,
  type ResultTableSpec,
  type TabledResult,
} from '../paper/report/paper/results/result-table.js';
export { builtWords } from '../paper/report/words/built.js';
export { errorText, failureText } from '../paper/study/error-text.js';
export { documentIn } from '../paper/study/report-text.js';
export { warningText, type WarningTextOptions } from '../paper/study/warning-text.js';
export type {
  Align,
  Block,
  Cell,
  Document,
  Fact,
  FactsBlock,
  Form,
  NotesBlock,
  Part,
  TableBlock,
  TableColumn,
  TableRow,
  TextBlock,
  WarningsBlock,
} from '../paper/tables/document.js';
export {
  type ComparisonSpec,
  comparisonTable,
} from '../paper/tables/paper/kinds/comparison-table.js';
export {
  type CorrelationSpec,
  correlationTable,
} from '../paper/tables/paper/kinds/correlation-table.js';
export {
  type DescriptiveSpec,
  type DescriptiveStatistic,
  descriptiveTable,
} from '../paper/tables/paper/kinds/descriptive-table.js';
export { indexTable, type IndexTableSpec } from '../paper/tables/paper/kinds/index-table.js';
export { type TestSpec, testTable } from '../paper/tables/paper/kinds/test-table.js';
export { resultHash } from '../paper/tables/paper/parts/provenance.js';
export type { BelowKind } from '../paper/tables/paper/parts/templates.js';
export {
  type FileFormat,
  type RenderOptions,
  renderTable,
  renderTables,
  type TableFormat,
  tableFormats,
  type TextFormat,
} from '../paper/tables/paper/render.js';
export type { Digits } from '../paper/tables/paper/shown.js';
export type {
  ColumnSpec,
  CommonSpec,
  DigitsSpec,
  RowSpec,
  RowValues,
  TableCovariance,
  PanelSpec as TablePanelSpec,
  TableSpec,
} from '../paper/tables/paper/spec.js';
export { type Style, tableStyles } from '../paper/tables/paper/style.js';
export type {
  ColumnPart,
  ColumnSource,
  NumberMarks,
  PaperCell,
  PaperRow,
  PaperTable,
  PaperTableWarning,
  RowKind,
  Span,
} from '../paper/tables/paper/table.js';
export { latexPreamble, tabularrayPreamble } from '../paper/tables/paper/writers/latex.js';
export { type Language, languages as reportLanguages } from '../words/languages/names.js';
