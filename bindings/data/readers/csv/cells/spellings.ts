/** Numbers that a column writes in two ways, such as 3.1 and 3.10. As codes they would be the same. */
import type { TableWarning } from '../../../table-warning.js';
import { repeatedNumberWarning } from '../../../warnings/column-warnings.js';
import { toNumber } from '../../../cells/number-text.js';
import { cellText, type Grid } from '../grid.js';
import type { CellFormat } from './context.js';
import { kindOf } from './missing.js';

/** Maximum number of unusual texts kept; a column with more is not a list of codes. */
const MOST = 1 << 20;
/** Texts that are not the shortest texts of their numbers. */
const odd = /\.\d*0$|\.$|^-?\.|^\+|e/i;

interface Spelling {
  readonly cell: string;
  count: number;
}

export class Spellings {
  readonly #odd = new Map<number, Spelling>();
  #pair: readonly [string, string] | undefined;

  constructor(private readonly format: CellFormat) {}

  /** Adds cell `j` of each row. */
  add(grid: Grid, j: number): void {
    for (let i = 0, cell = j; i < grid.nrows && this.#pair === undefined; i++, cell += grid.width) {
      this.addCell(cellText(grid, cell).trim());
    }
  }

  addCell(cell: string, count = 1): void {
    const { plain, codes } = this.format;
    const digits = kindOf(cell, codes) > 0 ? undefined : plain(cell);
    if (digits === undefined || !odd.test(digits)) return;
    const value = toNumber(digits);
    const before = this.#odd.get(value);
    if (before === undefined) {
      if (this.#odd.size < MOST) this.#odd.set(value, { cell, count });
    } else if (before.cell === cell) before.count += count;
    else this.#pair = [before.cell, cell];
  }

  /** A warning if a number has two texts; `parts` are the numbers of all rows. */
  warnings(column: string, parts: Iterable<Float64Array>): TableWarning[] {
    const pair = this.#pair ?? this.#repeated(parts);
    return pair === undefined ? [] : [repeatedNumberWarning(column, pair)];
  }

  /** A number that occurs in more rows than its unusual text. */
  #repeated(parts: Iterable<Float64Array>): readonly [string, string] | undefined {
    const counts = new Map<number, number>();
    for (const values of parts) {
      for (const value of values) {
        if (this.#odd.has(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    for (const [value, { cell, count }] of this.#odd) {
      if ((counts.get(value) ?? 0) <= count) continue;
      const shortest = String(value);
      return [cell, cell.includes(',') ? shortest.replace('.', ',') : shortest];
    }
    return undefined;
  }
}
