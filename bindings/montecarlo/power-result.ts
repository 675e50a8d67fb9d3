/** The plain result of a study of power. */
import type { EngineInfo } from '../results/fit.js';
import type { Violation } from './process/violations.js';
import type { CountedFailure } from '../jobs/failures.js';
import type { PValues } from '../results/p-values.js';
import type { Rate } from './rates.js';
import type { SimulatedProcess } from './simulation-source.js';
import type { Warning } from '../results/common.js';

export type TestName = keyof PValues;

/** Panels of one process. */
export interface PowerCase {
  /** null where every moment condition holds: the rates are then sizes, elsewhere power. */
  readonly violation: Violation | null;
  readonly words: string;
  /** Panels with an estimate. */
  readonly panels: number;
  readonly failures: readonly CountedFailure[];
  /** null where the test exists on no panel. */
  readonly rejected: Readonly<Record<TestName, Rate | null>>;
  /** Rates at the critical p-values of the result: size-adjusted power. Monte Carlo errors take these as given. */
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
  /** p-values of the fit itself. */
  readonly own: PValues;
  /** The p-value below which 1 - level of the valid panels are. */
  readonly critical: Readonly<Record<TestName, number | null>>;
  /** The valid process, then the violations. */
  readonly cases: readonly PowerCase[];
  /** What the rates say of each p-value, a sentence each. */
  readonly verdict: readonly string[];
  readonly warnings: readonly Warning[];
  /** True when the run was stopped before it was done. */
  readonly partial: boolean;
  readonly engine: EngineInfo;
}
