import type { Column } from '../column.js';
import type { TableWarning } from '../table-warning.js';
import type { Spill } from './spill.js';
import type { TextCodes } from './text-codes.js';

/** A column whose cells have all been read. */
export interface StreamedColumn {
  readonly name: string;
  /** The cells, or their numbers among the distinct ones. */
  readonly spill: Spill<'float'> | Spill<'code'>;
  /** A column of the same type without cells. */
  readonly like: Column;
  /** The distinct cells as a column, of text or of numbers; undefined if the spill has the numbers. */
  readonly distinct: Column | undefined;
  readonly codes: TextCodes | undefined;
  /** Cells with each missing code. */
  readonly missing: ReadonlyMap<string, number>;
  readonly warnings: readonly TableWarning[];
}

/** A column of numbers without cells. */
export const noNumbers: Column = { kind: 'number', values: new Float64Array(0) };
