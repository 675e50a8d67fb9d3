import type { Test } from '../../results/fit.js';
import type { ByName } from '../../results/common.js';
import type { Failure } from '../../jobs/failures.js';
import type { InstrumentCount } from '../../results/dynamic.js';

/** The estimate with other instruments. */
export interface Variant {
  readonly columns: number;
  readonly rank: number;
  /** rank / units. */
  readonly ratio: number;
  readonly hansen: Test;
  readonly params: ByName;
  readonly stdErrors: ByName;
  /** Changes from the model's own estimates, in its standard errors. */
  readonly shifts: ByName;
  /** Of the first lag of the outcome: 0 where within is, 1 where pooled least squares is. */
  readonly position: number | null;
}

/** Every GMM-style window cut or widened to as many lags. */
export interface WindowVariant {
  readonly lags: number;
  readonly collapse: boolean;
  readonly outcome: Variant | Failure;
}

/** Without one group, or without the GMM-style instruments of the level equation. */
export interface GroupVariant {
  readonly group: string;
  readonly outcome: Variant | Failure;
}

/** Estimates of the first lag of the outcome that its true value is expected between (Bond 2002). */
export interface Bounds {
  readonly coefficient: string;
  readonly within: number;
  readonly pooledOls: number;
}

export interface InstrumentReport {
  readonly kind: 'instruments';
  readonly title: string;
  readonly depvar: string;
  readonly count: InstrumentCount;
  readonly own: Variant;
  readonly bounds: Bounds | null;
  /** Ends, for each kind, at the first window with more instruments than units, or more than 500. */
  readonly windows: readonly WindowVariant[];
  readonly groups: readonly GroupVariant[];
  readonly verdict: Verdict;
}

export interface Verdict {
  /** That of the count, and `high` at least where Hansen's test has no power left. */
  readonly grade: InstrumentCount['grade'];
  readonly words: string;
}
