/** Columns whose cells each have a type, as in JSON, in workbooks and in values of a program. */
import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import { numberWarning, textWarnings } from '../warnings/column-warnings.js';
import { resembledCode } from '../cells/missing-codes.js';
import { losesDigits, textReason } from '../cells/number-text.js';
import { dayLength, parseDay, parseTime, periodText } from '../panel/periods.js';
import { rowNumber } from '../place.js';
import type { CellPlace } from '../../words/details/columns.js';
import { typedWarnings } from '../../words/en/warnings/columns.js';
import { warning } from '../../words/warning.js';

/** A date in days, or in milliseconds, since the start of 1960. */
export interface CellDate {
  readonly frequency: 'day' | 'time';
  readonly count: number;
}

/** A number in its spelling, because a double would change it. */
export interface Numeral {
  readonly numeral: string;
}

/** null, undefined and NaN are missing. */
export type TypedCell = null | undefined | number | bigint | string | boolean | CellDate | Numeral;

/** A column, and facts that a reader of results needs. */
export interface ReadColumn {
  readonly column: Column;
  readonly warnings: readonly TableWarning[];
}

export interface CellOptions {
  /** True if texts that are all ISO dates should become dates. */
  readonly isoDates?: boolean;
  /** The place of a cell in messages: its row number or address. By default the first row is 2. */
  readonly place?: (row: number) => CellPlace;
}

type Kind = 'number' | 'boolean' | 'text' | 'date';

/**
 * Makes a column of cells. Cells of different types become text, with a warning. A column without values is numeric.
 */
export function cellColumn(
  name: string,
  cells: readonly TypedCell[],
  options: CellOptions = {},
): ReadColumn {
  const kinds = new Set<Kind>();
  for (const cell of cells) if (!isMissing(cell)) kinds.add(kindOf(cell));
  const [kind = 'number'] = kinds;
  if (kinds.size > 1) return mixedColumn(name, cells, options);
  switch (kind) {
    case 'number':
      return numberColumn(name, cells);
    case 'boolean':
      return plain({ ...numbers(cells, Number), boolean: true });
    case 'date':
      return plain(dateColumn(cells as readonly (CellDate | null | undefined)[]));
    case 'text':
      return plain((options.isoDates === true && isoColumn(cells)) || textColumn(cells));
  }
}

function plain(column: Column): ReadColumn {
  return { column, warnings: [] };
}

function isMissing(cell: TypedCell): cell is null | undefined {
  return cell === null || cell === undefined || Number.isNaN(cell);
}

function kindOf(cell: NonNullable<TypedCell>): Kind {
  switch (typeof cell) {
    case 'string':
      return 'text';
    case 'boolean':
      return 'boolean';
    case 'object':
      return 'frequency' in cell ? 'date' : 'number';
    default:
      return 'number';
  }
}

function numbers(
  cells: readonly TypedCell[],
  toNumber: (cell: NonNullable<TypedCell>) => number,
): Column & { readonly kind: 'number' } {
  const values = Float64Array.from(cells, (cell) => (isMissing(cell) ? NaN : toNumber(cell)));
  return { kind: 'number', values };
}

/** A number as text, if a double may not represent it. */
function written(cell: NonNullable<TypedCell>): string {
  return typeof cell === 'object' && 'numeral' in cell ? cell.numeral : String(cell);
}

function roundedWarnings(name: string, texts: readonly string[]): TableWarning[] {
  const row = texts.findIndex(losesDigits);
  if (row < 0) return [];
  const cell = texts[row]!;
  return [numberWarning(name, { cell, value: Number(cell), line: rowNumber(row) })];
}

function numberColumn(name: string, cells: readonly TypedCell[]): ReadColumn {
  const isExact = (cell: TypedCell): boolean =>
    typeof cell === 'bigint' ? BigInt(Number(cell)) === cell : typeof cell !== 'object';
  if (cells.every((cell) => isMissing(cell) || isExact(cell))) return plain(numbers(cells, Number));
  const texts = cells.map((cell) => (isMissing(cell) ? '' : written(cell)));
  const reason = textReason(texts);
  if (reason === undefined) {
    const column = numbers(cells, (cell) => Number(written(cell)));
    return { column, warnings: roundedWarnings(name, texts) };
  }
  const integers = reason.loss === 'digits' && { integers: true as const };
  const column: Column = { ...textColumn(cells), ...integers };
  return { column, warnings: textWarnings(name, texts, reason) };
}

/** Days; times if one of them is not a whole day. */
function dateColumn(cells: readonly (CellDate | null | undefined)[]): Column {
  const isTime = cells.some((cell) => cell?.frequency === 'time');
  const count = (cell: CellDate): number =>
    isTime && cell.frequency === 'day' ? cell.count * dayLength : cell.count;
  const column = numbers(cells, (cell) => count(cell as CellDate));
  return { ...column, frequency: isTime ? 'time' : 'day' };
}

/** A column of dates if all texts are ISO dates; otherwise undefined. */
function isoColumn(cells: readonly TypedCell[]): Column | undefined {
  const dates: (CellDate | null)[] = [];
  for (const cell of cells) {
    const date = isMissing(cell) ? null : isoDate(cell as string);
    if (date === undefined) return undefined;
    dates.push(date);
  }
  return dateColumn(dates);
}

/** The date of an ISO text such as `2020-02-29` or `2020-02-29T12:00`; undefined for other texts. */
export function isoDate(text: string): CellDate | undefined {
  const day = parseDay(text);
  if (day !== undefined) return { frequency: 'day', count: day };
  const time = parseTime(text);
  return time === undefined ? undefined : { frequency: 'time', count: time };
}

function textOf(cell: NonNullable<TypedCell>): string {
  if (typeof cell === 'object' && 'frequency' in cell)
    return periodText(cell.frequency, cell.count);
  return written(cell);
}

function textColumn(cells: readonly TypedCell[]): Column & { readonly kind: 'text' } {
  return {
    kind: 'text',
    values: cells.map((cell) => (isMissing(cell) ? '' : textOf(cell))),
    nulls: Uint8Array.from(cells, (cell) => (isMissing(cell) ? 1 : 0)),
  };
}

/** A column of text, with a warning that names the first cell of a type other than the commonest. */
function mixedColumn(
  name: string,
  cells: readonly TypedCell[],
  { place = rowNumber }: CellOptions,
): ReadColumn {
  const usual = mostFrequentKind(cells);
  const row = cells.findIndex((cell) => !isMissing(cell) && kindOf(cell) !== usual);
  const cell = cells[row]!;
  const shown = typeof cell === 'string' ? JSON.stringify(shortened(cell)) : textOf(cell);
  const code = typeof cell === 'string' ? resembledCode(cell) : undefined;
  const other = { place: place(row), shown, ...(code !== undefined && { resembles: code }) };
  const warned = usual === 'number' && typeof cell === 'string' ? 'not-a-number' : 'mixed-column';
  const mixed = warning(typedWarnings, warned, { column: name, most: usual, ...other });
  return { column: textColumn(cells), warnings: [{ ...mixed, column: name }] };
}

const longestShown = 40;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown)}…`;
}

function mostFrequentKind(cells: readonly TypedCell[]): Kind {
  const counts = new Map<Kind, number>();
  for (const cell of cells) {
    if (isMissing(cell)) continue;
    const kind = kindOf(cell);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}
