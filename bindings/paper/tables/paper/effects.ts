/** What a format does with a table that is too wide or too long, and keys that have no effect in it. */
import { checkArgument, oneOf } from '../../../core/arguments/arguments.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { count } from '../../../words/text/counts.js';
import { checkTable } from './checked.js';
import { latexPage, type Page, planOf, typstPage, wordPage } from './page/plan.js';
import { warningNote } from './parts/notes.js';
import { type TableFormat, tableFormats } from './render.js';
import type { PaperTable, PaperTableWarning } from './table.js';

const paged = ['html', 'latex', 'typst', 'quarto', 'docx', 'pdf'];
const drawn = [...paged, 'png'];
const sheets = [...drawn, 'xlsx'];

/** The formats, besides JSON, in which a key or one of its values has an effect. */
const effects: Readonly<Record<string, readonly string[]>> = {
  'wide: split': ['text', 'markdown', ...paged],
  'wide: sideways': ['latex', 'typst', 'docx', 'pdf'],
  'wide: scale': ['latex', 'typst', 'quarto', 'docx', 'pdf'],
  'long: pages': ['latex', 'typst', 'quarto', 'docx', 'html', 'pdf'],
  'long: whole': ['latex', 'typst', 'quarto', 'pdf'],
  pageBreak: paged,
  font: sheets,
  widths: ['text', ...sheets],
  'styles: bold': ['markdown', ...sheets],
  'styles: italic': ['markdown', ...sheets],
  'styles: color': sheets,
  'styles: fill': sheets,
};

/** The pages of formats that have some. */
const pages: Readonly<Record<string, Page>> = {
  latex: latexPage,
  quarto: latexPage,
  typst: typstPage,
  pdf: typstPage,
  docx: wordPage,
};

/**
 * Sentences on what a format does with the table; `name` says which table.
 *
 * @throws InputError `bad-value` for an unknown format and for what is no table
 */
export function tableFormatWarnings(
  table: PaperTable,
  format: TableFormat,
  name?: string,
): string[] {
  format = checkArgument('tableFormatWarnings', 'format', oneOf(tableFormats), format);
  checkTable(table, 'tableFormatWarnings');
  const words = vocabularyOf(table.language ?? 'en').tables;
  return [...pageWarnings(table, format), ...withoutEffect(table, format)].map((warning) =>
    warningNote({ ...warning, ...(name !== undefined && { columns: name }) }, words),
  );
}

function pageWarnings(table: PaperTable, format: TableFormat): PaperTableWarning[] {
  const page = pages[format];
  if (page === undefined) return [];
  const { page: words } = vocabularyOf(table.language ?? 'en').tables;
  const { share, kind, lines, isLong } = planOf(table, page, format !== 'quarto');
  const columns = count(table.head[0]!.length - 1);
  const how = isLong ? 'pages' : 'whole';
  return [
    ...(share > 1
      ? [{ code: 'wide-table', message: words.wide(columns, share.toFixed(1), kind) }]
      : []),
    ...(lines === undefined
      ? []
      : [{ code: 'long-table', message: words.long(count(lines), how) }]),
  ];
}

function withoutEffect(table: PaperTable, format: TableFormat): PaperTableWarning[] {
  if (format === 'json') return [];
  const lost = keysOf(table).filter((key) => effects[key]?.includes(format) === false);
  if (lost.length === 0) return [];
  const { page: words, comma } = vocabularyOf(table.language ?? 'en').tables;
  return [{ code: 'key-without-effect', message: words.without(lost.join(comma), format) }];
}

/** The keys of the page that a table has, with their values where these differ in their formats. */
function keysOf({ layout = {}, body }: PaperTable): string[] {
  const styles = body.flatMap(({ style, cells }) => [
    style ?? {},
    ...cells.map((cell) => cell.style ?? {}),
  ]);
  const ofStyles = new Set(styles.flatMap((style) => Object.keys(style)));
  return [
    ...Object.entries(layout).map(([key, value]) =>
      key === 'wide' || key === 'long' ? `${key}: ${String(value)}` : key,
    ),
    ...[...ofStyles].map((key) => `styles: ${key}`),
  ];
}
