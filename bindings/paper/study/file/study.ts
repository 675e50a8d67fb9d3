/** A checked study, with sets and defaults applied. */
import type { SplitStep } from '../../../data/index.js';
import type { MultipleTestOptions } from '../../../analysis/bootstrap/multiple/multiple-tests.js';
import type { MarginsOptions } from '../../../analysis/postestimation/margins/margins.js';
import type { MultiverseOptions } from '../../../analysis/sensitivity/multiverse/multiverse.js';
import type { CorrelateOptions } from '../../../analysis/describe/index.js';
import type { Model, ModelInput } from '../../../models/model.js';
import type { Preparation } from '../../../models/preparation/preparation.js';
import type { DataPlace } from '../../../models/schema/data-keys.js';
import type { ByName } from '../../../results/common.js';
import type { GroupMethod } from '../../../results/groups.js';
import type {
  ColumnPart,
  DescriptiveStatistic,
  Language,
  TableSpec,
} from '../../tables/paper/index.js';
import type { Claim } from '../claims/index.js';
import type { ReadFigure } from './figure-kinds.js';
import type { StudyOutputs } from './input.js';

/** A model at its place in a table. */
export interface PlannedModel {
  /** The key of its result: `T5.2` is the second model of T5. */
  readonly id: string;
  /** Such as `tables.T5.models[1]`. */
  readonly path: string;
  readonly model: Model;
  /** The model before the defaults of its estimator, some of which depend on what is left out. */
  readonly written: ModelInput;
  /** True if the model itself, not a default of the study, sets its errors. */
  readonly writesItsErrors: boolean;
  /** The parts shown in the table; empty for the model itself. */
  readonly parts: readonly ColumnPart[];
  /** What heads its columns: the name of its sample. */
  readonly head?: string | undefined;
  /** True if this sample has a filter of its own. */
  readonly filtered?: boolean;
  /** Defaults that its estimator does not accept, such as `vcov.type: HC1`. */
  readonly leftOut: readonly string[];
}

interface PlannedTable {
  readonly id: string;
  readonly path: string;
  readonly spec: TableSpec;
}

/** A table of columns of the data. */
export interface ColumnsTable extends PlannedTable {
  readonly kind: 'describe' | 'correlate' | 'balance';
  readonly columns: readonly string[];
  readonly by?: string | undefined;
  readonly where?: string | undefined;
  readonly method?: CorrelateOptions['method'];
  readonly listwise?: boolean | undefined;
  readonly descriptive?: readonly DescriptiveStatistic[] | undefined;
}

export interface ModelColumnsTable extends PlannedTable {
  readonly kind: 'models';
  readonly models: readonly PlannedModel[];
  /** Statistics that models request in addition to the table's. */
  readonly more: readonly string[];
  /** Files with models of other programs, whose columns follow. */
  readonly external: readonly DataPlace[];
}

/** The groups of rows that a model is estimated in. */
export interface PlannedSplit {
  readonly by: string;
  readonly at?: SplitStep['at'] | undefined;
  readonly level?: SplitStep['level'];
  readonly levels?: readonly (string | number)[] | undefined;
}

export interface Comparison {
  readonly of: string;
  readonly methods: readonly GroupMethod[];
  readonly cluster?: string | undefined;
  readonly common?: boolean | undefined;
  readonly reps?: number | undefined;
  readonly seed?: number | undefined;
}

export interface GroupsTable extends PlannedTable {
  readonly kind: 'split';
  readonly model: PlannedModel;
  readonly more: readonly string[];
  readonly splits: readonly PlannedSplit[];
  readonly compare?: Comparison | undefined;
}

/** A table of what is computed from the models in columns such as `T5.2`. */
interface ResultTable<Kind extends string, Keys> extends PlannedTable {
  readonly kind: Kind;
  readonly columns: readonly string[];
  /** What is computed. */
  readonly keys: Keys;
}

export type MarginsTable = ResultTable<
  'margins',
  Omit<MarginsOptions, 'of'> & {
    /** The variables whose effects are shown. */
    readonly margins: readonly string[];
  }
>;

export type ModelTestsTable = ResultTable<
  'tests',
  {
    readonly hypotheses?: readonly string[] | undefined;
    readonly functions?: readonly string[] | undefined;
    readonly diagnostics?: boolean | undefined;
    readonly hausman?: string | undefined;
    readonly robust?: boolean | undefined;
    readonly level?: number | undefined;
  } & Partial<Pick<MultipleTestOptions, 'adjust' | 'reps' | 'seed'>>
>;

export type MultiverseTable = ResultTable<
  'multiverse',
  Pick<MultiverseOptions, 'over' | 'conditions' | 'bootstrap'> & {
    /** The term whose coefficient is compared. */
    readonly multiverse: string;
  }
>;

/** The weights of an index that `build` makes. */
export interface IndexWeightsTable extends PlannedTable {
  readonly kind: 'index';
  /** The column of the index. */
  readonly of: string;
}

export type StudyTable =
  | ColumnsTable
  | ModelColumnsTable
  | GroupsTable
  | MarginsTable
  | ModelTestsTable
  | MultiverseTable
  | IndexWeightsTable;

export interface StudyFigure {
  readonly id: string;
  readonly path: string;
  readonly written: ReadFigure;
}

export interface Study {
  readonly title?: string | undefined;
  readonly language?: Language | undefined;
  readonly data?: DataPlace | undefined;
  readonly steps: Preparation;
  readonly labels: ByName<string>;
  readonly tables: readonly StudyTable[];
  readonly figures: readonly StudyFigure[];
  readonly claims: readonly Claim[];
  /** Templates of prose. */
  readonly text: readonly string[];
  readonly out: StudyOutputs;
}
