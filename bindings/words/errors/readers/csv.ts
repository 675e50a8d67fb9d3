/** Errors of text tables, in English. */
import { counted, show } from '../../text/messages.js';
import { type Numbers, says, type Texts, type Told } from '../../told.js';

export const textOrBytes = says(
  'bad-data/text',
  ({ found }: { readonly found: unknown }) => `expected text or bytes, found ${show(found)}`,
);
export const zeroCharacter = says(
  'not-text/zero-character',
  'expected text, found the character U+0000 at position {position}; the file is binary or in another encoding',
);
export const noLines = says('empty-file', 'expected a header line and rows, found nothing');
export const raggedRow = says(
  'ragged-row',
  ({ row, expected, found, names, isNote }: RaggedRow) => {
    const ofNames =
      names === undefined ? '' : `; if the names are in row ${names}, set header: ${names}`;
    const remedy = isNote
      ? `; if notes begin there, set lastRow: ${row - 1} to leave them out`
      : ofNames;
    return `expected ${counted(expected, 'cell')} in row ${row}, as in the header, found ${found}${remedy}`;
  },
);

interface RaggedRow {
  readonly row: number;
  readonly expected: number;
  readonly found: number;
  /** The row that likely has the names. */
  readonly names: number | undefined;
  /** True if the row looks like a note below the table. */
  readonly isNote: boolean;
}

export const noNamesInLine = says(
  'no-header/line',
  ({ header, lines }: Numbers<'header' | 'lines'>) => {
    const found = header > lines ? `only ${counted(lines, 'line')}` : 'nothing';
    return `expected column names in line ${header}, found ${found}; set header to the line of the names`;
  },
);
export const numbersAsNames = says(
  'no-header/numbers',
  ({ row, numbers }: { readonly row: number; readonly numbers: readonly string[] }) =>
    `expected column names in row ${row}, found only numbers (${numbers.join(', ')}); add a header line`,
);
export const badQuotes = says(
  'bad-quotes',
  ({ line, isClosed }: { readonly line: number; readonly isClosed: boolean }) =>
    `the quote that opens in line ${line} ${isClosed ? 'is followed by text after it closes' : 'never closes'}; write a quote inside a cell twice`,
);

export interface DeclaredCell {
  readonly column: string;
  readonly row: number;
  readonly cell: string;
  /** The declared type of a date with examples; undefined for a number. */
  readonly type: string | undefined;
  readonly examples: readonly string[];
  /** The missing code that the cell resembles. */
  readonly code: string | undefined;
}

export const badDeclaredCell = says('bad-cell/declared', (detail: DeclaredCell) => {
  const { column, row, cell, type, examples, code } = detail;
  const expected = type === undefined ? 'a number' : `${type} such as ${examples.join(' or ')}`;
  const remedy =
    code === undefined
      ? 'correct the cell, or the type'
      : `it resembles the missing code ${code}: if it is missing, set missing: [${JSON.stringify(cell)}]`;
  return `column "${column}" must hold ${expected}, found "${cell}" in row ${row}; ${remedy}`;
});
export const tooManyTexts = says(
  'too-many-texts',
  ({ column, texts, characters }: Texts<'column'> & Numbers<'texts' | 'characters'>) => {
    return `column "${column}": expected at most ${texts} different texts of ${characters} characters in a file that is streamed, found more; declare the format of its numbers, code it as numbers, or leave it out of the model`;
  },
);
export const temporaryFile = says(
  'temporary-file',
  ({ fault }: { readonly reason: string | undefined; readonly fault: Told }) =>
    `temporary file: expected room for the columns of the model, found that ${fault.text}; set TMPDIR to a folder with more room`,
);
export const fullDisk = says('temporary-fault/full', 'the disk is full');
export const shorterThanWritten = says(
  'temporary-fault/shorter',
  'it is shorter than what was written',
);
