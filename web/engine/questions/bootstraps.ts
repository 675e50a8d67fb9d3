/** Questions about bootstraps. */
import type { BootstrapOptions, BootstrapProgress, FitResult, ModelInput } from 'wasmetrics';
import type { ByName } from 'wasmetrics/types';
import type { Figure } from 'wasmetrics/report';

/** The options that the page offers. */
export type ChosenBootstrap = Pick<
  BootstrapOptions,
  'reps' | 'scheme' | 'cluster' | 'seed' | 'workers' | 'ci'
>;

export interface BootstrapRequest {
  readonly model: ModelInput;
  readonly options: ChosenBootstrap;
  /** Continue from the replicates that were kept. */
  readonly resume: boolean;
}

/** Counts of replicates in bars of equal width from `low` to `high`. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
  /** Replicates to the left and to the right of the bars. */
  readonly outside: readonly [below: number, above: number];
}

/** How far a bootstrap is, with the distribution of each coefficient. */
export interface BootstrapSoFar extends BootstrapProgress {
  readonly histograms: ByName<Histogram>;
}

export interface Bootstrapped {
  /** The estimate with its bootstrap. */
  readonly fit: FitResult & Required<Pick<FitResult, 'bootstrap'>>;
  readonly histograms: ByName<Histogram>;
  /** SHA-256 of the estimate with its bootstrap. */
  readonly resultHash: string;
  /** From the question to the answer. */
  readonly seconds: number;
}

/** A bootstrap that was stopped, or that ended with the page. */
export interface Interrupted {
  readonly request: BootstrapRequest;
  readonly data: string;
  readonly done: number;
}

export interface BootstrapQuestions {
  bootstrap: { asks: BootstrapRequest; answer: Bootstrapped };
  /** The figure of a coefficient of the last bootstrap. */
  bootstrapFigure: { asks: string; answer: Figure };
  interrupted: { asks: undefined; answer: Interrupted | undefined };
}
