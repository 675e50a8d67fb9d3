/** A study as its author writes it: the keys of a study file. */
import type { CovarianceText } from '../../../models/covariances/text.js';
import type { Choices } from '../../../models/multiverse/choices.js';
import type { ModelInput } from '../../../models/model.js';
import type { DataPlace, DataStepsInput } from '../../../models/schema/data-keys.js';
import type { BootstrapInput, PanelInput } from '../../../models/schema/common.js';
import type { Cuts, SplitLevel } from '../../../data/index.js';
import type { ByName } from '../../../results/common.js';
import type { GroupMethod } from '../../../results/groups.js';
import type { BalanceSpec } from '../../report/paper/index.js';
import type {
  ColumnPart,
  CorrelationSpec,
  DescriptiveSpec,
  Language,
  TableSpec,
  TestSpec,
} from '../../tables/paper/index.js';

/** Omits keys from each member of a union. */
type Without<Union, Keys extends PropertyKey> = Union extends unknown ? Omit<Union, Keys> : never;

/** A model of a study. What stands once at the top is not repeated; a null takes away a default. */
export type StudyModelInput = Without<
  ModelInput,
  'data' | 'panel' | 'vcov' | 'bootstrap' | 'formula' | 'gmm' | 'iv'
> & {
  readonly formula: string;
  readonly panel?: PanelInput | undefined;
  readonly vcov?: object | CovarianceText | null | undefined;
  readonly bootstrap?: Partial<BootstrapInput> | false | null | undefined;
  readonly gmm?: readonly object[] | undefined;
  readonly iv?: readonly object[] | undefined;
  /** Which parts of a model with instruments the table shows, a column each. */
  readonly part?: ColumnPart | readonly ColumnPart[] | undefined;
  /** Statistics that the table shows besides its own. */
  readonly stats?: readonly string[] | undefined;
};

export interface DescribeTable extends DescriptiveSpec {
  readonly describe: readonly string[];
  readonly by?: string | undefined;
  readonly where?: string | undefined;
}

export interface CorrelateTable extends CorrelationSpec {
  readonly correlate: readonly string[];
  readonly method?: 'pearson' | 'spearman' | undefined;
  readonly listwise?: boolean | undefined;
  readonly where?: string | undefined;
}

export interface BalanceTable extends BalanceSpec {
  readonly balance: readonly string[];
  readonly by: string;
  readonly where?: string | undefined;
}

export interface ModelsTable extends TableSpec {
  readonly models: readonly StudyModelInput[];
}

/** The tests of a model, a row each. */
export interface TestsTable extends TestSpec {
  readonly tests: string;
}

/** The weights of an index that `build` makes, a row for each of its columns. */
export interface IndexTable extends Pick<
  TableSpec,
  'title' | 'labels' | 'digits' | 'notes' | 'style' | 'language'
> {
  readonly index: string;
}

/** The groups of a table: the parts of a column that is cut, or values of a column. */
export interface SplitInput {
  readonly by: string;
  readonly at?: Cuts | number | undefined;
  /** What is cut, with `at`; default row. */
  readonly level?: SplitLevel | undefined;
  /** The values and their order, without `at`. */
  readonly levels?: readonly (string | number)[] | undefined;
}

export interface CompareInput {
  readonly of: string;
  /** The methods; the first decides claims. Default all. */
  readonly by?: GroupMethod | readonly GroupMethod[] | undefined;
  readonly cluster?: string | undefined;
  readonly common?: boolean | undefined;
  /** Default those of the model's bootstrap, or 9999. */
  readonly reps?: number | undefined;
  readonly seed?: number | undefined;
}

export interface SplitTable extends TableSpec {
  readonly model: StudyModelInput;
  readonly split?: SplitInput | readonly SplitInput[] | undefined;
  readonly compare?: CompareInput | undefined;
}

export type StudyTableInput =
  | DescribeTable
  | CorrelateTable
  | BalanceTable
  | ModelsTable
  | SplitTable
  | TestsTable
  | IndexTable;

interface FigureKeys {
  readonly title?: string | undefined;
  readonly labels?: ByName<string> | undefined;
  readonly language?: Language | undefined;
}

/** A table's models, or a printed column such as `T5.2`. */
type Of = string | readonly string[];

export type StudyFigureInput = FigureKeys &
  (
    | { readonly coefficients: Of; readonly of: Of; readonly levels?: readonly number[] }
    | {
        readonly event: Of;
        readonly of: string;
        readonly reference?: number;
        readonly level?: number;
      }
    | { readonly confidence: string; readonly of: string; readonly levels?: readonly number[] }
    | {
        readonly power: string;
        readonly of: string;
        readonly level?: number;
        readonly power_?: never;
      }
    | {
        readonly margins: string;
        readonly over: string;
        readonly of: string;
        readonly means?: boolean;
        readonly points?: number;
        readonly level?: number;
      }
    | {
        readonly bootstrap: string;
        readonly of: string;
        readonly reps?: number;
        readonly seed?: number;
      }
    | { readonly curve: string; readonly of: string; readonly over?: Choices }
    | { readonly influence: string; readonly of: string; readonly cluster?: string }
    | { readonly residuals: string }
    | { readonly leverage: string }
    | { readonly instruments: string }
    | { readonly heatmap: string | true }
    | { readonly correlation: readonly string[]; readonly method?: 'pearson' | 'spearman' }
  );

export interface StudyClaimInput {
  readonly claim: string;
  /** What the author says in words. */
  readonly says?: string | undefined;
}

/** Files to write, by kind. */
export interface StudyOutputs {
  readonly markdown?: string | undefined;
  readonly latex?: string | undefined;
  readonly typst?: string | undefined;
  readonly quarto?: string | undefined;
  readonly html?: string | undefined;
  readonly docx?: string | undefined;
  readonly xlsx?: string | undefined;
  readonly csv?: string | undefined;
  readonly json?: string | undefined;
  /** A folder. */
  readonly figures?: string | undefined;
  readonly numbers?: string | readonly string[] | undefined;
  readonly bundle?: string | undefined;
}

export interface StudyInput extends DataStepsInput {
  readonly $schema?: string | undefined;
  /** The version of the format. */
  readonly study?: 1 | undefined;
  readonly title?: string | undefined;
  /** Of tables, figures, verdicts and the report; default English. */
  readonly language?: Language | undefined;
  readonly data?: string | DataPlace | undefined;
  readonly panel?: PanelInput | undefined;
  /** Lists of names that `$name` stands for. */
  readonly sets?: ByName<string | readonly string[]> | undefined;
  /** Keys of every model, and under `table` of every table, that do not have them. */
  readonly defaults?: Readonly<Record<string, unknown>> | undefined;
  readonly labels?: ByName<string> | undefined;
  readonly tables: ByName<StudyTableInput>;
  readonly figures?: ByName<StudyFigureInput> | undefined;
  readonly claims?: ByName<string | StudyClaimInput> | undefined;
  /** A template of prose, or several. */
  readonly text?: string | readonly string[] | undefined;
  readonly out?: StudyOutputs | undefined;
}
