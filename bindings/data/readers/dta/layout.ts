import type { DtaStorage } from './types.js';

/** Widths in bytes of the fields of a release, from Stata's `help dta`. */
export interface Widths {
  readonly name: number;
  readonly format: number;
  readonly label: number;
}

/** What precedes the data, and where the data are. */
export interface Layout {
  readonly release: number;
  readonly littleEndian: boolean;
  readonly nrows: number;
  readonly label: string;
  readonly timestamp: string;
  readonly storages: readonly DtaStorage[];
  readonly names: readonly string[];
  readonly sortedBy: readonly string[];
  readonly formats: readonly string[];
  readonly valueLabelNames: readonly string[];
  readonly labels: readonly string[];
  /** Offset of each variable in a row. */
  readonly offsets: readonly number[];
  /** Bytes of a row. */
  readonly rowBytes: number;
  readonly dataOffset: number;
}

/** Releases that are read: those of Stata 7 (SE) to 12, and of 13 to 19 without alias variables. */
export const releases = [110, 111, 112, 113, 114, 115, 117, 118, 119];

export function widthsOf(release: number): Widths {
  if (release >= 118) return { name: 129, format: 57, label: 321 };
  return { name: 33, format: release >= 114 ? 49 : 12, label: 81 };
}

/** Bytes that a storage type takes in a row. */
export function widthOf(storage: DtaStorage): number {
  switch (storage) {
    case 'byte':
      return 1;
    case 'int':
      return 2;
    case 'long':
    case 'float':
      return 4;
    case 'double':
    case 'strL':
      return 8;
    default:
      return Number(storage.slice(3));
  }
}

/** Where the cells of a row are. */
export function rowOf(storages: readonly DtaStorage[]): Pick<Layout, 'offsets' | 'rowBytes'> {
  let rowBytes = 0;
  const offsets = storages.map((storage) => (rowBytes += widthOf(storage)) - widthOf(storage));
  return { offsets, rowBytes };
}

/** Names of the sort list: positions from 1, ended by 0. */
export function sortNames(positions: readonly number[], names: readonly string[]): string[] {
  const end = positions.indexOf(0);
  return positions.slice(0, end < 0 ? positions.length : end).flatMap((i) => names[i - 1] ?? []);
}
