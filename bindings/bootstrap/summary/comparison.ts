/** A test of the fit among those of its replicates. */
import type { ArTest, BootstrapTest } from '../../results/fit.js';

export type Compared = Pick<ArTest, 'stat' | 'reason'>;

/** A statistic that replicates have too. */
export interface Comparison {
  readonly stat: number;
  /** The statistic of a replicate, whose numbers start at `first`; NaN if there is none. */
  readonly evaluate: (values: Float64Array, first: number) => number;
  /** Measures a statistic. */
  readonly size: (stat: number) => number;
}

/** Replicates that have the statistic, and those whose size is at least that of the fit. */
export interface Beyond {
  readonly used: number;
  readonly beyond: number;
}

/** Counts the numbers of replicates that are beyond a statistic. */
export function beyondIn(
  values: readonly number[],
  stat: number,
  size: Comparison['size'],
): Beyond {
  const used = values.filter((value) => !Number.isNaN(value));
  return { used: used.length, beyond: used.filter((value) => size(value) >= size(stat)).length };
}

/** Compares a test of the fit with its replicates, which `count` counts. */
export function compare(
  test: Compared | undefined,
  centred: boolean,
  count: (stat: number) => Beyond,
): BootstrapTest {
  if (test === undefined) return missing('the fit has no such test');
  if (test.stat === null) return missing(test.reason ?? 'the fit has no such test');
  if (!centred) return missing('the moments of the replicates are not recentred');
  const { stat } = test;
  const { used, beyond } = count(stat);
  const p = (1 + beyond) / (1 + used);
  return {
    stat,
    pValue: p,
    monteCarloError: Math.sqrt((p * (1 - p)) / used),
    replicates: used,
  };
}

function missing(reason: string): BootstrapTest {
  return { stat: null, pValue: null, reason };
}
