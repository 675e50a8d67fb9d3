/** Converts texts of a column to numbers, all by the same rule. */
import type { MissingKinds } from '../../../column.js';
import { kindOf, KindsBuilder, type MissingCodes } from './missing.js';

export interface Converted {
  readonly values: Float64Array;
  readonly missing?: MissingKinds;
}

/**
 * The numbers of trimmed cells, where empty cells and missing codes are missing; or the row of the first cell that
 * `convert` cannot read.
 */
export function convertCells(
  cells: readonly string[],
  codes: MissingCodes,
  convert: (cell: string, row: number) => number | undefined,
): Converted | number {
  const values = new Float64Array(cells.length).fill(NaN);
  const kinds = new KindsBuilder(codes.names);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (cell === '') continue;
    const kind = kindOf(cell, codes);
    if (kind > 0) {
      kinds.set(row, kind);
      continue;
    }
    const value = convert(cell, row);
    if (value === undefined) return row;
    const declared = codes.numbers.get(value);
    if (declared !== undefined) kinds.set(row, declared);
    else values[row] = value;
  }
  const missing = kinds.finish(cells.length);
  return { values, ...(missing && { missing }) };
}
