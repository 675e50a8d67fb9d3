/** The detail of each warning, by its code. */
import type {
  HausmanWarnings,
  PostestimationWarnings,
  SimulationWarnings,
  WeakWarnings,
} from './analyses.js';
import type { BootstrapWarnings, GroupWarnings, WorkerWarnings } from './bootstrap.js';
import type { CellWarnings } from './cells.js';
import type { ColumnWarnings } from './columns.js';
import type { DescriptionWarnings } from './descriptions.js';
import type { FileWarnings } from './files.js';
import type { FormulaWarnings } from './formulas.js';
import type { IndexWarnings } from './indices.js';
import type { DynamicWarnings, InstrumentWarnings } from './instruments.js';
import type { EstimateWarnings, LinearWarnings, PanelWarnings } from './linear.js';
import type { LabelWarnings, PaperWarnings } from './papers.js';
import type { SheetWarnings, TotalWarnings } from './sheets.js';
import type { StepWarnings } from './steps.js';
import type { TableWarnings } from './tables.js';

export interface WarningDetails
  extends
    BootstrapWarnings,
    CellWarnings,
    ColumnWarnings,
    DescriptionWarnings,
    DynamicWarnings,
    EstimateWarnings,
    FileWarnings,
    FormulaWarnings,
    GroupWarnings,
    HausmanWarnings,
    IndexWarnings,
    InstrumentWarnings,
    LabelWarnings,
    LinearWarnings,
    PanelWarnings,
    PaperWarnings,
    PostestimationWarnings,
    SheetWarnings,
    TotalWarnings,
    SimulationWarnings,
    StepWarnings,
    TableWarnings,
    WeakWarnings,
    WorkerWarnings {}
