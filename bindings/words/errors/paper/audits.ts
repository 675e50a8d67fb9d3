/** Errors of printed tables that are read and checked, in English. */
import { contentsText } from '../../contents.js';
import type { Contents } from '../../details/papers.js';
import { type Numbers, says, type Told } from '../../told.js';
import type { Warning } from '../../warning.js';
import { listed } from '../../text/messages.js';

interface InFile {
  readonly file: string;
}

export const wideTable = says(
  'bad-value/large-table',
  ({
    of,
    most,
    found,
  }: {
    readonly of: 'rows' | 'columns';
    readonly most: number;
    readonly found: number;
  }) => `expected tables of at most ${most} ${of}, found ${found}; keep only the printed part`,
);
export const deepTables = says(
  'bad-value/deep-tables',
  ({ most }: InFile & Numbers<'most'>) =>
    `expected tables nested at most ${most} deep, found more; close each with \\end`,
);
export const deepElements = says(
  'bad-value/deep-elements',
  'expected elements nested at most {most} deep, found more; close each element',
);
export const notLongForm = says(
  'bad-value/long-form',
  ({
    known,
    heads,
  }: InFile & {
    readonly known: readonly string[];
    /** The columns of the file. */
    readonly heads: readonly string[];
  }) =>
    `expected the columns ${known.join(', ')}, found ${listed(heads)}; name a table in this long form, or one in LaTeX, Markdown, HTML, Typst, Word or Excel`,
);

export const noTable = says<'bad-value/no-table', [InFile]>(
  'bad-value/no-table',
  () =>
    'expected a table of regressions or descriptives, found none; write it in the long form with the columns table, column, row, coef, se, ..., stat, value',
);

/** Maximum tables, contents and rules in a message. */
const MOST = { tables: 5, contents: 3, rules: 6 };

export const nothingChecked = says(
  'nothing-checked',
  ({
    tables,
    contents,
    notTestable,
    warnings,
  }: {
    readonly tables: readonly string[];
    readonly contents: readonly Contents[];
    /** How often numbers are missing for a rule, by its name. */
    readonly notTestable: Readonly<Record<string, number>>;
    readonly warnings: readonly Warning[];
  }) => {
    const names = listed(tables.slice(0, MOST.tables));
    const found = contents.slice(0, MOST.contents).map(contentsText).join(', ');
    const lacking = Object.keys(notTestable).slice(0, MOST.rules);
    const rules =
      lacking.length === 0 ? '' : `; numbers are missing for the rules ${lacking.join(', ')}`;
    const [first] = warnings;
    const unread = first === undefined ? '' : `; ${first.message}`;
    return `expected numbers that can be compared with each other, found ${found} in ${names}${unread}${rules}; print errors, t, p or intervals below or next to coefficients, or write the table in the long form`;
  },
);
export const notWord = says(
  'bad-value/word',
  ({ fault }: InFile & { readonly fault: Told }) =>
    `cannot be read as a Word document or a workbook: ${fault.text}; save the tables as .docx or .xlsx`,
);
export const notPdf = says(
  'bad-value/pdf',
  ({ fault }: InFile & { readonly fault: string }) =>
    `cannot be read as a PDF document (${fault}); save the tables as Word, HTML or LaTeX`,
);
export const noTextLayer = says<'bad-value/no-text-layer', [InFile]>(
  'bad-value/no-text-layer',
  () =>
    'expected a PDF with text, found only pictures of pages; add a text layer by OCR, or type the tables in the long form',
);
export const pdfLater = says<'bad-value/pdf-later', [InFile]>(
  'bad-value/pdf-later',
  () =>
    'expected text, a Word document or a workbook, found PDF; read it by await readPrintedPdf(contents)',
);
export const noMember = says('word-fault/member', 'it has no {path}');
