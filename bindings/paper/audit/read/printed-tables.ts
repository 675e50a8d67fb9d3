/** Printed tables of any format, told by their contents. */
import * as v from 'valibot';
import { checkArgument } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { decodeText } from '../../../data/index.js';
import type { AuditTable } from '../table.js';
import { readCsvTables } from './formats/csv.js';
import { factsOf } from './formats/facts.js';
import type { Grid } from './formats/grid.js';
import { readHtml } from './formats/html.js';
import { readLatex } from './formats/latex.js';
import { isLongTable, readLongTable } from './formats/long.js';
import { readMarkdown } from './formats/markdown.js';
import { readPacked } from './formats/packed/packed.js';
import { isTextTable, readTextTables } from './formats/text.js';
import { isTypst, readTypst } from './formats/typst/typst.js';
import { testsIn } from './sentences.js';
import { understood } from './understood.js';
import { expects } from '../../../words/expects.js';
import { contentsOfFile } from '../../../words/expectations/paper/reports.js';
import { aName } from '../../../words/expectations/values.js';
import { noTable, pdfLater } from '../../../words/errors/paper/audits.js';

/**
 * Reads the printed tables of a file: the long form of CSV, or tables of regressions and descriptives in LaTeX,
 * Markdown, HTML, Typst, Word, workbooks or CSV as common programs write them; and the tests in sentences, such as
 * `t(28) = 2.20, p = .036`. Numbers in workbooks are read as they are shown.
 *
 * @throws InputError `bad-value` for a file without tables
 */
export function readPrintedTables(contents: Uint8Array | string, name = 'table'): AuditTable[] {
  checkContents(contents, name);
  if (typeof contents !== 'string' && contents[0] === 0x50 && contents[1] === 0x4b) {
    const { grids, text } = readPacked(contents, name);
    return withTests(understoodOf(grids), text, name);
  }
  if (isPdf(contents)) throw new InputError(pdfLater({ file: name }), name);
  const text =
    typeof contents === 'string' ? contents : decodeText(contents, { name, fixed: true }).text;
  if (isLongTable(text)) return readLongTable(text, name);
  return withTests(understoodOf(gridsOf(text, name)), text, name);
}

/**
 * Reads the printed tables of a PDF file with a text layer, and the tests in its sentences. Rows are rebuilt from the
 * places of the text. Needs the optional package `unpdf`.
 *
 * @throws InputError `missing-package` without `unpdf`, `bad-value` for a file without text or tables
 */
export async function readPrintedPdf(contents: Uint8Array, name = 'table'): Promise<AuditTable[]> {
  checkArgument('readPrintedPdf', 'contents', bytesSchema, contents);
  checkArgument('readPrintedPdf', 'name', v.string(expects(aName())), name);
  const { pdfText } = await import('./formats/pdf/pdf.js');
  const parts = await pdfText(contents, name);
  const text = parts.join('\n\n');
  return withTests(understoodOf(readTextTables(text, name, true)), text, name);
}

function isPdf(contents: Uint8Array | string): boolean {
  const start =
    typeof contents === 'string'
      ? contents.slice(0, 4)
      : String.fromCharCode(...contents.subarray(0, 4));
  return start === '%PDF';
}

/** The tables, then the tests in the sentences of the text. */
function withTests(tables: readonly AuditTable[], text: string, name: string): AuditTable[] {
  const tests = testsIn(text, `${name}, text`);
  if (tables.length === 0 && tests === undefined)
    throw new InputError(noTable({ file: name }), name);
  return tests === undefined ? [...tables] : [...tables, tests];
}

function gridsOf(text: string, name: string): readonly Grid[] {
  // Quarto has a table once for each kind of output.
  const blocks = text.match(/^```\{=html\}[^]*?^```$/gm);
  if (blocks !== null) return readHtml(blocks.join('\n'), name);
  if (/\\begin\{/.test(text)) return readLatex(text, name);
  if (/<table[\s>]/i.test(text)) return readHtml(text, name);
  if (isTypst(text)) return readTypst(text, name);
  const grids = readMarkdown(text, name);
  if (grids.length > 0) return grids;
  return isTextTable(text) ? readTextTables(text, name) : readCsvTables(text, name);
}

function checkContents(contents: unknown, name: unknown): void {
  checkArgument('readPrintedTables', 'contents', contentsSchema, contents);
  checkArgument('readPrintedTables', 'name', v.string(expects(aName())), name);
}

const bytesSchema = v.instance(Uint8Array, expects(contentsOfFile()));
const contentsSchema = v.union([v.string(), v.instance(Uint8Array)], expects(contentsOfFile()));

function understoodOf(grids: readonly Grid[]): AuditTable[] {
  return withFacts(grids)
    .flatMap(understood)
    .filter(({ columns }) => columns.length > 0);
}

/** A table of facts, such as the first one of statsmodels, belongs to the table after it, with its title. */
function withFacts(grids: readonly Grid[]): Grid[] {
  const kept: Grid[] = [];
  let facts: Readonly<Record<string, string>> = {};
  let words = '';
  for (const grid of grids) {
    const read = factsOf(grid);
    if (read === undefined) {
      const notes = [words, grid.notes].filter(Boolean).join('\n');
      kept.push({ ...grid, notes, facts: { ...facts, ...grid.facts } });
    }
    [facts, words] = read === undefined ? [{}, ''] : [{ ...facts, ...read }, grid.notes];
  }
  return kept;
}
