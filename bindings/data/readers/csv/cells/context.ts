import type { Styles } from '../../../cells/styles.js';
import type { Column } from '../../../column.js';
import type { TableWarning } from '../../../table-warning.js';
import type { MissingCodes } from './missing.js';
import type { PlainNumber } from './number-format.js';

/** How numbers and missing cells of a file are written. */
export interface CellFormat {
  readonly plain: PlainNumber;
  /** True if digits with a point are numbers as they are. */
  readonly pointed: boolean;
  readonly codes: MissingCodes;
  /** True if commas may be decimal: no sign is declared, and no comma delimits cells. */
  readonly findsCommas: boolean;
  /** True if neither the decimal sign nor one between thousands is declared. */
  readonly undeclared: boolean;
}

/** What is known of a column next to its different cells. */
export interface ColumnContext {
  readonly name: string;
  readonly format: CellFormat;
  /** The line of the file in which the first row with a cell starts. */
  readonly lineOf: (cell: number) => number;
  /** How many rows of the file have a cell. */
  readonly countOf: (cell: number) => number;
}

/** A column, and what its type means for its cells. */
export interface ReadColumn {
  readonly column: Column;
  readonly warnings: readonly TableWarning[];
  /** How the numbers of a column whose type is not declared are written. */
  readonly styles?: Styles;
}
