/** The detail of each warning, by its code. */
import type { CellWarnings } from './cells.js';
import type { ColumnWarnings } from './columns.js';
import type { DescriptionWarnings } from './descriptions.js';
import type { FileWarnings } from './files.js';
import type { FormulaWarnings } from './formulas.js';
import type { IndexWarnings } from './indices.js';
import type { DynamicWarnings, InstrumentWarnings } from './instruments.js';
import type { LinearWarnings } from './linear.js';
import type { SheetWarnings } from './sheets.js';
import type { StepWarnings } from './steps.js';
import type { TableWarnings } from './tables.js';

export interface WarningDetails
  extends
    CellWarnings,
    ColumnWarnings,
    DescriptionWarnings,
    DynamicWarnings,
    FileWarnings,
    FormulaWarnings,
    IndexWarnings,
    InstrumentWarnings,
    LinearWarnings,
    SheetWarnings,
    StepWarnings,
    TableWarnings {}
