/** The plain result of a multiverse, and what it says in sum. */
import type { AdmissibilityRule } from '../models/dpd/multiverse.js';
import type { EngineInfo } from '../models/fit-result.js';
import type { ChoiceValue } from './choices.js';
import type { CountedFailure, Failure } from './failures.js';
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

/** What several specifications say about the coefficient. */
export interface Agreement {
  readonly count: number;
  /** Those with the reference sign, and those that are also significant at 1 - level. */
  readonly sameSign: number;
  readonly significant: number;
  /** significant / count, null with a reason where there are none. */
  readonly share: number | null;
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

export interface MultiverseResult {
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
  readonly refusals: Readonly<Record<Refusal, number>>;
  /** 1 or -1: of the author's own estimate, or of the median where there is none. */
  readonly sign: number;
  readonly all: Agreement;
  readonly admissible: Agreement;
  readonly byChoice: readonly ChoiceSummary[];
  readonly specifications: readonly Specification[];
  readonly engine: EngineInfo;
}
