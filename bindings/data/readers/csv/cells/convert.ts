/** Texts of a column as numbers, each by the same rule. */
import type { MissingKinds } from '../../../column.js';
import { kindOf, KindsBuilder, type MissingCodes } from './missing.js';

/** Most different cells whose numbers are remembered. */
const MOST_KNOWN = 1 << 12;

export interface Converted {
  readonly values: Float64Array;
  readonly missing?: MissingKinds;
}

/**
 * The numbers of trimmed cells, of which the empty ones and missing codes are missing; or the row of the first cell that
 * `convert` makes nothing of.
 */
export function convertCells(
  cells: readonly string[],
  codes: MissingCodes,
  convert: (cell: string) => number | undefined,
): Converted | number {
  const values = new Float64Array(cells.length).fill(NaN);
  const kinds = new KindsBuilder(codes.names);
  const known = new Map<string, number>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (cell === '') continue;
    const before = known.get(cell);
    if (before !== undefined) {
      values[row] = before;
      continue;
    }
    const kind = kindOf(cell, codes);
    if (kind > 0) {
      kinds.set(row, kind);
      continue;
    }
    const value = convert(cell);
    if (value === undefined) return row;
    const declared = codes.numbers.get(value);
    if (declared !== undefined) kinds.set(row, declared);
    else {
      values[row] = value;
      if (known.size < MOST_KNOWN) known.set(cell, value);
    }
  }
  const missing = kinds.finish(cells.length);
  return { values, ...(missing && { missing }) };
}
