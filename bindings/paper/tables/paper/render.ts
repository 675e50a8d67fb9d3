/** A table in each format. */
import * as v from 'valibot';
import { badArgument, checkArgument, isKeyed, oneOf } from '../../../core/arguments/arguments.js';
import { oneTableOfPng, tablesById } from '../../../words/expectations/paper/tables.js';
import { expects } from '../../../words/expects.js';
import { visibleLine } from '../../../words/text/visible.js';
import { checkRenderOptions, checkTable } from './checked.js';
import { withPlainLabels } from './plain.js';
import type { PaperTable } from './table.js';
import { mapTexts } from './texts.js';
import { paperCsv } from './writers/csv.js';
import { paperDocx } from './writers/docx.js';
import { type HtmlOptions, paperHtml } from './writers/html.js';
import { type LatexOptions, paperLatex } from './writers/latex.js';
import { paperMarkdown } from './writers/markdown.js';
import { paperPdf, paperPng } from './writers/compiled/pdf.js';
import { paperQuarto } from './writers/quarto.js';
import { paperText, type TextTableOptions } from './writers/text.js';
import { paperTypst } from './writers/typst.js';
import { paperWorkbook, paperXlsx } from './writers/xlsx.js';

export interface RenderOptions extends HtmlOptions, LatexOptions, TextTableOptions {}

const textFormats = [
  'text',
  'markdown',
  'html',
  'latex',
  'typst',
  'quarto',
  'csv',
  'json',
] as const;
export type TextFormat = (typeof textFormats)[number];

const writers: Readonly<Record<TextFormat, (table: PaperTable, options: RenderOptions) => string>> =
  {
    text: paperText,
    markdown: paperMarkdown,
    html: paperHtml,
    latex: paperLatex,
    typst: paperTypst,
    quarto: paperQuarto,
    csv: paperCsv,
    json: (table) => JSON.stringify(table, null, 2),
  };

const fileWriters = {
  docx: paperDocx,
  xlsx: paperXlsx,
  pdf: (table: PaperTable) => paperPdf(table),
  png: paperPng,
} as const;

export type FileFormat = keyof typeof fileWriters;
export type TableFormat = TextFormat | FileFormat;
export const tableFormats: readonly TableFormat[] = [
  ...textFormats,
  ...(Object.keys(fileWriters) as FileFormat[]),
];

/**
 * The table in a format: text, or the bytes of a Word, Excel, PDF or PNG file. Invisible characters in names are written as escapes.
 *
 * @throws InputError `bad-value` for an unknown format, `missing-package` for Word without docx, for Excel without
 *   write-excel-file, for PDF and PNG without the Typst compiler, and for PNG without resvg
 */
export function renderTable(table: PaperTable, format: TextFormat, options?: RenderOptions): string;
export function renderTable(table: PaperTable, format: FileFormat): Promise<Uint8Array>;
export function renderTable(
  table: PaperTable,
  format: TableFormat,
  options?: RenderOptions,
): string | Promise<Uint8Array>;
export function renderTable(
  table: PaperTable,
  format: TableFormat,
  options: RenderOptions = {},
): string | Promise<Uint8Array> {
  format = checkArgument('render', 'format', oneOf(tableFormats), format);
  checkTable(table);
  checkRenderOptions(options);
  if (format === 'json') return writers.json(table, options);
  const shown = shownIn(format, table);
  return isFile(format) ? fileWriters[format](shown) : writers[format](shown, options);
}

/**
 * Tables below each other in a format, or in one Word or Excel file. Their names become names of sheets and, after
 * `tab:`, labels in LaTeX, Typst and Quarto.
 *
 * @throws as `render`
 */
export function renderTables(
  tables: Readonly<Record<string, PaperTable>>,
  format: TextFormat,
  options?: RenderOptions,
): string;
export function renderTables(
  tables: Readonly<Record<string, PaperTable>>,
  format: FileFormat,
): Promise<Uint8Array>;
export function renderTables(
  tables: Readonly<Record<string, PaperTable>>,
  format: TableFormat,
  options?: RenderOptions,
): string | Promise<Uint8Array>;
export function renderTables(
  tables: Readonly<Record<string, PaperTable>>,
  format: TableFormat,
  options: RenderOptions = {},
): string | Promise<Uint8Array> {
  format = checkArgument('render', 'format', oneOf(tableFormats), format);
  checkArgument('render', 'tables', v.custom(isKeyed, expects(tablesById())), tables);
  const entries = Object.entries(tables);
  if (format === 'png') {
    throw badArgument('render', 'format', oneTableOfPng(), format);
  }
  if (isFile(format)) {
    const shown = entries.map(([name, table]) => {
      checkTable(table);
      return [name, shownIn(format, table)] as const;
    });
    if (format === 'xlsx') return paperWorkbook(shown);
    const all = shown.map(([, one]) => one);
    return format === 'pdf' ? paperPdf(...all) : paperDocx(...all);
  }
  if (format === 'json') return JSON.stringify(tables, null, 2);
  const parts = entries.map(([name, table]) =>
    renderTable(table, format, { ...options, label: `${options.label ?? 'tab:'}${name}` }),
  );
  return parts.join('\n\n');
}

/** Formats whose labels have formulas; the others write them as text. */
const mathematical: readonly TableFormat[] = [
  'html',
  'latex',
  'typst',
  'quarto',
  'docx',
  'pdf',
  'png',
];

function shownIn(format: TableFormat, table: PaperTable): PaperTable {
  const shown = visibleTable(table);
  return mathematical.includes(format) ? shown : withPlainLabels(shown);
}

function isFile(format: TableFormat): format is FileFormat {
  return Object.hasOwn(fileWriters, format);
}

/** The table with invisible characters written as escapes. */
export const visibleTable = (table: PaperTable): PaperTable => mapTexts(table, visibleLine);
