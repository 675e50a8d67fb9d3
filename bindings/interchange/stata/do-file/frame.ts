/** The data of a do-file at one of its lines. */
import type { Derived } from '../../derived.js';
import type { Filter } from '../../filters/filter.js';
import type { ImportOptions } from '../../imported.js';

/** What a do-file has defined so far. */
export interface Frame {
  known: ImportOptions;
  /** Non-default options of the file. */
  reading: Readonly<Record<string, unknown>>;
  derived: Derived;
  /** The rows of `keep if` and `drop if`, in columns of the data. */
  filters: Filter[];
  /** Sentences on statements that change the rows and are not translated. */
  changes: string[];
}
