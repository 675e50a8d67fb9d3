/** Kinds of missing cells in columns that a reader has made already. */
import type { Column, MissingKinds } from '../../column.js';
import { kindsOf } from '../coded-column.js';
import type { MissingCodes } from '../csv/cells/missing.js';

/**
 * The column with declared codes as missing cells; the same column if it has none of them. Dates and truth values are no
 * numbers that a code could mean.
 */
export function withoutCodes(name: string, column: Column, codes: MissingCodes): Column {
  const kindOfRow = new Map<number, string>();
  const note = (row: number, kind: number | undefined): void => {
    if (kind !== undefined) kindOfRow.set(row, codes.names[kind - 1]!);
  };
  if (column.kind === 'number') {
    if (column.frequency !== undefined || column.boolean === true) return column;
    column.values.forEach((value, row) => note(row, codes.numbers.get(value)));
  } else {
    column.values.forEach((text, row) => note(row, codes.declared.get(text.trim())));
  }
  if (kindOfRow.size === 0) return column;
  const kinds = kindsOf(name, kindOfRow, column.values.length);
  return withKinds(name, column, kinds);
}

/** The column in which cells of these kinds are missing too. */
export function withKinds(name: string, column: Column, kinds: MissingKinds | undefined): Column {
  if (kinds === undefined) return column;
  const all = new Map<number, string>();
  for (const { names, codes } of [kinds, ...(column.missing ? [column.missing] : [])]) {
    codes.forEach((kind, row) => {
      if (kind > 0) all.set(row, names[kind - 1]!);
    });
  }
  const missing = kindsOf(name, all, column.values.length);
  if (column.kind === 'number') {
    return {
      ...column,
      values: column.values.map((value, row) => (all.has(row) ? NaN : value)),
      missing,
    };
  }
  const nulls = Uint8Array.from(column.values, (text, row) =>
    all.has(row) || (text === '' && column.nulls?.[row] !== 0) ? 1 : 0,
  );
  return {
    ...column,
    values: column.values.map((text, row) => (all.has(row) ? '' : text)),
    nulls,
    missing,
  };
}
