import { dayLength, dayOf } from '../../panel/periods.js';
import { lossOf } from '../../cells/number-text.js';
import { isoDate } from '../cell-column.js';
import type { CodedCell } from '../coded-column.js';
import { addressOf, parseAddress, parseRegion, type Region } from './address.js';
import { shownNumber } from './shown-number.js';
import { type Attributes, parseXml, unescaped } from './xml.js';
import { badReference, damagedCell } from '../../../words/errors/readers/xlsx.js';
import { FileError } from '../damage.js';

export type SheetCell = NonNullable<CodedCell>;

/** The cells of a sheet by row and column from 0. Rows and cells that are empty are absent. */
export interface Sheet {
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merged: readonly Region[];
  /** Formulas whose value the file does not hold, as addresses. */
  readonly uncomputed: readonly string[];
  /** Rows and columns from 0 that are not shown. */
  readonly hidden: Readonly<Record<'rows' | 'columns', ReadonlySet<number>>>;
}

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: readonly string[];
  readonly dateStyles: readonly boolean[];
  readonly from1904: boolean;
  /** The formats of styles, with which numbers are read as the program shows them. */
  readonly formats?: readonly string[];
}

/** A cell as its tags say it. */
interface RawCell {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  readonly style: number;
  value?: string;
  formula?: boolean;
}

/** Reads the tags of a sheet in one pass. */
export function readSheet(bytes: Uint8Array, path: string, context: SheetContext): Sheet {
  const rows = new Map<number, Map<number, SheetCell>>();
  const merged: Region[] = [];
  const uncomputed: string[] = [];
  const hidden = { rows: new Set<number>(), columns: new Set<number>() };
  let [row, column] = [-1, -1];
  let cell: RawCell | undefined;
  let tag = '';
  let inAid = false;
  const open = (name: string, attribute: Attributes): void => {
    if (name === 'row') {
      row = rowOf(attribute('r'), row, path);
      column = -1;
      if (isTrue(attribute('hidden'))) hidden.rows.add(row);
    } else if (name === 'col') {
      if (isTrue(attribute('hidden'))) addColumns(hidden.columns, attribute);
    } else if (name === 'c') {
      cell = rawCell(attribute, row, column, path);
      column = cell.column;
    } else if (name === 'mergeCell') {
      const region = parseRegion(attribute('ref') ?? '');
      if (region !== undefined) merged.push(region);
    } else if (cell !== undefined) {
      tag = name;
      if (name === 'f') cell.formula = true;
      if (name === 'v' || name === 't') cell.value ??= '';
      if (name === 'rPh') inAid = true;
    }
  };
  const close = (name: string): void => {
    tag = '';
    if (name === 'rPh') inAid = false;
    if (name !== 'c' || cell === undefined) return;
    const value = valueOf(cell, context);
    if (value !== undefined) cellsOf(rows, cell.row).set(cell.column, value);
    else if (isUncomputed(cell)) uncomputed.push(addressOf(cell.row, cell.column));
    cell = undefined;
  };
  const text = (part: string): void => {
    if (cell !== undefined && (tag === 'v' || (tag === 't' && !inAid))) cell.value += part;
  };
  parseXml(bytes, path, { open, close, text });
  return { rows, merged, uncomputed, hidden };
}

function isTrue(written: string | undefined): boolean {
  return written === '1' || written === 'true';
}

/** Excel has 16,384 columns. */
const LAST_COLUMN = 16_384;

/** Adds the columns of a range, from 0. */
function addColumns(columns: Set<number>, attribute: Attributes): void {
  const last = Math.min(Number(attribute('max')), LAST_COLUMN);
  for (let column = Number(attribute('min')); column <= last; column++) columns.add(column - 1);
}

export function cellsOf(
  rows: Map<number, Map<number, SheetCell>>,
  row: number,
): Map<number, SheetCell> {
  let cells = rows.get(row);
  if (cells === undefined) rows.set(row, (cells = new Map<number, SheetCell>()));
  return cells;
}

/** The number of a row from 0; without a number it is the next one. */
function rowOf(number: string | undefined, last: number, path: string): number {
  if (number === undefined) return last + 1;
  const row = parseAddress(`A${number}`)?.row;
  if (row === undefined) throw new FileError(badReference({ path, of: 'row', found: number }));
  return row;
}

function rawCell(attribute: Attributes, row: number, column: number, path: string): RawCell {
  const reference = attribute('r');
  const place = reference === undefined ? { row, column: column + 1 } : parseAddress(reference);
  if (place === undefined)
    throw new FileError(badReference({ path, of: 'cell', found: reference! }));
  return { ...place, type: attribute('t') ?? 'n', style: Number(attribute('s') ?? 0) };
}

/** A formula may give an empty text, but nothing else that is empty. */
function isUncomputed({ formula, type, value }: RawCell): boolean {
  return formula === true && (value === undefined || (value === '' && type !== 'str'));
}

function valueOf(cell: RawCell, context: SheetContext): SheetCell | undefined {
  const { type, value = '' } = cell;
  if (value === '') return undefined;
  switch (type) {
    case 'n':
      return numberOf(cell, value, context);
    case 's': {
      const string = context.strings[Number(value)];
      if (string === undefined) throw badCell(cell, value);
      return string === '' ? undefined : string;
    }
    case 'str':
    case 'inlineStr':
      return unescaped(value);
    case 'b':
      if (!/^([01]|true|false)$/.test(value)) throw badCell(cell, value);
      return value === '1' || value === 'true';
    case 'e':
      return { error: value };
    case 'd':
      return isoDate(value) ?? value;
    default:
      throw badCell(cell, value);
  }
}

function badCell({ row, column, type }: RawCell, value: string): Error {
  const cell = addressOf(row, column);
  return new FileError(damagedCell({ cell, type, value: value.slice(0, 40) }));
}

function numberOf(cell: RawCell, written: string, context: SheetContext): SheetCell {
  const value = Number(written);
  if (written.trim() === '' || Number.isNaN(value)) throw badCell(cell, written);
  if (context.dateStyles[cell.style] === true) return dateOf(value, context.from1904);
  return context.formats === undefined
    ? writtenNumber(written)
    : shownNumber(value, context.formats[cell.style] ?? '');
}

/** The number of a text that is one; its digits if a double would lose some. */
export function writtenNumber(written: string): SheetCell {
  const loss = lossOf(written);
  return loss === 'digits' || loss === 'range' ? { numeral: written } : Number(written);
}

/** A day that exists in Excel but not in the calendar: 29 February 1900. */
const leapDay = 60;
/** The last day that Excel has: the 31st of December 9999, counted from 1900. */
const lastDay = 2_958_465;
const start1904 = dayOf(1904, 1, 1)!;
const start1900 = dayOf(1899, 12, 31)!;

/** The date of a number of days. Numbers that are not dates are returned unchanged. */
function dateOf(serial: number, from1904: boolean): SheetCell {
  if (serial > lastDay || (!from1904 && serial < 0)) return serial;
  const day = Math.floor(serial);
  if (!from1904 && day === leapDay) return '1900-02-29';
  const start = from1904 ? start1904 : start1900 - (day > leapDay ? 1 : 0);
  const sinceMidnight = Math.round((serial - day) * dayLength);
  return sinceMidnight === 0
    ? { frequency: 'day', count: start + day }
    : { frequency: 'time', count: (start + day) * dayLength + sinceMidnight };
}
