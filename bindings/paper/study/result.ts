/** The result of a study: what `runStudy` returns, and what `wasmetrics study --json` prints. */
import type { SplitFacts } from '../../data/index.js';
import type { Figure } from '../figures/index.js';
import type { ModelInput } from '../../models/model.js';
import type { JudgedDetail, Verdict } from '../../words/vocabulary/claims.js';
import type { Told } from '../../words/told.js';
import type { ByName, Warning } from '../../results/common.js';
import type { FitResult } from '../../results/fit.js';
import type { GroupComparison } from '../../results/groups.js';
import type { CompositeIndex } from '../../results/indices/composite-index.js';
import type { MultiverseResult } from '../../analysis/sensitivity/multiverse/result.js';
import type { ColumnPart, Language, PaperTable } from '../tables/paper/index.js';

export type { SplitFacts };

export type { Verdict };
export const verdicts: readonly Verdict[] = ['supported', 'not supported', 'mixed', 'not testable'];

/** A claim of the study, judged by the numbers of its models. */
export interface JudgedClaim {
  readonly id: string;
  /** As written, such as `T4.2: Gov > 0 at 0.01`. */
  readonly claim: string;
  /** The claim in the author's own words. */
  readonly says?: string;
  readonly verdict: Verdict;
  readonly estimate: number | null;
  readonly stat: number | null;
  readonly df: number | readonly number[] | null;
  readonly pValue: number | null;
  /** The test in words, such as `t(29), one-sided` or `permutation of unit labels`. */
  readonly test: string;
  /** One sentence with the numbers that decide. */
  readonly reason: string;
  /** The level of the test. */
  readonly level?: number;
  /** The table that decides; for several columns, the table of the weakest. */
  readonly table?: string;
  /** The printed column that decides, from 1. */
  readonly column?: number;
  /** The printed columns of the groups, for a difference between groups. */
  readonly columns?: readonly number[];
  /** What the column prints: `2SLS`, `system GMM`, `first stage of Gov`. */
  readonly estimator?: string;
  /** Judgements by column, for a claim about several columns. */
  readonly parts?: readonly JudgedPart[];
  /** What would change the verdict, one sentence each: other errors, a bootstrap, a multiverse, several hypotheses. */
  readonly changes?: readonly string[];
  /** What the sentences say, as data. Results of versions without it have sentences only. */
  readonly detail?: JudgedDetail;
}

/** The judgement of a claim in one of its columns, or by the comparison of one of its tables. */
export interface JudgedPart extends Omit<JudgedClaim, 'id' | 'claim' | 'says' | 'parts'> {
  /** The column's name in claims: `T5.2`; the table for a comparison. */
  readonly place?: string;
  /** The key of the model in `models`; the table for a comparison. */
  readonly model: string;
}

/** A table or figure that could not be made. */
export interface FailedEntry {
  readonly id: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** What the message says of the table or figure, without its name and the lines that show a place. */
    readonly sentence?: string;
    /** The same as data, for other languages. Results of versions without it have texts only. */
    readonly told?: Told;
    /** The place in the study, such as `tables.T5.models[1]`. */
    readonly path?: string;
    /** The column that causes the failure, if there is one. */
    readonly name?: string;
  };
}

/** The place of a model in the tables. */
export interface ModelPlace {
  /** The key in `models`, such as `T5.2` for the second model of table T5; its column may have another number. */
  readonly id: string;
  readonly table: string;
  /** Printed columns of the table that show the model, from 1. */
  readonly columns: readonly number[];
  /** The group of a split model. */
  readonly group?: { readonly by: string; readonly value: string };
}

/** A model of a study, named by its table and place. */
export interface StudyModel extends ModelPlace {
  /** The model as a model file, with its data and their steps. */
  readonly model: ModelInput;
}

/** A printed column of a table of models: the meaning of `T5.2` in claims, figures and texts. */
export interface StudyColumn {
  /** `T5.2` for column (2) of T5; `T4.B2` in the second of several panels below each other. */
  readonly id: string;
  readonly table: string;
  /** From 1, as readers count: the lines of `shape: columns` are one column. */
  readonly column: number;
  /** The letter of the panel, if there are several below each other. */
  readonly panel?: string;
  /** The key of its model in `models`. */
  readonly model: string;
  /** Which part of a model with instruments it shows; absent for the model itself. */
  readonly part?: ColumnPart;
  /** The endogenous variable of a first stage. */
  readonly of?: string;
  /** `2SLS`, `first stage of Gov`. */
  readonly estimator: string;
  /** The result that the column prints, unless it is its model's: first stages, reduced forms, other covariances. */
  readonly result?: FitResult;
}

/** The specification curve of a figure. */
export interface StudyCurve {
  readonly figure: string;
  /** The key of the model whose choices it varies. */
  readonly model: string;
  readonly result: MultiverseResult;
}

export interface StudyResult {
  readonly kind: 'study';
  readonly title?: string;
  /** Language of tables, figures and the sentences of claims; absent for English. */
  readonly language?: Language;
  /** What columns and coefficients are called, by name. */
  readonly labels?: ByName<string>;
  readonly tables: ByName<PaperTable>;
  /** Results by model: `T5.2` is the second model of T5. They are bootstrapped if the study says so. */
  readonly models: ByName<FitResult>;
  /** The place of each of `models` in the tables. */
  readonly places: readonly StudyModel[];
  /** The printed columns of the tables of models, with the model behind each. */
  readonly columns: readonly StudyColumn[];
  /** Differences between the groups of a split table, by table, one per split. */
  readonly comparisons: ByName<readonly GroupComparison[]>;
  readonly claims: readonly JudgedClaim[];
  /** Indices that `build` made, by column. */
  readonly indices: ByName<CompositeIndex>;
  readonly splits: readonly SplitFacts[];
  readonly figures: ByName<Figure>;
  /** The multiverses behind the specification curves of `figures`. */
  readonly curves?: readonly StudyCurve[];
  readonly warnings: readonly Warning[];
  readonly failed: readonly FailedEntry[];
}
