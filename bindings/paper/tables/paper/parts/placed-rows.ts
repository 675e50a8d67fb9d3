/** Rows of words at a given place. */
import { InputError } from '../../../../core/errors/errors.js';
import { suggestion } from '../../../../data/nearest.js';
import type { RowSpec } from '../spec.js';
import type { PaperRow } from '../table.js';

export interface PlacedRow {
  readonly row: PaperRow;
  readonly place: RowSpec;
}

/**
 * The body with each row at its place; a row without a place comes last.
 *
 * @throws InputError `unknown-term` for a place after a row that does not exist
 */
export function withPlacedRows(
  body: readonly PaperRow[],
  placed: readonly PlacedRow[],
): PaperRow[] {
  const rows = [...body];
  for (const { row, place } of placed) rows.splice(positionOf(rows, row.label, place), 0, row);
  return rows;
}

function positionOf(rows: readonly PaperRow[], label: string, place: RowSpec): number {
  const { after, before, position } = place;
  if (position !== undefined) return Math.min(position - 1, rows.length);
  const name = after ?? before;
  if (name === undefined) return rows.length;
  const neighbour = rows.findIndex((row) => isCalled(row, name));
  if (neighbour < 0) {
    const near = suggestion(name, rows.flatMap(namesOf));
    const message = `table: rows.${label}: expected the name of a term, a statistic or a row, found ${name}${near}`;
    throw new InputError('unknown-term', message, { path: `table.rows.${label}`, found: name });
  }
  if (after === undefined) return neighbour;
  let next = neighbour + 1;
  while (rows[next]?.kind === 'below') next++;
  return next;
}

const isCalled = (row: PaperRow, name: string) => namesOf(row).includes(name);

function namesOf({ kind, label, cells }: PaperRow): string[] {
  if (kind === 'rule' || kind === 'below') return [];
  const names = kind === 'text' ? [] : cells.flatMap((cell) => cell.name ?? []);
  return [...new Set([...names, label])];
}
