/** Common to the writers of data files. */
import { type FileFact, fileNote } from '../../words/errors/readers/written.js';
import type { Told } from '../../words/told.js';
import type { Column } from '../column.js';
import type { Table } from '../table.js';

/** A file, and notes on what it does not store of the table. */
export interface WrittenFile {
  readonly bytes: Uint8Array;
  readonly notes: readonly string[];
  /** The notes as data, from which other languages make their sentences. */
  readonly told: readonly Told[];
}

/** A file with what is said of it. */
export const withNotes = (bytes: Uint8Array, told: readonly Told[]): WrittenFile => ({
  bytes,
  notes: told.map(({ text }) => text),
  told,
});

/** True if a cell has no value. A NaN that the file does not count as missing counts as a value. */
export function isMissing(column: Column, row: number): boolean {
  if (column.kind === 'number') {
    return Number.isNaN(column.values[row]) && column.nans?.has(row) !== true;
  }
  return column.values[row] === '' && column.nulls?.[row] !== 0;
}

/** The cells, with null for missing values. */
export function presentCells<Cell>(column: Column, cell: (row: number) => Cell): (Cell | null)[] {
  const { length } = column.values;
  return Array.from({ length }, (_, row) => (isMissing(column, row) ? null : cell(row)));
}

/** Bytes from hexadecimal digits. */
export function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** A note for each fact that is true of some column. */
export function notesOf(
  table: Table,
  statements: readonly (readonly [FileFact, (column: Column) => boolean])[],
): Told[] {
  return statements.flatMap(([fact, has]) => {
    const names = [...table.columns].flatMap(([name, column]) => (has(column) ? [name] : []));
    return names.length === 0 ? [] : [fileNote(fact, names)];
  });
}

/** True if all cells with a value are bytes, so that the column can be stored as bytes. */
export function isBinary(column: Column): boolean {
  return (
    column.kind === 'text' &&
    column.bytes !== undefined &&
    column.values.every((_, row) => column.bytes!.has(row) || isMissing(column, row))
  );
}

/** True for 64-bit integers. */
export function areLongs(column: Column & { readonly kind: 'text' }): boolean {
  return (
    column.integers === true &&
    column.values.every(
      (text, row) => isMissing(column, row) || BigInt.asIntN(64, BigInt(text)) === BigInt(text),
    )
  );
}

/** Notes on columns that a file with types stores as text. */
export function longNotes(table: Table): Told[] {
  return notesOf(table, [
    [
      'long-integers',
      (column) => column.kind === 'text' && column.integers === true && !areLongs(column),
    ],
    [
      'mixed-bytes',
      (column) => column.kind === 'text' && !!column.bytes?.size && !isBinary(column),
    ],
    ['fractions', hasFractions],
  ]);
}

function hasFractions(column: Column): boolean {
  return (
    column.kind === 'number' &&
    /^(day|time)$/.test(column.frequency ?? '') &&
    column.values.some((value) => !Number.isNaN(value) && !Number.isInteger(value))
  );
}
