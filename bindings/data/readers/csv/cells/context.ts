import type { Styles } from '../../../cells/styles.js';
import type { Column } from '../../../column.js';
import type { TableWarning } from '../../../table-warning.js';
import type { MissingCodes } from './missing.js';
import type { PlainNumber } from '../../../cells/number-format.js';

/** The format of a file's numbers and missing cells. */
export interface CellFormat {
  readonly plain: PlainNumber;
  /** True if digits with a point are numbers as written. */
  readonly pointed: boolean;
  readonly codes: MissingCodes;
  /** True if commas may be decimal: no sign is declared, and commas do not delimit cells. */
  readonly findsCommas: boolean;
  /** True if neither the decimal sign nor one between thousands is declared. */
  readonly undeclared: boolean;
}

/** Facts about a column other than its distinct cells. */
export interface ColumnContext {
  readonly name: string;
  readonly format: CellFormat;
  /** The line of the file in which the first row with a cell starts. */
  readonly lineOf: (cell: number) => number;
  /** How many rows of the file have a cell. */
  readonly countOf: (cell: number) => number;
}

/** A column, and facts about how it was read. */
export interface ReadColumn {
  readonly column: Column;
  readonly warnings: readonly TableWarning[];
  /** How numbers are written in a column of undeclared type. */
  readonly styles?: Styles;
}
