/**
 * Bootstrapped p-values of Hansen tests and tests of serial correlation. The moments of replicates are centred at those
 * of the sample, so the hypothesis holds in the resampled population (Hall and Horowitz, 1996). The p-values are (1 +
 * #{J* >= J}) / (1 + R) and (1 + #{|z*| >= |z|}) / (1 + R).
 */
import { ReplicateStatus } from '../../../../generated/codes.js';
import type { ArTest, BootstrapTest, BootstrapTests, FitResult } from '../../../../results/fit.js';
import { arName, HANSEN, hasHansen, withoutName } from '../statistics.js';
import type { Replicates } from '../../replicates.js';
import type { SummaryOptions } from '../options.js';
import { countTails } from '../../../../core/numerics/ties.js';
import type { Word } from '../../../../words/phrase.js';

/** The bootstrapped tests; `count` counts their replicates. */
export function bootstrapTests(
  { params, tests }: FitResult,
  statistics: readonly string[],
  { tests: wanted = [], recenter = false, arCentred = false }: SummaryOptions,
  count: (comparison: Comparison) => Beyond,
): BootstrapTests {
  const k = Object.keys(params).length;
  const place = (name: string) => k + statistics.indexOf(name);
  const hansen = place(HANSEN);
  const tested = (test: Compared | undefined, evaluate: Comparison['evaluate']) =>
    compare(test, recenter !== false, (stat) => count({ stat, evaluate, tail: 'above' }));
  return {
    ...(wanted.includes('hansen') && {
      hansen: tested(tests.hansen, (values, first) => values[first + hansen]!),
    }),
    ...(wanted.includes('diffHansen') && {
      diffHansen: (tests.diffHansen ?? []).map(({ group, difference }) => {
        const without = place(withoutName(group));
        const test = hasHansen(tests) ? difference : tests.hansen;
        const evaluate: Comparison['evaluate'] = (values, first) =>
          values[first + hansen]! - values[first + without]!;
        return { group, ...tested(test, evaluate) };
      }),
    }),
    ...(wanted.includes('ar') && {
      ar: (tests.ar ?? []).map((test) => {
        const z = place(arName(test.order));
        const evaluate: Comparison['evaluate'] = (values, first) => values[first + z]!;
        const counted = (stat: number) => count({ stat, evaluate, tail: 'far' });
        return { order: test.order, ...compare(test, arCentred, counted) };
      }),
    }),
  };
}

/** Counts replicates in memory. */
export function countBeyond({ values, width, completed, statuses }: Replicates) {
  return ({ stat, evaluate, tail }: Comparison): Beyond => {
    const numbers: number[] = [];
    for (let r = 0; r < completed; ++r) {
      if ((statuses[r]! & ReplicateStatus.bits) === 0) numbers.push(evaluate(values, r * width));
    }
    return beyondIn(numbers, { stat, tail });
  };
}

/** A test of the fit that is compared with its replicates. */
export type Compared = Pick<ArTest, 'stat' | 'reason' | 'told'>;

/** A statistic that replicates have too. */
export interface Comparison {
  readonly stat: number;
  /** The statistic of the replicate whose numbers start at `first`; NaN if there is none. */
  readonly evaluate: (values: Float64Array, first: number) => number;
  /** The tail that is evidence against the hypothesis; `far` compares absolute values. */
  readonly tail: 'above' | 'far';
}

/** How many replicates have the statistic, and how many are in the tail that begins at the fit's statistic. */
export interface Beyond {
  readonly used: number;
  readonly beyond: number;
}

/** Counts the replicates beyond a statistic that is distributed as chi-squared or, in absolute value, as normal. */
export function beyondIn(
  values: readonly number[],
  { stat, tail }: Pick<Comparison, 'stat' | 'tail'>,
): Beyond {
  const tails = countTails(values, stat, 1);
  return { used: tails.used, beyond: tails[tail] };
}

/** Compares a test of the fit with its replicates; `count` counts them. */
export function compare(
  test: Compared | undefined,
  centred: boolean,
  count: (stat: number) => Beyond,
): BootstrapTest {
  if (test === undefined) return missing('the fit has no such test');
  if (test.stat === null) {
    const { reason = 'the fit has no such test', told } = test;
    return { stat: null, pValue: null, reason, ...(told && { told }) };
  }
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

function missing(reason: Word): BootstrapTest {
  return { stat: null, pValue: null, reason };
}
