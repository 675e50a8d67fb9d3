/** The plain result of a multiverse, and what it says in sum. */
import type {
  AdmissibilityRule,
  SpecificationBootstrap,
} from '../../models/dpd/model/multiverse.js';
import type { EngineInfo } from '../../results/fit.js';
import type { ChoiceValue } from './choices.js';
import type { CountedFailure, Failure } from '../../jobs/failures.js';
import type { Estimate } from './specification.js';

export type Refusal = 'ar2' | 'hansen' | 'instruments';

/** One combination of the choices. */
export interface Specification {
  readonly choices: Readonly<Record<string, ChoiceValue>>;
  /** The choices of the model's author. */
  readonly own: boolean;
  /** null where there is none; `failure` says why. */
  readonly estimate: Estimate | null;
  readonly failure?: Failure;
  readonly admissible: boolean;
  /** Parts of the rule that it does not meet. */
  readonly refusals: readonly Refusal[];
}

/**
 * Specifications that have an interval of the kind asked for, and those that have the reference sign and are significant
 * at 1 - level: the analytic p-value is below it, or the bootstrap's interval does not reach 0.
 */
export interface Significance {
  readonly judged: number;
  readonly significant: number;
  /** significant / judged, null where there are none. */
  readonly share: number | null;
}

/** What several specifications say about the coefficient. */
export interface Agreement extends Significance {
  readonly count: number;
  /** Those with the reference sign. */
  readonly sameSign: number;
  /** Of the estimates that differ from each other in a bit. */
  readonly distinct: Significance & { readonly count: number };
  /** Why there is no share. */
  readonly reason?: string;
  readonly min: number | null;
  readonly median: number | null;
  readonly max: number | null;
}

/** Of the specifications with one value of one choice. */
export interface ChoiceSummary {
  readonly choice: string;
  readonly value: ChoiceValue;
  readonly count: number;
  readonly failed: number;
  readonly admissible: Agreement;
}

/** The bootstraps of all specifications. */
export interface MultiverseBootstrap extends SpecificationBootstrap {
  /** Replicates without an estimate, and the specifications that have some. */
  readonly failedReplicates: number;
  readonly withFailed: number;
  /** Specifications with an estimate and without a bootstrap, by reason. */
  readonly failures: readonly CountedFailure[];
  /** By code, with the first message. */
  readonly warnings: readonly CountedFailure[];
}

export interface MultiverseResult {
  readonly kind: 'multiverse';
  readonly depvar: string;
  readonly coefficient: string;
  readonly level: number;
  readonly rule: AdmissibilityRule;
  readonly choices: readonly { readonly name: string; readonly values: readonly ChoiceValue[] }[];
  /** Combinations of the choices. */
  readonly combinations: number;
  /** True when the run was stopped before it was done; the rest is not listed. */
  readonly partial: boolean;
  /** Estimates that differ from each other in a bit. */
  readonly distinct: number;
  readonly failures: readonly CountedFailure[];
  readonly bootstrap?: MultiverseBootstrap;
  readonly refusals: Readonly<Record<Refusal, number>>;
  /** 1 or -1: of the author's own estimate, or of the median where there is none. */
  readonly sign: number;
  readonly all: Agreement;
  readonly admissible: Agreement;
  readonly byChoice: readonly ChoiceSummary[];
  readonly specifications: readonly Specification[];
  readonly engine: EngineInfo;
}
