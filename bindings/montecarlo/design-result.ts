/** The plain result of a design study. */
import type { EngineInfo } from '../results/fit.js';
import type { CountedFailure, Failure } from '../jobs/failures.js';
import type { Performance } from './performance.js';
import type { Rate } from './rates.js';
import type { SimulatedProcess } from './simulation-source.js';
import type { ByName } from '../results/common.js';

/** An estimator: difference or system, collapsed or not, or the model as it is written. */
export interface DesignVariant {
  readonly name: string;
  /** The model as its author wrote it. */
  readonly own: boolean;
  /** Rank of its instruments and units on the data, 0 where it cannot be estimated; `failure` says why. */
  readonly instruments: number;
  readonly units: number;
  readonly failure?: Failure;
  /** Panels with an estimate. */
  readonly panels: number;
  readonly failures: readonly CountedFailure[];
  /** By coefficient but the time effects; empty without panels. */
  readonly coefficients: ByName<Performance>;
  /** Share of panels on which the tests reject at 1 - level; null where one does not exist. */
  readonly hansen: Rate | null;
  readonly ar2: Rate | null;
}

export interface DesignResult extends SimulatedProcess {
  readonly kind: 'design';
  readonly depvar: string;
  readonly reps: number;
  readonly seed: number;
  readonly level: number;
  readonly variants: readonly DesignVariant[];
  /** True when the run was stopped before it was done. */
  readonly partial: boolean;
  readonly engine: EngineInfo;
}
