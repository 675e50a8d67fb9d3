/** Columns of typed cells in which some values mean that a value is missing. */
import { InputError } from '../../core/errors/errors.js';
import type { MissingKinds } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import type { CellPlace } from '../../words/details/columns.js';
import { columnWarnings } from '../../words/en/warnings/columns.js';
import { warning } from '../../words/warning.js';
import { periodText } from '../panel/periods.js';
import { cellColumn, type CellOptions, type ReadColumn, type TypedCell } from './cell-column.js';
import { losesDigits, lossOf, toNumber } from '../cells/number-text.js';
import type { TextNumbers } from './texts/format.js';
import { isMissingCode } from '../cells/missing-codes.js';
import { manyKinds } from '../../words/errors/readers/files.js';

/** An error such as `#N/A` in a workbook cell. */
export interface CellError {
  readonly error: string;
}

export type CodedCell = TypedCell | CellError;

export interface CodedOptions extends CellOptions {
  /** Texts and numbers that mean a missing value. */
  readonly declared: ReadonlySet<string>;
  /** True if words such as NA are missing values in a column without other text. */
  readonly words?: boolean;
  readonly place: (row: number) => CellPlace;
  /** How texts are numbers, if the options of the reader say so. */
  readonly numbers?: TextNumbers | undefined;
}

function isError(cell: CodedCell): cell is CellError {
  return typeof cell === 'object' && cell !== null && 'error' in cell;
}

/** The text of a cell, to be compared with headings and missing codes. */
export function cellText(cell: CodedCell): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('error' in cell) return cell.error;
  return 'numeral' in cell ? cell.numeral : periodText(cell.frequency, cell.count);
}

/** Makes a column of cells. Errors, declared codes and words are missing; a warning counts errors and words. */
export function codedColumn(
  name: string,
  cells: readonly CodedCell[],
  options: CodedOptions,
): ReadColumn {
  const kinds = new Map<number, string>();
  const values: TypedCell[] = cells.map((cell, row) => {
    if (cell === undefined || cell === null) return null;
    const text = cellText(cell);
    if (!isError(cell) && !options.declared.has(text)) return cell;
    if (text !== '') kinds.set(row, text);
    return null;
  });
  const { numbers } = options;
  const read = numbers === undefined ? values : withNumbers(values, numbers);
  const hasWords = options.words === true || read !== values;
  const words = hasWords ? missingWords(read) : new Map<number, string>();
  for (const [row, word] of words) kinds.set(row, word);
  const present = words.size === 0 ? read : read.map((cell, row) => (words.has(row) ? null : cell));
  const { column, warnings } = cellColumn(name, present, options);
  return {
    column: kinds.size === 0 ? column : { ...column, missing: kindsOf(name, kinds, cells.length) },
    warnings: [
      ...warnings,
      ...countWarnings(name, 'missing-codes', words, options.place),
      ...countWarnings(name, 'cell-errors', errorsAmong(cells), options.place),
    ],
  };
}

/**
 * The cells with numbers in the place of texts, if all texts are numbers or missing; otherwise the same cells. A number
 * that is no text stays as it is, whatever sign the texts have for decimals.
 */
function withNumbers(cells: TypedCell[], { plain, declared }: TextNumbers): TypedCell[] {
  const read: TypedCell[] = [];
  for (const cell of cells) {
    const text = typeof cell === 'string' ? cell.trim() : undefined;
    const digits = text === undefined || isMissingCode(text) ? undefined : plain(text);
    if (text === undefined || text === '' || isMissingCode(text))
      read.push(text === '' ? null : cell);
    else if (digits === undefined || isLost(digits, declared)) return cells;
    else read.push(losesDigits(digits) ? { numeral: digits } : toNumber(digits));
  }
  return read;
}

function isLost(digits: string, declared: boolean): boolean {
  const loss = lossOf(digits);
  return loss === 'range' || (loss === 'zeros' && !declared);
}

/** Words such as NA by row, if the column has no other text. */
function missingWords(values: readonly TypedCell[]): Map<number, string> {
  const words = new Map<number, string>();
  let nothers = 0;
  for (const [row, cell] of values.entries()) {
    if (cell === null || cell === undefined) continue;
    if (typeof cell !== 'string') nothers++;
    else if (isMissingCode(cell)) words.set(row, cell.trim());
    else return new Map();
  }
  return nothers === 0 ? new Map() : words;
}

function errorsAmong(cells: readonly CodedCell[]): Map<number, string> {
  return new Map(cells.flatMap((cell, row) => (isError(cell) ? [[row, cell.error] as const] : [])));
}

/** Maximum kinds of missing values in a column, because a byte stores the kind of a row. */
const MOST_KINDS = 255;

/**
 * Kinds of missing values: a list of names, and for each row a position in it.
 *
 * @throws InputError `bad-cell` for more than 255 kinds
 */
export function kindsOf(
  column: string,
  kinds: ReadonlyMap<number, string>,
  nrows: number,
): MissingKinds {
  const codeOf = new Map<string, number>();
  for (const kind of kinds.values()) if (!codeOf.has(kind)) codeOf.set(kind, 1 + codeOf.size);
  if (codeOf.size > MOST_KINDS) {
    throw new InputError(manyKinds({ column, limit: MOST_KINDS, found: codeOf.size }));
  }
  const codes = new Uint8Array(nrows);
  for (const [row, kind] of kinds) codes[row] = codeOf.get(kind)!;
  return { names: [...codeOf.keys()], codes };
}

function countWarnings(
  name: string,
  code: 'missing-codes' | 'cell-errors',
  cells: ReadonlyMap<number, string>,
  place: (row: number) => CellPlace,
): TableWarning[] {
  const [first] = cells;
  if (first === undefined) return [];
  const counts = new Map<string, number>();
  for (const kind of cells.values()) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const texts = Array.from(counts, ([text, count]) => ({ text, cells: count }));
  const detail = { column: name, texts, first: place(first[0]) };
  return [{ ...warning(columnWarnings, code, detail), column: name }];
}
