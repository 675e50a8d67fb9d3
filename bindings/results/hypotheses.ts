import type { BootstrapScheme } from './bootstrap/scheme.js';
import type { Warning } from './common.js';

/** Adjustments of p-values for several hypotheses. */
export type Adjustment = 'holm' | 'bh' | 'sharpened-q' | 'romano-wolf' | 'westfall-young';

/** A hypothesis that a coefficient is zero. */
export interface AdjustedHypothesis {
  /** Outcome and coefficient, such as `profit: R&D`; only the coefficient if all models have the same outcome. */
  readonly name: string;
  readonly estimate: number;
  readonly stdError: number;
  /** t or z. */
  readonly stat: number;
  readonly pValue: number;
  /** Only the bootstrap p-value, if one was needed. */
  readonly bootstrapP?: number;
  readonly adjusted: Readonly<Partial<Record<Adjustment, number>>>;
  /** Monte Carlo standard errors of p-values that come from replicates. */
  readonly monteCarloError?: Readonly<Partial<Record<Adjustment, number>>>;
}

/** Several hypotheses, with p-values that account for their number. */
export interface MultipleTests {
  readonly kind: 'hypotheses';
  readonly adjust: readonly Adjustment[];
  readonly hypotheses: readonly AdjustedHypothesis[];
  /** How the joint distribution was drawn, if a rule needs one. */
  readonly bootstrap?: {
    readonly scheme: BootstrapScheme;
    readonly reps: number;
    readonly completed: number;
    /** Replicates in which every statistic exists. */
    readonly used: number;
    /** True if the replicates are all sign vectors. p-values are then exact shares without Monte Carlo error. */
    readonly enumerated?: boolean;
    readonly seed: number;
  };
  readonly warnings: readonly Warning[];
}
