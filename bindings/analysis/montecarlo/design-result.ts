/** The plain result of a design study. */
import type { EngineInfo } from '../../results/fit.js';
import type { CountedFailure, Failure } from '../../core/jobs/failures.js';
import type { Performance } from './performance.js';
import type { Rate } from './rates.js';
import type { SimulatedProcess } from './simulation-source.js';
import type { ByName, Warning } from '../../results/common.js';

/** An estimator: difference or system GMM, collapsed or not, or the original model. */
export interface DesignVariant {
  readonly name: string;
  /** The model as its author wrote it. */
  readonly own: boolean;
  /**
   * Instrument rank and number of units in the data. Both are 0 if the model cannot be estimated; `failure` then gives
   * the reason.
   */
  readonly instruments: number;
  readonly units: number;
  readonly failure?: Failure;
  /** Panels with an estimate. */
  readonly panels: number;
  readonly failures: readonly CountedFailure[];
  /** By coefficient, without time effects; empty if there are no panels. */
  readonly coefficients: ByName<Performance>;
  /** Share of panels in which the test rejects at 1 - level; null if the test does not exist. */
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
  /** True if the run was stopped early. */
  readonly partial: boolean;
  /** Absent if there are none. */
  readonly warnings?: readonly Warning[];
  readonly engine: EngineInfo;
}
