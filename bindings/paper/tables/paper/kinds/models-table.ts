/** Models side by side, or in panels below each other. */
import type { Labels } from '../../../../results/common.js';
import { codeOfTitle } from '../../../../models/companions/titles.js';
import type { FitResult } from '../../../../results/fit.js';
import { entryOf } from '../../term-name.js';
import { finished } from '../page/finish.js';
import {
  type Block,
  blockRows,
  commonRows,
  type Contents,
  tidied,
  withoutRows,
} from '../parts/blocks.js';
import type { Panel, TableColumn } from '../parts/columns.js';
import { depvarHead, headLines, sampleSpans, spansOver } from '../parts/heads.js';
import { tableNotes } from '../parts/notes.js';
import { panelLetter } from '../parts/panel-letter.js';
import { rule } from '../parts/rows.js';
import type { NotedFit } from '../parts/sample-notes.js';
import type { ColumnSource, PaperRow, PaperTable, Span } from '../table.js';
import { capitalised } from '../parts/errors.js';
import { lineWords } from '../parts/templates.js';
import { scaleOf } from '../parts/scale.js';
import { withOneMeaning } from '../parts/one-meaning.js';
import { checkStatistics, usualStatistics } from '../parts/statistics.js';
import { chosenTerms } from '../parts/terms.js';
import { type Settings, settingsOf } from '../settings.js';
import type { TableSpec } from '../spec.js';

/**
 * The table of models in panels: estimates with what stands below them, rows of words, statistics and notes.
 *
 * @throws InputError `bad-value`, `unknown-term` for a pattern that matches nothing, `unknown-statistic`
 */
export function modelsTable(panels: readonly Panel[], spec: TableSpec): PaperTable {
  const all = panels.flatMap(({ columns }) => columns);
  const fits = all.map(({ fit }) => fit);
  const terms = chosenTerms(fits, spec);
  const written = settingsOf(spec, dataLabels(fits));
  const settings = { ...written, labels: { ...written.labels, ...terms.labels } };
  const named = spec.stats ?? usualStatistics(all);
  checkStatistics(fits, named);
  const statistics = withOneMeaning(fits, named);
  const contents = {
    terms,
    statistics,
    rows: rowsOf(all, spec.rows),
    ncolumns: all.length,
    scale: scaleOf(fits, spec),
  };
  const stacks = spec.layout !== 'side' && panels.length > 1;
  const blocks = stacks ? stackedBlocks(panels) : [{ columns: all, before: 0 }];
  const columns = [...blocks].sort((a, b) => b.columns.length - a.columns.length)[0]!.columns;
  const isSameDepvar = blocks.every(({ columns: shown }) =>
    shown.every(({ fit }, j) => fit.depvar === columns[j]!.fit.depvar),
  );
  const showsSplit = spec.spans === undefined && sampleSpans(columns, settings).length > 0;
  const spans = spansOver(stacks ? [] : panels, isSameDepvar ? columns : [], spec, settings);
  const table: PaperTable = {
    kind: 'table',
    ...(spec.title !== undefined && { title: spec.title }),
    head: headLines(columns, spec, settings).map((line) => ['', ...line]),
    spans,
    body: bodyOf(blocks, contents, spec, { settings, isSameDepvar }),
    ...tableNotes(notedFits(blocks, spec), spec, settings, showsSplit),
    stars: settings.stars,
    sources: blocks.flatMap((block) => sourcesOf(block, settings)),
  };
  const shaped = settings.shape === 'columns' ? linesInColumns(table, settings) : table;
  return finished(shaped, settings);
}

/** The labels of all models' data; earlier models take precedence. */
function dataLabels(fits: readonly FitResult[]): Partial<Labels> {
  const all = fits.flatMap(({ labels }) => labels ?? []).reverse();
  return {
    names: Object.assign({}, ...all.map(({ names }) => names)) as Labels['names'],
    values: Object.assign({}, ...all.map(({ values }) => values)) as Labels['values'],
  };
}

/** The rows of words: by default absorbed effects, estimators that differ, and errors that the table chose. */
function rowsOf(
  columns: readonly TableColumn[],
  rows: TableSpec['rows'] = {},
): NonNullable<TableSpec['rows']> {
  const hasOther = columns.some(({ hasOtherCovariance }) => hasOtherCovariance === true);
  const isNamed = (key: string) => Object.hasOwn(rows, key);
  const isMixed = new Set(columns.map(({ fit }) => codeOfTitle(fit.title) ?? fit.title)).size > 1;
  const isHeaded = columns.every(({ head }) => head !== undefined);
  return {
    ...(isMixed && !isHeaded && !isNamed('estimator') && { estimator: true }),
    ...(!isNamed('fixedEffects') && { fixedEffects: true }),
    ...rows,
    ...(hasOther && !isNamed('vcov') && { vcov: true }),
  };
}

