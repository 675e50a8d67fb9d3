/** What `wasmetrics bench` finds. */

/** How the run of a program ended. */
export type Outcome = 'ran' | 'absent' | 'not-expressed' | 'failed' | 'late' | 'silent';

/** A program that estimates the model. Times are medians in milliseconds. */
export interface ProgramResult {
  readonly name: string;
  readonly version: string | null;
  readonly outcome: Outcome;
  /** Why there are no times, as the program or the export says it. */
  readonly reason?: string;
  /** What installs a program that is absent. */
  readonly install?: string;
  /** True if the coefficients are those of wasmetrics; null if there are none. */
  readonly agrees: boolean | null;
  /** The largest difference of a coefficient, in units of the larger of the coefficient and its standard error. */
  readonly maxDifference: number | null;
  /** Coefficients of wasmetrics that the program does not report. */
  readonly missing: readonly string[];
  /** What the exported script says of the program, if the coefficients disagree. */
  readonly notes?: readonly string[];
  /** A whole process with the script that `export` writes: start, data, estimate. */
  readonly cold: number | null;
  /** The estimate alone, in a process that has read the data. */
  readonly warm: number | null;
  /** Bytes of memory at the peak of the whole process, where the system tells. */
  readonly memory: number | null;
}

/** A way of wasmetrics to compute the model, in this process. */
export interface WayResult {
  readonly name: string;
  /** What is timed: one fit, or a bootstrap of `reps` replicates. */
  readonly part: 'builds' | 'estimators' | 'bootstraps';
  readonly reps?: number;
  readonly workers?: number;
  /** The median in milliseconds; null if the model cannot be computed in this way. */
  readonly time: number | null;
  readonly reason?: string;
  /** The largest difference from the first way, as of programs; null if the estimates should differ. */
  readonly maxDifference: number | null;
}

export interface BenchResult {
  readonly machine: Machine;
  readonly rounds: number;
  readonly model: string;
  readonly rows: number;
  readonly programs: readonly ProgramResult[];
  readonly ways: readonly WayResult[];
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly system: string;
  readonly node: string;
  readonly version: string;
  /** Date and time of the run, UTC. */
  readonly date: string;
}
