/** Texts as cells of a CSV file, and what a reader makes of them. */
import type { Column } from '../column.js';
import { parseCsv } from '../readers/csv/index.js';
import { isMissing } from './written.js';

/** A cell, in quotes unless it is plain: no part of it may be a delimiter, a comment or a blank that a reader cuts off. */
export function quoted(text: string): string {
  const isPlain = text !== '' && !/[",;|\n\r\t]|^[\s#']|\s$/.test(text);
  return isPlain ? text : `"${text.replace(/"/g, '""')}"`;
}

/** What is otherwise when a column of text is read back; undefined if nothing is. */
export type ReadBack = 'typed' | 'commas' | 'empty' | 'line ends' | 'characters' | undefined;

/**
 * Reads the different texts of a column as a file would have them, next to a number with a point, which decimal commas
 * make text. Notes on other columns are by other rules.
 */
export function readBack(column: Column): ReadBack {
  if (column.kind !== 'text') return undefined;
  if (column.values.some((text) => text.includes('\0'))) return 'characters'; // a sign of binary files
  const cells = new Set<string>();
  for (let row = 0; row < column.values.length; row++) {
    cells.add(isMissing(column, row) ? '' : quoted(column.values[row]!));
  }
  if (cells.size === 0) return undefined;
  const lines = [...cells].map((cell) => `${cell},0.5\n`);
  const bytes = new TextEncoder().encode(`text,number\n${lines.join('')}`);
  const { columns } = parseCsv(bytes);
  const read = columns.get('text')!;
  if (read.kind !== 'text') return 'typed';
  if (columns.get('number')!.kind === 'text') return 'commas';
  const isEmpty = [...cells].every((cell, i) => cell !== '""' || !isMissing(read, i));
  if (!isEmpty) return 'empty';
  const isSame = [...cells].every((cell, i) => cell === '' || quoted(read.values[i]!) === cell);
  if (isSame) return undefined;
  return column.values.some((text) => text.includes('\r')) ? 'line ends' : 'characters';
}

/** Whether a reader takes these names from the first line: blank ones and numbers alone are none. */
export function areNamesRead(names: readonly string[]): boolean {
  try {
    const line = names.map(quoted).join(',');
    const { columns } = parseCsv(`${line}\n${names.map(() => 'x').join(',')}\n`);
    return JSON.stringify([...columns.keys()]) === JSON.stringify(names);
  } catch {
    return false;
  }
}
