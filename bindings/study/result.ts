/** The result of a study: what `runStudy` returns, and what `wasmetrics study --json` prints. */
import type { SplitFacts } from '../data/index.js';
import type { Figure } from '../figures/index.js';
import type { ModelInput } from '../models/model.js';
import type { ByName, Warning } from '../results/common.js';
import type { FitResult } from '../results/fit.js';
import type { GroupComparison } from '../results/groups.js';
import type { CompositeIndex } from '../results/indices/composite-index.js';
import type { MultiverseResult } from '../sensitivity/multiverse/result.js';
import type { Language, PaperTable } from '../tables/paper/index.js';

export type { SplitFacts };

export const verdicts = ['supported', 'not supported', 'mixed', 'not testable'] as const;
export type Verdict = (typeof verdicts)[number];

/** A claim of the study, judged by the numbers of its models. */
export interface JudgedClaim {
  readonly id: string;
  /** As written, such as `T4.2: Gov > 0 at 0.01`. */
  readonly claim: string;
  /** What the author says in words. */
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
  /** Judgements by model, of a claim that rests on several. */
  readonly parts?: readonly JudgedPart[];
  /** What would change the verdict, a sentence each: other errors, a bootstrap, a multiverse, several hypotheses. */
  readonly changes?: readonly string[];
}

/** The judgement of a claim in one of its models, or by the comparison of one of its tables. */
export interface JudgedPart extends Omit<JudgedClaim, 'id' | 'claim' | 'says' | 'parts'> {
  readonly model: string;
}

/** A table or figure that could not be made. */
export interface FailedEntry {
  readonly id: string;
  readonly error: {
    readonly code: string;
    readonly message: string;
    /** The place in the study, such as `tables.T5.models[1]`. */
    readonly path?: string;
    /** The column that is at fault, where there is one. */
    readonly name?: string;
  };
}

/** Where a model stands in the tables. */
export interface ModelPlace {
  /** Such as `T5.2`: the second model of table T5. */
  readonly id: string;
  readonly table: string;
  /** Columns of the table that show the model, counted from 1. */
  readonly columns: readonly number[];
  /** The group of a split model. */
  readonly group?: { readonly by: string; readonly value: string };
}

/** A model of a study, named by its table and place. */
export interface StudyModel extends ModelPlace {
  /** The model file, with its data and their steps. */
  readonly model: ModelInput;
}

/** The specification curve of a figure. */
export interface StudyCurve {
  readonly figure: string;
  /** The model whose choices it varies, such as `T5.2`. */
  readonly model: string;
  readonly result: MultiverseResult;
}

export interface StudyResult {
  readonly kind: 'study';
  readonly title?: string;
  /** Of tables, figures and the sentences of claims; absent for English. */
  readonly language?: Language;
  readonly tables: ByName<PaperTable>;
  /** Results by the identifier of the model, such as `T5.2`; bootstrapped where the study says so. */
  readonly models: ByName<FitResult>;
  /** Where each of `models` stands in the tables. */
  readonly places: readonly StudyModel[];
  /** Differences between the groups of a split table, by table, one for each split. */
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
