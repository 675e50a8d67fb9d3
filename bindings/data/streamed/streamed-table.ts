/** A table whose rows come in blocks, as often as they are needed. */
import type { Column } from '../column.js';
import type { FileRows } from '../place.js';
import type { ReadProgress } from '../readers/options.js';
import type { TableWarning } from '../table-warning.js';
import type { Table } from '../table.js';

export interface StreamedTable {
  readonly nrows: number;
  /** All columns of the file. */
  readonly columnNames: readonly string[];
  /** Number of blocks; their rows are in the order of the file. */
  readonly nblocks: number;
  readonly warnings: readonly TableWarning[];
  /** As of a table; those of blocks count from the first row of the block. */
  readonly fileRows?: FileRows;
  /**
   * A block as a table with all columns of the file, valid until the next call. Columns that were not requested cannot
   * be read.
   */
  block(index: number): Table;
  /** The distinct cells of a text column in the order of their first rows, and these rows; undefined for numbers. */
  texts(column: string): Texts | undefined;
  /**
   * The file's facts about a requested column: type, frequency and labels. It has no cells, or only the distinct ones.
   */
  like(column: string): Column | undefined;
  close(): void;
}

/** The distinct texts of a column. */
export interface Texts {
  readonly values: readonly string[];
  readonly firstRows: readonly number[];
}

/** A column that was not asked for. */
export function unreadColumn(name: string): Column {
  return {
    kind: 'text',
    get values(): never {
      throw new Error(`column "${name}" was not read`);
    },
  };
}

/** What to read of a file, and how. */
export interface StreamSettings {
  /** Tells if a column is needed. */
  readonly isNamed: (column: string) => boolean;
  /** Bytes that are parsed at once. */
  readonly chunkBytes?: number | undefined;
  /** Least rows of a block. */
  readonly blockRows?: number | undefined;
  readonly onProgress?: ((progress: ReadProgress) => void) | undefined;
}
