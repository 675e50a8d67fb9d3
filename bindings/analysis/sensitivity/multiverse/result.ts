/** The plain result of a multiverse, and its summary. */
import type { Telling } from '../../../words/phrase.js';
import type { AdmissibilityRule, SpecificationBootstrap } from '../../../models/multiverse-keys.js';
import type { Labelled } from '../../../results/common.js';
import type { EngineInfo } from '../../../results/fit.js';
import type { ChoiceValue } from './dimension.js';
import type { CountedFailure, Failure } from '../../../core/jobs/failures.js';
import type { Estimate } from './specification.js';

export type Refusal = 'ar2' | 'hansen' | 'instruments';

/** One combination of the choices. */
export interface Specification {
  /** Without ways to build a column that the model does not use. */
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  /** True for the model as its author wrote it. */
  readonly own: boolean;
  /** Of a static model; undefined for a dynamic panel and an invalid combination. */
  readonly formula?: string;
  /** null if it could not be estimated; `failure` gives the reason. */
  readonly estimate: Estimate | null;
  readonly failure?: Failure;
  readonly admissible: boolean;
  /** Parts of the rule that the estimate does not meet. */
  readonly refusals: readonly Refusal[];
}

/**
 * Specifications with an interval, and those of them that have the reference sign and are significant at 1 - level. A
 * specification is significant if its analytic p-value is below 1 - level, or if its bootstrap interval excludes 0.
 */
export interface Significance {
  readonly judged: number;
  readonly significant: number;
  /** significant / judged; null if judged is 0. */
  readonly share: number | null;
}

/** The coefficient over several specifications. */
export interface Agreement extends Significance {
  readonly count: number;
  /** Specifications with the reference sign. */
  readonly sameSign: number;
  /** The same numbers over distinct estimates: those that differ in at least one bit. */
  readonly distinct: Significance & { readonly count: number };
  /** Why share is null. */
  readonly reason?: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
}

/** The specifications with one value of one choice. */
export interface ChoiceSummary {
  readonly choice: string;
  readonly value: ChoiceValue;
  readonly count: number;
  readonly failed: number;
  readonly admissible: Agreement;
}

/** The bootstraps of all specifications. */
export interface MultiverseBootstrap extends SpecificationBootstrap {
  /** Replicates without an estimate, and the number of specifications with such replicates. */
  readonly failedReplicates: number;
  readonly withFailed: number;
  /** Specifications with an estimate but no bootstrap, by reason. */
  readonly failures: readonly CountedFailure[];
  /** Warnings by code, with the first message. */
  readonly warnings: readonly CountedFailure[];
}

export interface MultiverseResult extends Labelled {
  readonly kind: 'multiverse';
  readonly depvar: string;
  readonly coefficient: string;
  readonly level: number;
  /** The estimator of the original model. */
  readonly estimator: string;
  /** null for static models, all of whose estimates are admissible. */
  readonly rule: AdmissibilityRule | null;
  readonly choices: readonly { readonly name: string; readonly values: readonly ChoiceValue[] }[];
  /** The number of combinations of the choices. */
  readonly combinations: number;
  /** How many of them are not listed, as they are the same model as another: a built column is not in it. */
  readonly repeated?: number;
  /** True if the run was stopped early; specifications not estimated are not listed. */
  readonly partial: boolean;
  /** The number of estimates that differ in at least one bit. */
  readonly distinct: number;
  readonly failures: readonly CountedFailure[];
  readonly bootstrap?: MultiverseBootstrap;
  /** Warnings of the estimates of a static model by code, with the first message. */
  readonly warnings?: readonly CountedFailure[];
  readonly refusals: Readonly<Record<Refusal, number>>;
  /** The reference sign, 1 or -1: of the original model's estimate, or of the median if it has none. */
  readonly sign: number;
  readonly all: Agreement;
  readonly admissible: Agreement;
  readonly byChoice: readonly ChoiceSummary[];
  readonly specifications: readonly Specification[];
  readonly engine: EngineInfo;
}
