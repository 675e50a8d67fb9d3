/** The plain result of a power study. */
import type { Telling, Said } from '../../words/phrase.js';
import type { EngineInfo } from '../../results/fit.js';
import type { Violation } from './process/violations.js';
import type { CountedFailure } from '../../core/jobs/failures.js';
import type { PValues } from '../../results/p-values.js';
import type { Rate } from './rates.js';
import type { SimulatedProcess } from './simulation-source.js';
import type { Warning } from '../../results/common.js';

export type TestName = keyof PValues;

/** The simulated panels of one process. */
export interface PowerCase {
  /** null if all moment conditions hold: the rates are then sizes, otherwise powers. */
  readonly violation: Violation | null;
  readonly words: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
  /** Panels with an estimate. */
  readonly panels: number;
  readonly failures: readonly CountedFailure[];
  /** Rejection rates; null if the test exists on no panel. */
  readonly rejected: Readonly<Record<TestName, Rate | null>>;
  /**
   * Size-adjusted power: rejection rates at the critical p-values in `critical`. Their Monte Carlo errors treat these
   * values as known.
   */
  readonly adjusted: Readonly<Record<TestName, Rate | null>>;
}

export interface PowerResult extends SimulatedProcess {
  readonly kind: 'power';
  readonly title: string;
  readonly depvar: string;
  readonly reps: number;
  readonly seed: number;
  /** A test rejects at p < 1 - level. */
  readonly level: number;
  /** p-values of the user's fit. */
  readonly own: PValues;
  /** The p-value below which the share 1 - level of the valid panels lies. */
  readonly critical: Readonly<Record<TestName, number | null>>;
  /** The valid process, then the violations. */
  readonly cases: readonly PowerCase[];
  /** What the rates imply for each p-value; one text per test. */
  readonly verdict: readonly string[];
  /** The same as data, for other languages. */
  readonly told?: readonly Said[];
  readonly warnings: readonly Warning[];
  /** True if the run was stopped early. */
  readonly partial: boolean;
  readonly engine: EngineInfo;
}
