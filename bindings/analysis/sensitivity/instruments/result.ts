import type { Telling } from '../../../words/phrase.js';
import type { Test } from '../../../results/fit.js';
import type { ByName } from '../../../results/common.js';
import type { Failure } from '../../../core/jobs/failures.js';
import type { InstrumentCount } from '../../../results/dynamic.js';

/** The estimate with other instruments. */
export interface Variant {
  readonly columns: number;
  readonly rank: number;
  /** rank / units. */
  readonly ratio: number;
  readonly hansen: Test;
  readonly params: ByName;
  readonly stdErrors: ByName;
  /** Changes from the estimates of the original model, in its standard errors. */
  readonly shifts: ByName;
  /** Position of the first lag of the outcome between its bounds: 0 at within, 1 at pooled least squares. */
  readonly position: number | null;
}

/** The estimate with every GMM-style window set to `lags` lags. */
export interface WindowVariant {
  readonly lags: number;
  readonly collapse: boolean;
  readonly outcome: Variant | Failure;
}

/** The estimate without one group, or without the GMM-style instruments of the level equation. */
export interface GroupVariant {
  readonly group: string;
  readonly outcome: Variant | Failure;
}

/** The true coefficient of the first lag of the outcome is expected between these estimates (Bond 2002). */
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
  /** The model as its author wrote it. */
  readonly own: Variant;
  readonly bounds: Bounds | null;
  /**
   * Collapsed and not collapsed. Each list ends at the first window with more instruments than units, or with more than
   * 500.
   */
  readonly windows: readonly WindowVariant[];
  readonly groups: readonly GroupVariant[];
  readonly verdict: Verdict;
}

export interface Verdict {
  /** The grade of the count; at least `high` if Hansen's test has no power. */
  readonly grade: InstrumentCount['grade'];
  readonly words: string;
  /** The same as data, for other languages. */
  readonly told?: Telling;
}
