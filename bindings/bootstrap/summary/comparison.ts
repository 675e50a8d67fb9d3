/** A test of the fit among those of its replicates. */
import type { ArTest, BootstrapTest } from '../../results/fit.js';

export type Compared = Pick<ArTest, 'stat' | 'reason'>;

/** Compares a test of the fit with the `values` of its replicates; `size` measures a statistic. */
export function compare(
  test: Compared | undefined,
  values: readonly number[],
  centred: boolean,
  size = (stat: number) => stat,
): BootstrapTest {
  if (test === undefined) return missing('the fit has no such test');
  if (test.stat === null) return missing(test.reason ?? 'the fit has no such test');
  if (!centred) return missing('the moments of the replicates are not recentred');
  const { stat } = test;
  const used = values.filter((value) => !Number.isNaN(value));
  const beyond = used.filter((value) => size(value) >= size(stat)).length;
  const p = (1 + beyond) / (1 + used.length);
  return {
    stat,
    pValue: p,
    monteCarloError: Math.sqrt((p * (1 - p)) / used.length),
    replicates: used.length,
  };
}

function missing(reason: string): BootstrapTest {
  return { stat: null, pValue: null, reason };
}
