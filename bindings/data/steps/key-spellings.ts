/** Numeric keys that match although two files may write them differently, such as 3.1 and 3.10. */
import {
  EXACT,
  LEADS,
  MOST,
  OTHER,
  PADDED,
  PLUS,
  POINT_FIRST,
  STRIPPED,
  type Styles,
} from '../cells/styles.js';
import type { TableWarning } from '../table-warning.js';
import type { Table } from '../table.js';
import { columnWarnings } from '../../words/en/warnings/columns.js';
import { warning } from '../../words/warning.js';

interface Merged {
  readonly table: Table;
  readonly other: Table;
  readonly on: readonly string[];
  /** Columns that the merge adds. */
  readonly names: readonly string[];
}

/** A warning for each key of numbers that the files may write differently; `rows` are those that match in the other. */
export function keySpellingWarnings(
  file: string,
  { table, other, on, names }: Merged,
  rows: Int32Array,
): TableWarning[] {
  return on.flatMap((name) => {
    const { kind, values } = table.columns.get(name)!;
    const [here, there] = [table, other].map(({ rewritten }) => rewritten?.get(name));
    if (kind !== 'number' || (here === undefined && there === undefined)) return [];
    const matched = new Set(values.filter((_, row) => rows[row]! >= 0));
    for (const value of matched) {
      const written = otherWriting(value, here, there);
      if (written === undefined) continue;
      const detail = { file, column: name, first: String(value), second: written };
      return [{ ...warning(columnWarnings, 'repeated-number', detail), columns: names }];
    }
    return [];
  });
}

/**
 * How one of two columns may write a number that the other writes differently; undefined if both write numbers alike. A
 * column without styles uses the shortest digits.
 */
function otherWriting(
  value: number,
  first: Styles | undefined,
  second: Styles | undefined,
): string | undefined {
  const shortest = String(value);
  const leads = [first, second].map((styles) => styles?.[LEADS] ?? 0);
  if (leads.some((bits) => (bits & PLUS) !== 0) && value >= 0) return `+${shortest}`;
  if (leads.some((bits) => (bits & OTHER) !== 0) && isExtreme(value)) return value.toExponential();
  const places = shortest.split('.')[1]?.length ?? 0;
  const ways = lengths(first, places) | lengths(second, places);
  if ((ways & (ways - 1)) !== 0) {
    return `${shortest}${places === 0 ? '.' : ''}${'0'.repeat(longest(ways) - places)}`;
  }
  const [isFirst, isSecond] = leads.map((bits) => (bits & POINT_FIRST) !== 0);
  const isBelowOne = /^-?0\./.test(shortest);
  return isBelowOne && isFirst !== isSecond ? shortest.replace('0.', '.') : undefined;
}

/** Whether programs may print a number with an exponent. */
function isExtreme(value: number): boolean {
  const size = Math.abs(value);
  return size >= 1e4 || (size > 0 && size < 1e-3);
}

/** Bits of the numbers of decimals with which a number of so few decimals may be written. */
function lengths(styles: Styles | undefined, places: number): number {
  const shortest = 1 << Math.min(places, MOST);
  if (styles === undefined || (styles[STRIPPED]! & shortest) === 0) return shortest;
  const longer = styles[PADDED]! & ~((shortest << 1) - 1);
  return longer | (styles[EXACT]! & shortest);
}

/** The largest number of decimals of bits, of which that of a bare point counts as none. */
function longest(ways: number): number {
  return 31 - Math.clz32(ways & ~(1 << MOST));
}