function stackedBlocks(panels: readonly Panel[]): Block[] {
  let before = 0;
  return panels.map((panel) => {
    const block = { ...panel, before };
    before += panel.columns.length;
    return block;
  });
}

interface BodyChoice {
  readonly settings: Settings;
  /** False if a column has other dependent variables in other panels; each panel then names its own. */
  readonly isSameDepvar: boolean;
}

function bodyOf(
  blocks: readonly Block[],
  contents: Contents,
  { layout }: TableSpec,
  { settings, isSameDepvar }: BodyChoice,
): PaperRow[] {
  const parts = blocks.map((block) => blockRows(block, contents, settings));
  const common = layout === 'merged' ? commonRows(parts) : [];
  const body = parts.flatMap((rows, b) => [
    rule,
    ...titleRow(blocks[b]!, b, settings, isSameDepvar),
    ...withoutRows(rows, common),
  ]);
  const whole = [...body, rule, ...common];
  const { bodyRules } = settings.rules;
  return tidied(bodyRules ? whole : whole.filter(({ kind }) => kind !== 'rule'));
}

function titleRow(
  { title, columns }: Block,
  place: number,
  settings: Settings,
  isSameDepvar: boolean,
): PaperRow[] {
  if (title === undefined) return [];
  const cells = columns.map(({ fit }, j) => ({
    text: depvarHead(fit.depvar, settings),
    column: j + 1,
  }));
  const label = settings.words.panel(panelLetter(place), title);
  return [{ label, kind: 'group', cells: isSameDepvar ? [] : cells }];
}

function notedFits(blocks: readonly Block[], { level }: TableSpec): NotedFit[] {
  return blocks.flatMap(({ columns, title }, b) =>
    columns.map(({ fit, head }, j) => ({
      fit: level === undefined ? fit : { ...fit, level },
      head,
      tag: title === undefined ? `(${j + 1})` : `${panelLetter(b)}(${j + 1})`,
    })),
  );
}

function sourcesOf({ title, columns }: Block, { labels }: Settings): ColumnSource[] {
  return columns.map(({ fit, model, part, hash }, j) => ({
    column: j + 1,
    ...(title !== undefined && { panel: title }),
    model,
    ...(part !== undefined && { part }),
    title: fit.title,
    depvar: entryOf(labels, fit.depvar) ?? fit.depvar,
    hash,
  }));
}

/** The table with a column for each line of its terms; model headings span these columns. */
function linesInColumns(table: PaperTable, { cells, words }: Settings): PaperTable {
  const width = cells.length;
  const first = (column: number) => (column - 1) * width + 1;
  const lines = cells.map((template) =>
    capitalised(
      lineWords(template)
        .map((word) => (word === 'estimate' ? words.estimate : words.below[word]!))
        .join(words.comma),
    ),
  );
  const nmodels = table.head[0]!.length - 1;
  const levels = 1 + Math.max(-1, ...table.spans.map(({ level = 0 }) => level));
  const models = table.head.flatMap((line, l) =>
    line.slice(1).map((head, j): Span => ({
      head,
      over: [first(j + 1), (j + 1) * width],
      level: levels + l,
    })),
  );
  const wide = table.spans.map((span) => ({
    ...span,
    over: [first(span.over[0]), span.over[1] * width] as const,
  }));
  return {
    ...table,
    head: [['', ...Array.from({ length: nmodels }, () => lines).flat()]],
    spans: [...wide, ...models],
    body: rowsInColumns(table.body, width, first),
    ...(table.sources !== undefined && {
      sources: table.sources.map((source) => ({ ...source, column: first(source.column) })),
    }),
  };
}

/** Lines below an estimate become cells of its row. */
function rowsInColumns(
  body: readonly PaperRow[],
  width: number,
  first: (column: number) => number,
): PaperRow[] {
  const rows: PaperRow[] = [];
  let line = 0;
  for (const row of body) {
    line = row.kind === 'below' ? line + 1 : 0;
    const cells = row.cells.map((cell) => ({
      ...cell,
      column: first(cell.column) + (line % width),
    }));
    const above = rows.at(-1);
    if (row.kind !== 'below' || above === undefined) rows.push({ ...row, cells });
    else rows[rows.length - 1] = { ...above, cells: [...above.cells, ...cells] };
  }
  return rows;
}
