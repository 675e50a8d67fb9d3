/** The data of a do-file at one of its lines, and those to which it returns. */
import type { Told } from '../../../words/told.js';
import { copyOf, type Derived, withMade } from '../../derived.js';
import type { Filter } from '../../filters/filter.js';
import { nothingMade } from '../../made.js';
import type { ImportOptions } from '../../imported.js';
import type { Collected } from '../../script.js';
import type { Macros } from './macros.js';
import type { Stored } from './stored.js';

/** A file that is joined, as the key `merge` has it. */
export interface Merge {
  readonly file: string;
  readonly on: readonly string[];
  readonly kind: '1:1' | 'm:1';
  readonly keep?: readonly string[];
  readonly indicator?: string;
}

/** What a do-file has defined so far. */
export interface Frame {
  known: ImportOptions;
  /** Non-default options of the file. */
  reading: Readonly<Record<string, unknown>>;
  derived: Derived;
  /** The rows of `keep if` and `drop if`, in columns of the data. */
  filters: Filter[];
  /** Files whose rows are appended, as the key `append` has them. */
  appends: readonly object[];
  /** How the rows are made of those of the file. */
  reshape?: object | undefined;
  merges: readonly Merge[];
  /** The line of a merge that adds rows which only the other file has. */
  otherRows: number | undefined;
  /** Sentences on statements that change the rows and are not translated. */
  changes: Told[];
}

/** A do-file as it is read. */
export interface DoFile extends Frame {
  readonly collected: Collected;
  readonly macros: Macros;
  readonly stored: Stored;
  /** The number of statements that were run. */
  run: number;
  /** The state to which `restore` returns. */
  preserved?: Frame;
}

/** Takes the data as a file that the user makes of them, because its rows are not those of the file before. */
export function startAnew(file: Frame, data: string, change: Told): void {
  Object.assign(file, {
    known: { ...file.known, data, columns: undefined },
    reading: {},
    derived: nothingMade(),
    filters: [],
    appends: [],
    reshape: undefined,
    merges: [],
    otherRows: undefined,
    changes: [change],
  } satisfies Frame);
}

/** `preserve` and `restore`; false for another statement. */
export function keepsFrame(text: string, file: DoFile): boolean {
  if (/^preserve\s*$/.test(text)) {
    file.preserved = frameOf(file);
    return true;
  }
  const restored = /^restore\s*(?:,\s*(not|preserve)\s*)?$/.exec(text);
  if (restored === null || file.preserved === undefined) return false;
  if (restored[1] !== 'not') Object.assign(file, frameOf(file.preserved));
  return true;
}

/** A copy of what describes the data. */
function frameOf(frame: Frame): Frame {
  const { known, reading, derived, filters, appends, reshape, merges, otherRows, changes } = frame;
  return {
    known,
    reading,
    derived,
    appends,
    reshape,
    merges,
    otherRows,
    filters: [...filters],
    changes: [...changes],
  };
}

/** `import delimited` reads the column `Wage` as `wage`, where the columns of the file are known. */
export function lowerNames(frame: Frame): void {
  const { columns } = frame.known;
  if (columns === undefined) return;
  for (const column of columns) {
    const lower = column.toLowerCase();
    const isOther = lower !== column && !columns.includes(lower);
    if (isOther) frame.derived = withMade(frame.derived, lower, copyOf(column, undefined, 0));
  }
  frame.known = { ...frame.known, columns: columns.map((column) => column.toLowerCase()) };
}
