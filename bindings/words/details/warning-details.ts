/** The detail of each warning, by its code. */
import type { CellWarnings } from './cells.js';
import type { ColumnWarnings } from './columns.js';
import type { DescriptionWarnings } from './descriptions.js';
import type { FileWarnings } from './files.js';
import type { FormulaWarnings } from './formulas.js';
import type { SheetWarnings } from './sheets.js';
import type { StepWarnings } from './steps.js';
import type { TableWarnings } from './tables.js';

export interface WarningDetails
  extends
    CellWarnings,
    ColumnWarnings,
    DescriptionWarnings,
    FileWarnings,
    FormulaWarnings,
    SheetWarnings,
    StepWarnings,
    TableWarnings {}
