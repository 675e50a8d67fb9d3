/** A test of the fit among those of its replicates. */
import { countTails } from '../../../../core/numerics/ties.js';
import type { ArTest, BootstrapTest } from '../../../../results/fit.js';

export type Compared = Pick<ArTest, 'stat' | 'reason'>;

/** A statistic that replicates have too. */
export interface Comparison {
  readonly stat: number;
  /** The statistic of a replicate, whose numbers start at `first`; NaN if there is none. */
  readonly evaluate: (values: Float64Array, first: number) => number;
  /** The tail that speaks against the hypothesis: `far` compares absolute values. */
  readonly tail: 'above' | 'far';
}

/** Replicates that have the statistic, and those in the tail that the fit's statistic begins. */
export interface Beyond {
  readonly used: number;
  readonly beyond: number;
}

/** Counts the replicates beyond a statistic with the spread of a chi-squared or, in absolute value, of a normal. */
export function beyondIn(
  values: readonly number[],
  { stat, tail }: Pick<Comparison, 'stat' | 'tail'>,
): Beyond {
  const tails = countTails(values, stat, 1);
  return { used: tails.used, beyond: tails[tail] };
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
