/** What a format does with a table that is too wide or too long, and keys that have no effect in it. */
import * as v from 'valibot';
import { checkArgument, oneOf } from '../../../core/arguments/arguments.js';
import { vocabularyOf } from '../../../words/languages/index.js';
import { count } from '../../../words/text/counts.js';
import { checkTable } from './checked.js';
import { latexPage, type Page, planOf, typstPage, wordPage } from './page/plan.js';
import { groupsBy } from './joined-warnings.js';
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
 * Sentences on what one or several formats do with the table; `name` says which table. Formats that do the same are in
 * one sentence.
 *
 * @throws InputError `bad-value` for an unknown format and for what is no table
 */
export function tableFormatWarnings(
  table: PaperTable,
  format: TableFormat | readonly TableFormat[],
  name?: string,
): string[] {
  const formats = [checkArgument('tableFormatWarnings', 'format', formatsSchema, format)].flat();
  checkTable(table, 'tableFormatWarnings');
  const words = vocabularyOf(table.language ?? 'en').tables;
  return [...pageWarnings(table, formats), ...withoutEffect(table, formats)].map((warning) =>
    warningNote({ ...warning, ...(name !== undefined && { columns: name }) }, words),
  );
}

const formatsSchema = v.union([oneOf(tableFormats), v.array(oneOf(tableFormats))]);

function pageWarnings(table: PaperTable, formats: readonly TableFormat[]): PaperTableWarning[] {
  const { page: words, comma } = vocabularyOf(table.language ?? 'en').tables;
  const plans = formats.flatMap((format) => {
    const page = pages[format];
    return page === undefined ? [] : [{ format, ...planOf(table, page, format !== 'quarto') }];
  });
  const columns = count(table.head[0]!.length - 1);
  const wide = groupsBy(
    plans.filter(({ share }) => share > 1),
    ({ kind }) => kind,
  ).map(([first, ...others]) => {
    const shares = [first!, ...others].map(({ share, format }) =>
      words.share(share.toFixed(share < 1.05 ? 2 : 1), format),
    );
    return { code: 'wide-table', message: words.wide(columns, shares.join(comma), first!.kind) };
  });
  const long = groupsBy(
    plans.filter(({ lines }) => lines !== undefined),
    ({ isLong }) => String(isLong),
  ).map(([first, ...others]) => {
    const names = [first!, ...others].map(({ format }) => format).join(comma);
    const how = first!.isLong ? 'pages' : 'whole';
    return { code: 'long-table', message: words.long(count(first!.lines!), names, how) };
  });
  return [...wide, ...long];
}

function withoutEffect(table: PaperTable, formats: readonly TableFormat[]): PaperTableWarning[] {
  const { page: words, comma } = vocabularyOf(table.language ?? 'en').tables;
  const lost = formats
    .filter((format) => format !== 'json')
    .map((format) => {
      const keys = keysOf(table).filter((key) => effects[key]?.includes(format) === false);
      return { format, keys: keys.join(comma) };
    });
  return groupsBy(
    lost.filter(({ keys }) => keys !== ''),
    ({ keys }) => keys,
  ).map((same) => {
    const message = words.without(same[0]!.keys, same.map(({ format }) => format).join(comma));
    return { code: 'key-without-effect', message };
  });
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
